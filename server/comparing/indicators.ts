import type { Block } from '../../report/types.ts';

/** What a target says of its indicator: where its name ends. */
const MOVES =
  /增长|增速|增幅|涨幅|上涨|下降|降低|降幅|提高|提升|年均|累计|同比|稳定|稳步|控制|保持|力争|确保|高于|不低于|达|突破|超过|实现|完成|(?<!人)均|分别|占比|\P{Script=Han}/u;

/** What may stand before a name, and isn't part of it. */
const BEFORE = /^(?:其中|全[国省市县区年]|(?:力争|确保|实现|完成|推动|促进|保持))+/u;

/** Names of fewer characters are words that stand anywhere (投资, 出口). */
const SHORTEST = 4;

/**
 * The names of the indicators that targets are set for, in the words of their own text: what stands at the
 * beginning of a clause, up to the figure or to what is to become of it (城镇新增就业 of 城镇新增就业1.7万人).
 * @returns each once, in reading order. A name may be more than one (环境质量和节能减排指标): it is only ever
 *   looked for to the letter.
 */
export function indicatorsOf(blocks: readonly Block[]): string[] {
  const names = blocks.flatMap(({ text }) =>
    text
      // The cells of a row belong together.
      .replaceAll(' | ', '')
      .split(/[，,；;。：:、]/u)
      .flatMap(indicatorOf),
  );
  return [...new Set(names)];
}

function indicatorOf(clause: string): string[] {
  const said = clause.trim().replace(BEFORE, '');
  const end = said.search(MOVES);
  return end >= SHORTEST ? [said.slice(0, end)] : [];
}
