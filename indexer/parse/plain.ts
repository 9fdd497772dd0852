import { normalise } from '../../text/normalise.ts';

/**
 * The form of a text that rules are matched against, character by character, so that offsets stay:
 * simplified characters, half-width digits, full-width punctuation beside Chinese.
 */
export function plain(text: string): string {
  return text
    .replace(HAN, simplified)
    .replace(WIDE_DIGIT, (digit) => String.fromCharCode(digit.charCodeAt(0) - WIDE_OFFSET))
    .replace(NARROW_MARK, (mark) => String.fromCharCode(mark.charCodeAt(0) + WIDE_OFFSET));
}

const HAN = /[\u4e00-\u9fff]/gu;
const WIDE_DIGIT = /[０-９]/gu;
const WIDE_OFFSET = 0xfee0;
const BESIDE = '[\\p{Script=Han}”’》）)%％]';
const NARROW_MARK = new RegExp(`(?<=${BESIDE})[,:;!?()]|[()](?=\\p{Script=Han})`, 'gu');

const known = new Map<string, string>();

function simplified(character: string): string {
  let simple = known.get(character);
  if (simple === undefined) {
    simple = normalise(character);
    known.set(character, simple);
  }
  return simple;
}
