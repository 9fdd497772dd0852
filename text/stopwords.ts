/**
 * Words that a question or a sentence is held together with: no paragraph need have them for being about
 * the same thing. One line for each kind.
 */
const STOPWORDS = `
  是 有 没有 是否 能否 可否 有没有 是不是 能不能
  什么 多少 几 几个 哪 哪些 哪个 哪里 哪儿 哪年 谁 何 何时 何地 如何 怎样 怎么 怎么样 怎么办 为什么 为何 多大 多高 多长 多快 时候
  请问 请 想 知道 了解 看看 告诉 关于 有关 相关 对于 说 提到 讲
  的 地 得 了 着 过 吗 呢 吧 啊 嘛
  在 和 与 及 以及 或 或者 并 并且 而 而且 但 但是 也 都 还 又 就 才 则 即 等 等等
  把 被 将 对 从 到 由 向 于 以 为 因 因为 所以 给 跟 比 按 按照 通过
  个 位 张 名 户 家 所 项 条 座 台 辆 件 次 亩 只
  这 那 这个 那个 这些 那些 其 其中 它 他 她 我 你 我们 你们 他们
`;

const WORDS: ReadonlySet<string> = new Set(STOPWORDS.trim().split(/\s+/u));

export function isStopword(word: string): boolean {
  return WORDS.has(word);
}
