// Says so where the address points to a paragraph that the page doesn't have: the server isn't told which.
(() => {
  const place = document.querySelector('[data-lost]');
  const notice = document.querySelector('template[data-lost-notice]');
  if (!place || !notice) return;

  /** The id of the block that is missing; empty where there is none, or it isn't a block's. */
  const missing = () => {
    try {
      const id = decodeURIComponent(location.hash.slice(1));
      return /^[\da-z-]+_[\da-f]+(_\d+)?$/.test(id) && !document.getElementById(id) ? id : '';
    } catch {
      return '';
    }
  };

  const update = () => {
    const id = missing();
    place.replaceChildren();
    if (id === '') return;
    const content = notice.content.cloneNode(true);
    content.querySelector('[data-lost-link]').href = `/p/${encodeURIComponent(id)}`;
    content.querySelector('[data-lost-close]').addEventListener('click', () => place.replaceChildren());
    place.append(content);
  };
  addEventListener('hashchange', update);
  update();
})();
