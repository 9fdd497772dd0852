// Opens definitions from the terms in the text, as their numbers do by themselves, and closes them once
// followed. Without this script a term leads to the glossary, and a tap beside a definition closes it.
(() => {
  for (const link of document.querySelectorAll('.definition a')) {
    link.addEventListener('click', () => link.closest('[popover]')?.hidePopover?.());
  }

  /** Opens a definition near a term, until it is closed. */
  const open = (definition, term) => {
    term.style.anchorName = '--term';
    definition.style.positionAnchor = '--term';
    const close = ({ newState }) => {
      if (newState !== 'closed') return;
      // By its number it opens there again.
      term.style.anchorName = '';
      definition.style.positionAnchor = '';
      definition.removeEventListener('toggle', close);
    };
    definition.addEventListener('toggle', close);
    definition.showPopover({ source: term });
  };

  for (const term of document.querySelectorAll('.term')) {
    term.addEventListener('click', (event) => {
      const definition = document.getElementById(term.dataset.opens);
      if (event.ctrlKey || event.metaKey || event.shiftKey || !definition?.showPopover) return;
      event.preventDefault();
      open(definition, term);
    });
  }
})();
