/** The names of the settings that differ from what they should be. */
export function differences(wanted: object, found: object): string[] {
  return Object.entries(wanted)
    .filter(([name, value]) => !includes((found as Record<string, unknown>)[name], value))
    .map(([name]) => name);
}

/** Whether `found` has all that `wanted` asks for; servers add defaults. */
function includes(found: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) {
    return (
      Array.isArray(found) &&
      found.length === wanted.length &&
      wanted.every((item, i) => includes(found[i], item))
    );
  }
  if (typeof wanted === 'object' && wanted !== null) {
    if (typeof found !== 'object' || found === null) return false;
    if (Object.keys(wanted).length === 0) return Object.keys(found).length === 0;
    return differences(wanted, found).length === 0;
  }
  return found === wanted;
}
