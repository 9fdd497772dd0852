// Reads a file of terms into the text field, where it can be looked at before it is sent.
(() => {
  const input = document.querySelector('[data-term-file]');
  const field = document.querySelector('[data-term-list] textarea');
  if (!input || !field) return;

  input.addEventListener('change', async () => {
    const [file] = input.files;
    if (!file) return;
    field.value = decode(await file.arrayBuffer());
    field.focus();
  });

  // What isn't UTF-8 was made by a Chinese Windows.
  function decode(bytes) {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      return new TextDecoder('gb18030').decode(bytes);
    }
  }
})();
