// Shows where in the report the reader is, and puts the drawer away once followed. Without this script the
// outline is a list of links.
(() => {
  const outline = document.querySelector('[data-outline]');
  const drawer = document.querySelector('[data-outline-drawer]');
  const here = document.querySelector('[data-outline-here]');

  if (!outline) return;

  outline.addEventListener('click', ({ target }) => {
    if (target.closest('a') && drawer) drawer.open = false;
  });
  addEventListener('keydown', ({ key, target }) => {
    if (key !== 'Escape' || !drawer?.open) return;
    drawer.open = false;
    if (outline.contains(target)) drawer.querySelector('summary').focus();
  });

  const entries = [...outline.querySelectorAll('a')].flatMap((link) => {
    const block = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return block ? [{ link, block }] : [];
  });
  let current = null;

  /** The last heading above the upper third of the window is where the reader is. */
  const update = () => {
    const line = innerHeight / 3;
    const entry = entries.findLast(({ block }) => block.getBoundingClientRect().top < line) ?? null;
    if (entry === current) return;
    current?.link.removeAttribute('aria-current');
    current = entry;
    if (here) here.textContent = entry?.link.textContent ?? '';
    if (!entry) return;
    entry.link.setAttribute('aria-current', 'location');
    keepInSight(entry.link);
  };

  /** Scrolls the outline only, never the page. */
  const keepInSight = (link) => {
    const side = link.closest('.reader-side');
    const [box, port] = [link.getBoundingClientRect(), side.getBoundingClientRect()];
    if (box.top < port.top) side.scrollTop += box.top - port.top - port.height / 3;
    else if (box.bottom > port.bottom) side.scrollTop += box.bottom - port.bottom + port.height / 3;
  };

  let waiting = false;
  const later = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      update();
    });
  };
  addEventListener('scroll', later, { passive: true });
  addEventListener('resize', later, { passive: true });
  update();
})();
