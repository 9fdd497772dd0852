// Finds places in a long list by their characters, their pinyin or its first letters. Without this script
// there is nothing to type in.
(() => {
  const box = document.querySelector('[data-place-filter]');
  const places = box?.closest('fieldset');
  const status = places?.querySelector('[data-place-found]');
  if (!box || !status) return;

  const options = [...places.querySelectorAll('.option')].map((label) => {
    const syllables = label.dataset.pinyin?.split(' ') ?? [];
    return {
      label,
      checkbox: label.querySelector('input'),
      name: label.querySelector('.option-label').textContent,
      pinyin: syllables.join(''),
      initials: syllables.map(([letter]) => letter).join(''),
    };
  });
  const items = [...places.querySelectorAll('li')];
  const folds = [...places.querySelectorAll('details')].map((fold) => ({ fold, wasOpen: fold.open }));
  let isFiltered = false;

  const matches = ({ name, pinyin, initials }, typed) =>
    name.includes(typed) || pinyin.startsWith(typed) || initials.startsWith(typed);

  const showAll = () => {
    for (const item of items) item.hidden = false;
    for (const { fold, wasOpen } of folds) {
      fold.hidden = false;
      if (isFiltered) fold.open = wasOpen;
    }
    status.textContent = '';
    isFiltered = false;
  };

  const show = (found) => {
    if (!isFiltered) for (const each of folds) each.wasOpen = each.fold.open;
    isFiltered = true;
    const kept = new Set([...found, ...options.filter(({ checkbox }) => checkbox.checked)]);
    const labels = [...kept].map(({ label }) => label);
    // A province that is found keeps its cities, folded.
    const provinces = new Set(found.map(({ label }) => label.parentElement));
    for (const item of items) {
      const parent = item.parentElement.closest('.province');
      item.hidden = !provinces.has(parent) && !labels.some((label) => item.contains(label));
    }
    for (const { fold } of folds) {
      fold.open = labels.some((label) => fold.contains(label));
      fold.hidden = !fold.querySelector('li:not([hidden])');
    }
    status.textContent = found.length > 0 ? `找到 ${found.length} 个` : '没有找到';
  };

  const filter = () => {
    const typed = box.value
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s'’]/g, '')
      .replaceAll('ü', 'v');
    if (typed === '') showAll();
    else show(options.filter((option) => matches(option, typed)));
  };

  box.addEventListener('input', ({ isComposing }) => {
    // What an input method is composing isn't text yet.
    if (!isComposing) filter();
  });
  box.addEventListener('compositionend', filter);
  // Emptied with the form when the page comes back from the browser's memory.
  box.form.addEventListener('reset', () => setTimeout(filter));

  box.addEventListener('keydown', (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    // The form is for the boxes; this only finds them.
    if (event.key === 'Enter') event.preventDefault();
    if (event.key !== 'Escape' || box.value === '') return;
    event.preventDefault();
    event.stopPropagation();
    box.value = '';
    filter();
  });
})();
