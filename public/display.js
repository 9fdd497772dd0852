// How pages look to this reader: colours, size, typeface. Runs in the head, before anything is painted, so
// that nothing changes before the reader's eyes; without scripts the system's settings hold.
(() => {
  const root = document.documentElement;
  // What is for those with scripts shows by this class, from the first paint on.
  root.classList.add('scripts');

  /** The choices of the menu; the first of each is what holds where nothing is chosen. */
  const CHOICES = {
    theme: ['auto', 'light', 'dark'],
    size: ['normal', 'small', 'large', 'larger'],
    font: ['sans', 'serif'],
  };

  const read = (name) => {
    try {
      const value = localStorage.getItem(name);
      return CHOICES[name].includes(value) ? value : CHOICES[name][0];
    } catch {
      return CHOICES[name][0];
    }
  };
  const keep = (name, value) => {
    try {
      localStorage.setItem(name, value);
    } catch {
      // Without storage the choice holds for this page.
    }
  };
  const apply = (name, value) => {
    if (value === CHOICES[name][0]) delete root.dataset[name];
    else root.dataset[name] = value;
  };
  const applyAll = () => {
    for (const name of Object.keys(CHOICES)) apply(name, read(name));
  };
  applyAll();

  document.addEventListener('DOMContentLoaded', () => {
    const menu = document.querySelector('[data-display]');
    if (!menu) return;
    const show = () => {
      for (const name of Object.keys(CHOICES)) menu.elements[name].value = read(name);
    };
    show();
    menu.addEventListener('change', ({ target: { name, value } }) => {
      apply(name, value);
      keep(name, value);
    });
    // Chosen on another page: one that comes back out of the browser's memory, or in another window.
    const again = () => {
      applyAll();
      show();
    };
    addEventListener('pageshow', ({ persisted }) => persisted && again());
    addEventListener('storage', again);
  });
})();
