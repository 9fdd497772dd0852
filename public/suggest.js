// Suggestions below the search box while typing: a combobox, whose list never chooses by itself.
// Without this script the box is a plain one.
(() => {
  const box = document.querySelector('#q');
  const form = box?.form;
  const list = document.querySelector('#suggestions');
  if (!box || !form || !list) return;

  /** Typing faster than this asks once. */
  const PAUSE = 120;
  const KINDS = { term: '', heading: '标题', report: '报告', place: '地方' };

  let timer = 0;
  let asked = null;
  let shownFor = box.value;
  let active = -1;

  box.setAttribute('role', 'combobox');
  box.setAttribute('aria-autocomplete', 'list');
  box.setAttribute('aria-controls', list.id);
  box.setAttribute('aria-expanded', 'false');

  const options = () => [...list.children];

  const close = () => {
    clearTimeout(timer);
    asked?.abort();
    list.hidden = true;
    list.replaceChildren();
    active = -1;
    box.setAttribute('aria-expanded', 'false');
    box.removeAttribute('aria-activedescendant');
  };

  const activate = (index) => {
    active = index;
    for (const [i, option] of options().entries()) option.setAttribute('aria-selected', String(i === index));
    const option = options()[index];
    if (option) {
      box.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else box.removeAttribute('aria-activedescendant');
  };

  const choose = ({ dataset: { kind, url } }) => {
    close();
    const q = new URL(url, location.href).searchParams.get('q');
    if (kind === 'report' || kind === 'place' || q === null) return location.assign(url);
    // The form keeps the filters of the page.
    box.value = q;
    form.requestSubmit();
  };

  const optionFor = ({ text, kind, count, url }, i) => {
    const option = document.createElement('li');
    option.id = `suggestion-${i}`;
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', 'false');
    Object.assign(option.dataset, { kind, url });
    const name = document.createElement('span');
    name.textContent = text;
    const about = document.createElement('span');
    about.className = 'count';
    about.textContent = [KINDS[kind] ?? '', count ? `${count} 段` : ''].filter(Boolean).join(' · ');
    option.append(name, ' ', about);
    return option;
  };

  const show = (suggestions) => {
    list.replaceChildren(...suggestions.map(optionFor));
    list.hidden = suggestions.length === 0;
    box.setAttribute('aria-expanded', String(!list.hidden));
    activate(-1);
  };

  const ask = async () => {
    const q = box.value;
    if (q === shownFor && !list.hidden) return;
    shownFor = q;
    asked?.abort();
    if (q.trim() === '') return close();
    asked = new AbortController();
    try {
      const answer = await fetch(`/api/suggest?${new URLSearchParams({ q })}`, { signal: asked.signal });
      if (answer.ok && box.value === q && document.activeElement === box)
        show((await answer.json()).suggestions);
    } catch {
      // Whoever types on, or is offline, goes without suggestions.
    }
  };

  box.addEventListener('input', (event) => {
    clearTimeout(timer);
    // What an input method is composing isn't text yet.
    if (!event.isComposing) timer = setTimeout(ask, PAUSE);
  });
  box.addEventListener('compositionstart', close);
  box.addEventListener('compositionend', () => {
    timer = setTimeout(ask, PAUSE);
  });
  box.addEventListener('blur', close);
  form.addEventListener('submit', close);

  box.addEventListener('keydown', (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    const last = options().length - 1;
    if (event.key === 'ArrowDown' && list.hidden) ask();
    if (list.hidden) return;
    if (event.key === 'ArrowDown') activate(active >= last ? -1 : active + 1);
    else if (event.key === 'ArrowUp') activate(active < 0 ? last : active - 1);
    else if (event.key === 'Enter' && active >= 0) choose(options()[active]);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  // Before the box would lose the focus, and the list with it.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = event.target.closest('[role=option]');
    if (option) choose(option);
  });
})();
