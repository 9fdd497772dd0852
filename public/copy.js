// Copies a hit's link or citation. Without this script the link leads to the paragraph itself.
(() => {
  const write = async (text) => {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    // Pages that aren't served over https have no clipboard of their own.
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    if (!done) throw new Error('copy refused');
  };

  const confirm = (element) => {
    const label = element.dataset.label ?? element.textContent;
    element.dataset.label = label;
    element.textContent = '已复制';
    element.setAttribute('aria-live', 'polite');
    setTimeout(() => {
      element.textContent = label;
    }, 1600);
  };

  for (const link of document.querySelectorAll('[data-copy-link]')) {
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      write(link.href).then(
        () => confirm(link),
        () => location.assign(link.href),
      );
    });
  }

  for (const button of document.querySelectorAll('[data-copy-citation]')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      const text = button.closest('.cite')?.querySelector('.citation')?.textContent ?? '';
      write(text).then(
        () => confirm(button),
        () => getSelection()?.selectAllChildren(button.closest('.cite').querySelector('.citation')),
      );
    });
  }
})();
