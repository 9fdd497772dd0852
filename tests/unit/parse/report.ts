/** A short report with the parts of a modern one; tests change what they are about. */
export const TITLE = '2026年福建省政府工作报告';
export const MEETING = '——2026年1月27日在福建省第十四届人民代表大会第四次会议上';

const SENTENCE =
  '坚持稳中求进工作总基调，完整准确全面贯彻新发展理念，推动经济实现质的有效提升和量的合理增长。';

export const BODY = [
  '各位代表：',
  '现在，我代表省人民政府，向大会报告工作，请予审议。',
  '一、2025年工作回顾',
  `过去一年，我们攻坚克难。${SENTENCE}`,
  '（一）着力推进向新向优发展，产业转型升级步伐加快',
  `先进制造业骨干作用增强。${SENTENCE}`,
  `在此，我代表省人民政府，向全省人民表示衷心的感谢！`,
  `同时，我们也清醒地认识到，发展中还存在不少问题。${SENTENCE}`,
  '二、“十五五”时期主要目标任务',
  `根据规划纲要，我们要实现新的跨越。${SENTENCE}`,
  '三、2026年重点工作',
  `今年是“十五五”开局之年，机遇和挑战并存。`,
  `做好今年工作的总体要求是：${SENTENCE}`,
  `今年经济社会发展主要预期目标是：地区生产总值增长5%。`,
  '重点做好以下工作：',
  `（一）壮大实体经济。${SENTENCE}`,
  `（二）加强政府自身建设。${SENTENCE}`,
  '各位代表！让我们更加紧密地团结起来，为谱写中国式现代化福建篇章而努力奋斗！',
];

export function reportText(
  lines: readonly string[] = [TITLE, MEETING, '福建省人民政府省长 赵龙', ...BODY],
): string {
  return lines.join('\n');
}
