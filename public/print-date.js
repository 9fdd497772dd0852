// Says on paper when it was printed. Without this script a print says where it is from, but not when.
(() => {
  const row = document.querySelector('[data-print-date]');
  if (!row) return;
  addEventListener('beforeprint', () => {
    const now = new Date();
    row.querySelector('td').textContent = `${now.getFullYear()}年${now.getMonth() + 1}月${now.getDate()}日`;
    row.hidden = false;
  });
})();
