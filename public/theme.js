// Runs before the page is painted, so that it never shows in the wrong colours.
(() => {
  const root = document.documentElement;
  // What only scripts can do has its room from the first paint on.
  root.classList.add('scripts');
  const LABELS = { auto: '跟随系统', light: '浅色', dark: '深色' };
  const ORDER = ['auto', 'light', 'dark'];

  const read = () => {
    try {
      const theme = localStorage.getItem('theme');
      return ORDER.includes(theme) ? theme : 'auto';
    } catch {
      return 'auto';
    }
  };
  const apply = (theme) => {
    if (theme === 'auto') delete root.dataset.theme;
    else root.dataset.theme = theme;
  };

  let theme = read();
  apply(theme);

  document.addEventListener('DOMContentLoaded', () => {
    const button = document.querySelector('[data-theme-switch]');
    if (!button) return;
    const show = () => {
      button.textContent = `外观：${LABELS[theme]}`;
    };
    button.hidden = false;
    show();
    button.addEventListener('click', () => {
      theme = ORDER[(ORDER.indexOf(theme) + 1) % ORDER.length];
      apply(theme);
      show();
      try {
        localStorage.setItem('theme', theme);
      } catch {
        // Without storage the choice holds for this page.
      }
    });
  });
})();
