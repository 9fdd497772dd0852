/** What a field's value would mean to BibTeX or TeX instead of being printed. Braces must stay balanced. */
const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
};

/** A text as the value of a field, so that it is printed as it is. */
export function escapeTex(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\{}~^&%$#_]/g, (character) => SPECIAL[character] ?? character);
}

/**
 * An entry of a .bib file.
 * @param fields in the order they stand, already escaped; those without a value are left out.
 */
export function bibtexEntry(
  type: string,
  key: string,
  fields: Readonly<Record<string, string | null>>,
): string {
  const lines = Object.entries(fields).flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []));
  return `@${type}{${key},\n${lines.join(',\n')}\n}`;
}
