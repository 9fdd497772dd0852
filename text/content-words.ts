import { normalise } from './normalise.ts';
import { segment } from './segment.ts';
import { isStopword } from './stopwords.ts';

/** jieba leaves a run whole as soon as there is a figure or a Latin letter in it. */
const RUN = /\p{Script=Han}+|[^\p{Script=Han}\s]+/gu;

/** jieba's words of what somebody typed, in simplified characters. */
export function wordsIn(text: string): string[] {
  return (normalise(text).match(RUN) ?? []).flatMap(segment);
}

/** The words of what somebody typed that say something; none where no word does. */
export function contentWords(text: string): string[] {
  return withSingles(wordsIn(text));
}

/** Characters that belong to the word behind them. */
const PREFIX = /^[不非无未新老小大轻重高低]$/u;

/**
 * Words without those that say nothing. Characters that jieba leaves alone are parts of words it doesn't
 * know: several in a row are one (雾|霾), one goes with the word beside it (创新|港, 轻|合金).
 */
function withSingles(words: readonly string[]): string[] {
  const kept: string[] = [];
  let [singles, follows] = ['', false];
  const close = (next: string): string => {
    const joins = Array.from(singles).length === 1;
    const forward = joins && next !== '' && (PREFIX.test(singles) || !follows);
    const [before, pending] = [kept.at(-1), singles];
    singles = '';
    if (pending === '' || forward) return pending + next;
    if (joins && follows && before !== undefined) kept[kept.length - 1] = before + pending;
    else kept.push(pending);
    return next;
  };
  for (const word of words) {
    if (isSingle(word) && !isStopword(word)) {
      singles += word;
      continue;
    }
    const isOver = isStopword(word);
    const whole = close(isOver ? '' : word);
    if (whole !== '') kept.push(whole);
    follows = !isOver;
  }
  close('');
  return kept;
}

function isSingle(word: string): boolean {
  return /^\p{Script=Han}$/u.test(word);
}
