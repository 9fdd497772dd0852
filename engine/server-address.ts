/** An address of http or https; a name and password in it would be shown in messages. */
export function isServerAddress(text: string | undefined): text is string {
  if (!text || !URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && username === '' && password === '';
}
