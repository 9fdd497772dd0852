// A paragraph's number leads to the paragraph and opens what can be copied of it. Without this script it
// only leads there; the results have the same citations.
(() => {
  const menu = document.querySelector('[data-paragraph-menu]');
  if (!menu?.showPopover) return;
  const numbers = document.querySelectorAll('.report a.number');
  const buttons = [...menu.querySelectorAll('button')];
  const more = menu.querySelector('a');
  const status = document.querySelector('[data-status]');
  /** The number beside which the menu is open. */
  let current = null;
  /** The citations of its paragraph, once they are there. */
  let loaded = null;

  for (const number of numbers) number.setAttribute('aria-expanded', 'false');

  const load = async (id) => {
    const response = await fetch(`/api/citations/${encodeURIComponent(id)}`);
    if (!response.ok) throw new Error(`${response.status}`);
    const citations = await response.json();
    for (const button of buttons) button.value = citations[button.name];
  };

  const open = (number) => {
    const id = decodeURIComponent(number.hash.slice(1));
    const label = `引用第 ${number.textContent} 段`;
    for (const button of buttons) button.value = '';
    loaded = load(id);
    loaded.catch(() => {
      status.textContent = '没有取到这一段的引用，请检查网络后再试。';
    });
    more.href = `/cite/${encodeURIComponent(id)}`;
    menu.setAttribute('aria-label', label);
    // Right behind the number, so that Tab leads from it into the menu.
    number.after(menu);
    current = number;
    number.setAttribute('aria-expanded', 'true');
    menu.showPopover();
    status.textContent = `${label}：按 Tab 键选取。`;
  };

  const close = () => menu.matches(':popover-open') && menu.hidePopover();

  menu.addEventListener('toggle', ({ newState }) => {
    if (newState === 'closed' && !menu.matches(':popover-open'))
      current?.setAttribute('aria-expanded', 'false');
  });

  document.addEventListener('click', (event) => {
    const number = event.target.closest?.('.report a.number');
    if (!number || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const isOpen = number === current && menu.matches(':popover-open');
    close();
    current?.setAttribute('aria-expanded', 'false');
    location.hash = number.hash;
    if (!isOpen) open(number);
    // Going there has taken it away.
    number.focus({ preventScroll: true });
  });

  // Whoever is quicker than the network gets what they pressed once it is there.
  menu.addEventListener('click', async (event) => {
    const button = event.target.closest('button');
    if (button?.value !== '') return;
    event.stopPropagation();
    await loaded.then(
      () => button.click(),
      () => {},
    );
  });

  // Before any other key handler: Esc leads back to the number.
  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !menu.matches(':popover-open')) return;
      event.preventDefault();
      event.stopPropagation();
      close();
      current.focus({ preventScroll: true });
    },
    true,
  );
})();
