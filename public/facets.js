// Applies the facets at once where they stand beside the results, else once their drawer is left. Without this
// script the form has its button.
(() => {
  const form = document.querySelector('[data-facets]');
  if (!form) return;
  const box = document.querySelector('#q');
  const drawer = document.querySelector('[data-drawer]');
  const selected = document.querySelector('[data-selected]');
  const status = document.querySelector('[data-status]');
  const total = document.querySelector('.total');
  const KEY = 'facet';
  /** How long screen readers take to notice that there is something to listen to. */
  const PAUSE = 600;

  // As in the style sheet: else the facets are in a drawer.
  const beside = matchMedia('(min-width: 60rem)');

  let composing = false;
  document.addEventListener('compositionstart', () => {
    composing = true;
  });
  document.addEventListener('compositionend', () => {
    composing = false;
  });

  form.addEventListener('change', ({ target }) => {
    // A range is whole only when both its years are chosen: it has a button of its own.
    if (composing || target.type !== 'checkbox') return;
    if (!beside.matches) return showSelected();
    remember(`${target.name}=${target.value}`);
    form.requestSubmit();
  });

  // In a drawer, several boxes are ticked before its results are looked at: closing it is enough.
  drawer?.addEventListener('toggle', () => {
    if (!drawer.open && changed().length > 0 && !beside.matches) form.requestSubmit();
  });

  // What has been typed since goes along.
  form.addEventListener('submit', () => {
    let q = form.elements.namedItem('q');
    if (!q && box?.value.trim()) {
      q = document.createElement('input');
      q.type = 'hidden';
      q.name = 'q';
      form.prepend(q);
    }
    if (q && box) q.value = box.value;
  });

  // Without these the address is the final one at once.
  form.addEventListener('formdata', ({ formData }) => {
    for (const { name, value } of form.querySelectorAll('select')) if (value === '') formData.delete(name);
  });

  // A page that comes back from the browser's memory must show the boxes its address stands for.
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    form.reset();
    showSelected();
  });

  const last = recall();
  if (last) {
    refocus(last);
    // The focus is read out instead of the new page; what it holds follows.
    setTimeout(() => {
      if (status && total) status.textContent = total.textContent;
    }, PAUSE);
  }

  /** The page is another one after each box: the focus stays on the box all the same. */
  function refocus(name) {
    for (const input of checkboxes()) {
      if (`${input.name}=${input.value}` !== name) continue;
      for (let fold = input.closest('details'); fold; fold = fold.parentElement.closest('details')) {
        fold.open = true;
      }
      input.focus({ preventScroll: true });
    }
  }

  function checkboxes() {
    return [...form.querySelectorAll('input[type=checkbox]')];
  }

  /** The boxes that aren't as the page's address has them. */
  function changed() {
    return checkboxes().filter(({ checked, defaultChecked }) => checked !== defaultChecked);
  }

  /** Beside the drawer's name, how many boxes are ticked by now. */
  function showSelected() {
    const more = changed().reduce((sum, { checked }) => sum + (checked ? 1 : -1), 0);
    const count = Number(selected.dataset.selected) + more;
    selected.textContent = count > 0 ? `（已选 ${count} 项）` : '';
  }

  function remember(value) {
    try {
      sessionStorage.setItem(KEY, value);
    } catch {
      // Without storage the focus starts at the top.
    }
  }

  function recall() {
    try {
      const value = sessionStorage.getItem(KEY);
      sessionStorage.removeItem(KEY);
      return value;
    } catch {
      return null;
    }
  }
})();
