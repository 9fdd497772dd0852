/**
 * Words that say how something is done, and verbs that any task has: the most frequent adverbs, verbs and adjectives of
 * 120 work reports (1954 to 2026), read through by hand, without those that a report can be about (扶贫, 防控, 稳定,
 * 开放). jieba's tags alone don't tell: it has 大力 and 着力 as nouns, and 治理 and 创新 as verbs like 确保.
 */
const HOW = `
  全面 大力 着力 全力 有力 有序 积极 认真 切实 努力 坚决 严格 顺利 正确 充分 明确 迅速 坚实 适时 持续 深入 扎实 有效
  主动 加快 加速 加大 继续 稳步 奋力 大幅 大幅度 快速 率先 尽快 共同 初步 自觉 真正 依然 牢牢 紧紧 紧密 密切 广泛 明显 显著
  成功 圆满 妥善 稳妥 坚定 坚强 严厉 充分发挥 高度 超额 统筹 优先 强力 精心 用心 千方百计 坚定不移 不折不扣 不失时机
  毫不动摇 深刻 严肃
`;

const VERBS = `
  推进 推动 加强 增长 实施 提高 提升 实现 坚持 完善 完成 支持 促进 开展 建成 强化 新增 打造 扩大 建立 做好 抓好 取得 增强 改善
  增加 解决 确保 要求 构建 保持 形成 鼓励 突出 引导 实行 巩固 发挥 贯彻 落实 健全 制定 得到 转变 维护 进行 办好 争取
  拓展 围绕 带动 出台 举办 探索 做到 引领 提供 累计 提出 参与 发生 聚焦 采取 结合 设立 使用 降低 具有 安排 打好 打赢 存在 减少
  入选 进入 搞好 创造 注重 融入 保证 为主 处理 改进 树立 纳入 争创 确定 把握 成立 重视 帮助 面临 抓紧 面对 适应 到位 获得 获评 荣获
  防止 依托 表示 改变 作出 不够 用于 满足 有利于 践行 依靠 看到 释放 高于 低于 履行 狠抓 推出 迈出 夯实 减轻 参加 破解 承接
  缓解 符合 抢抓 力争 营造 调动 主攻 打响 上升 下降 发扬 努力完成 增至 做实 做强 做优 建好 用好 助力 助推 筑牢 加力 启动 位居
  造成 召开 有所 有待 可能 接受 贯彻落实 建立健全 认真落实 应对 听取 听到 具备 展现 牵引 提前 赶上 达标
  深化 优化 推行 补齐 做足 稳住 聚力 严控 促稳 面向 得益于 相比 相结合 不要 才能 绝不能 决不能 既要 勇于 占比达 比达
`;

const ADJECTIVES = `
  重大 重要 主要 重点 基本 总体 整体 全部 所有 整个 实际 先进 良好 一般 根本 最大 最好 最高 连续 广大 严重 适当 不同 具体 很大 强大
  伟大 巨大 完整 丰富 现有 大规模 合理 突破性 首批 首个 首次 首家 若干 诸多 大批 大多数 绝大多数 复杂 有机
`;

const MANNER: ReadonlySet<string> = wordsOf(HOW);
const PLAIN: ReadonlySet<string> = new Set([...MANNER, ...wordsOf(VERBS), ...wordsOf(ADJECTIVES)]);

function wordsOf(list: string): Set<string> {
  return new Set(list.trim().split(/\s+/u));
}

/** What else stands before a verb in a word like 深入开展. */
const BEFORE_VERB = /^(?:不断|逐步|进一步|始终|十分|有所)./u;

/** Tells whether a word says how something is done or that it is done, and not what: 认真, 加强, 大力发展. */
export function isPlainWord(word: string): boolean {
  return PLAIN.has(word) || isInManner(word);
}

/** What jieba has as one word, and that begins with how something is done: 深入开展, 大力支持, 进一步提高. */
function isInManner(word: string): boolean {
  return BEFORE_VERB.test(word) || (word.length === 4 && MANNER.has(word.slice(0, 2)));
}
