import { normalise } from '../../text/normalise.ts';
import { isFunctionWord, isNumeral } from '../../text/part-of-speech.ts';
import { POLICY_TERMS } from '../../text/policy-terms.ts';
import { isStopword } from '../../text/stopwords.ts';
import { isPlainWord } from './plain-words.ts';

const KNOWN_TERMS: ReadonlySet<string> = new Set(POLICY_TERMS.map(normalise));

/**
 * Words that place, weigh and join what is said, whatever that is, and that the dictionary has as nouns, verbs or
 * adverbs; what only says that there is a meeting; and ends of words that the dictionary has as words (of 进博会). One
 * line for each kind.
 */
const EMPTY = `
  以上 以下 以内 以外 以来 之间 之内 之外 之前 之后 期间 左右 方面 来说 来看 在内
  今年 去年 明年 上年 当年 全年 今后 目前 当前 现在 过去 年内 年初 年底 年末 正在
  进一步 必须 更加 更好 更大 更多 更高 更为 较大 较好 较快 分别 特别 已经 一定 始终 比较 仍然 相对 相当 首先 尤其 越来越 尚未
  至少 逐年 逐步 不断 必将 务必 不少 一些 一批 一起 一切 许多 很多
  可以 能够 应当 应该 不能 需要 不是 这是 就是 还是 还有 起来 包括 作为 成为 属于 达到 超过 有关 给予
  时期 年度 年均 近年来 长期 原来 后来 不久 以后 以前 先后 早日 如期
  大会 各位 代表 委员 同志 审议 请予 总结 回顾
  博会 年收入
`;

const EMPTY_WORDS: ReadonlySet<string> = new Set(EMPTY.trim().split(/\s+/u));

/** Begins with what points at something else, or goes on counting: 之窗, 每年, 余户 of 三千余户. */
const POINTING = /^[之这那某每各]|^余.$/u;

/** A figure in Han characters, and what it may count: neither says anything (一个, 二是, 万吨, 百分之五). */
const FIGURE = /^[第约近]?[〇零一二两三四五六七八九十百千万亿几多半]+[余多]?/u;
const COUNTED =
  /^(?:|[年月日天次元岁级类件吨亩届期斤人户]|[个大条项种批名家]+|亿?元|亿?美元|公里|平方米|人次|分之.*)$/u;

/** The terms of our dictionary, which are words wherever they stand. */
export function policyTerms(): Iterable<string> {
  return KNOWN_TERMS;
}

export function isPolicyTerm(word: string): boolean {
  return KNOWN_TERMS.has(word);
}

/** Tells whether a word says nothing that a report could be about. */
export function isEmptyWord(word: string): boolean {
  return EMPTY_WORDS.has(word) || POINTING.test(word) || isStopword(word) || isFunctionWord(word);
}

/** Tells whether a word says what something is about, not only how or how much. */
export function isTelling(word: string): boolean {
  if (KNOWN_TERMS.has(word)) return true;
  if (isEmptyWord(word) || isPlainWord(word)) return false;
  const rest = word.replace(FIGURE, '');
  return rest === word || !(COUNTED.test(rest) || isStopword(rest) || isNumeral(word));
}
