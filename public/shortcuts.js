// Keys: / to the search box, j and k through the hits, Esc away, ? for help.
(() => {
  const help = document.querySelector('#help');
  const opener = document.querySelector('[data-help-open]');
  const box = document.querySelector('#q');
  // Links of the results page, or the matching blocks of a report.
  const hits = [...document.querySelectorAll('a[data-hit], .report .hit-block')];

  const openHelp = () => {
    if (help && !help.open) help.showModal();
  };
  opener?.addEventListener('click', openHelp);

  /** The hit to go to: after the one that has the focus or is aimed at, or after the block aimed at. */
  const nextHit = (by) => {
    const focused = hits.findIndex((hit) => hit.contains(document.activeElement));
    // Not by :target, which isn't known yet on arrival. Ids need no escaping (report/ids.ts).
    const aim = focused >= 0 ? hits[focused] : document.getElementById(location.hash.slice(1));
    const at = hits.indexOf(aim);
    if (at >= 0) return (at + by + hits.length) % hits.length;
    const isAfter = (hit) => !aim || aim.compareDocumentPosition(hit) & Node.DOCUMENT_POSITION_FOLLOWING;
    const after = hits.findIndex(isAfter);
    if (by > 0) return Math.max(after, 0);
    return aim && after > 0 ? after - 1 : hits.length - 1;
  };

  const step = (by) => {
    if (hits.length === 0) return;
    const hit = hits[nextHit(by)];
    if (hit.id) location.replace(`#${encodeURIComponent(hit.id)}`);
    if (!hit.matches('a')) hit.tabIndex = -1;
    hit.focus({ preventScroll: Boolean(hit.id) });
    if (!hit.id) hit.closest('.hit')?.scrollIntoView({ block: 'nearest' });
    // In a long paragraph the word may stand below the window.
    else hit.querySelector('mark')?.scrollIntoView({ block: 'nearest' });
  };

  for (const link of document.querySelectorAll('[data-step]')) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      step(Number(link.dataset.step));
    });
  }

  const isTyping = (target) =>
    target instanceof Element && target.matches('input:not([type=checkbox], [type=radio]), textarea, select');

  const isPopoverOpen = () =>
    CSS.supports('selector(:popover-open)') && document.querySelector(':popover-open') !== null;

  document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || help?.open) return;
    if (event.key === 'Escape') {
      // Browsers close it, and give the focus back.
      if (isPopoverOpen()) return;
      // Browsers would empty a search box: what is typed stays.
      if (isTyping(event.target)) event.preventDefault();
      document.activeElement?.blur();
      return;
    }
    if (isTyping(event.target)) return;
    const action = { '/': () => box?.select(), j: () => step(1), k: () => step(-1), '?': openHelp }[
      event.key
    ];
    if (!action) return;
    event.preventDefault();
    action();
    if (event.key === '/') box?.focus();
  });
})();
