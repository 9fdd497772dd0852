import { pinyin } from 'pinyin-pro';

/**
 * The pinyin of a text's Han characters, without tones, syllables separated by spaces (ü is v). Whatever
 * isn't Han is left out.
 */
export function pinyinOf(text: string): string {
  const syllables = pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'removed' });
  // A character that has no reading known comes back as it is.
  return syllables.filter((syllable) => /^[a-z]+$/.test(syllable)).join(' ');
}

/** The first letters of syllables separated by spaces. */
export function initialsOf(syllables: string): string {
  return syllables.replace(/(\S)\S*\s*/g, '$1');
}
