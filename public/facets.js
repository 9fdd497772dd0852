// Applies the facets at once. Without this script the form has its button.
(() => {
  const form = document.querySelector('[data-facets]');
  if (!form) return;
  const box = document.querySelector('#q');
  const KEY = 'facet';

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
    remember(`${target.name}=${target.value}`);
    form.requestSubmit();
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
    if (event.persisted) form.reset();
  });

  form.classList.add('at-once');
  refocus();

  /** The page is another one after each box: the focus stays on the box all the same. */
  function refocus() {
    const last = recall();
    if (!last) return;
    for (const input of form.querySelectorAll('input[type=checkbox]')) {
      if (`${input.name}=${input.value}` === last) input.focus({ preventScroll: true });
    }
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
