import { isGlossaryHeading } from './glossary-heading.ts';
import { plain } from './plain.ts';

/** Titles of the great parts of a report, where they stand without a numeral. */

const LONGEST = 34;
const TIME =
  '(?:(?:19|20)\\d{2}年|过去的?(?:一年|五年|几年)|去年|今年|今后五年|本届政府|[“"]?十[一二三四五六七八九]?五[”"]?|.{0,4}五年来?)';
const MATTER =
  '(?:回顾|成绩|成就|安排|考虑|部署|任务|目标|建议|打算|思路|总结|要求|重点工作|主要工作|工作情况|执行情况|完成情况)';
const PATTERNS: readonly RegExp[] = [
  new RegExp(`^(?:关于)?${TIME}.{0,16}${MATTER}.{0,8}$`, 'u'),
  new RegExp(`^(?:关于|(?:扎实|认真|切实|努力|全力)?(?:做好|抓好))?${TIME}的?(?:各项|政府)?工作$`, 'u'),
  /^(?:全面|切实|进一步|持续)?(?:加强|推进|抓好)?政府自身(?:改革和)?建设$/u,
  /^(?:结束语|结语)$/u,
];

/** Whether a line is the title of a part of a report: 2025年工作回顾, “十五五”时期总体考虑. */
export function isPartTitle(text: string): boolean {
  const bare = plain(text).replace(/\s+/gu, '');
  return (
    bare.length <= LONGEST &&
    !/[，。：；！？]/u.test(bare) &&
    (PATTERNS.some((pattern) => pattern.test(bare)) || isGlossaryHeading(bare))
  );
}
