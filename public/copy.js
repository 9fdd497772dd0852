// Copies links and citations. Without this script links lead to what they name, and texts can be selected.
(() => {
  const status = document.querySelector('[data-status]');

  const write = async (text) => {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    // Pages that aren't served over https have no clipboard of their own.
    const area = document.createElement('textarea');
    const focused = document.activeElement;
    area.value = text;
    area.style.position = 'fixed';
    document.body.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    focused?.focus({ preventScroll: true });
    if (!done) throw new Error('copy refused');
  };

  const confirm = (control) => {
    control.classList.add('copied');
    status.textContent = `已${control.textContent.trim()}`;
    setTimeout(() => {
      control.classList.remove('copied');
      status.textContent = '';
    }, 1600);
  };

  const giveUp = (control, source) => {
    if (control.href) location.assign(control.href);
    else if (source) getSelection()?.selectAllChildren(source);
    status.textContent = `没能${control.textContent.trim()}，请选中文字自己复制。`;
  };

  document.addEventListener('click', (event) => {
    const control = event.target.closest?.('[data-copy], [data-copy-link]');
    if (!control || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    // A link copies itself, a button its value, or else the text that it stands above.
    const source = control.closest('div')?.querySelector('dd');
    write(control.href || control.value || (source?.textContent ?? '')).then(
      () => confirm(control),
      () => giveUp(control, source),
    );
  });
})();
