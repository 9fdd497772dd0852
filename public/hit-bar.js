// Says in the bar above a report which of its hits the reader has come to: 第 2 / 8 段命中. Without this
// script the bar says how many there are.
(() => {
  const scope = document.querySelector('[data-hit-scope]');
  const hits = [...document.querySelectorAll('.report .hit-block')];
  if (!scope || hits.length === 0) return;
  const all = scope.textContent;
  const list = scope.closest('.hit-bar').querySelector('details');

  const update = () => {
    // Not by :target, which isn't known yet on arrival. Ids need no escaping (report/ids.ts).
    const at = hits.findIndex(({ id }) => location.hash === `#${id}`);
    scope.textContent = at < 0 ? all : `第 ${at + 1} / ${hits.length}`;
    list.open = false;
  };
  addEventListener('hashchange', update);
  addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') list.open = false;
  });
  update();
})();
