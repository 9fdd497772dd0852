/**
 * A text without the characters that XML 1.0 has no way to write: controls but tab and line ends, halves of
 * surrogate pairs, the two that are none. Programs that read CSV stumble over some of them, too.
 */
export function writable(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}
