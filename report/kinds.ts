/** The kinds of report, and the word each has in a report's id. */
export const KIND_SLUGS = {
  政府工作报告: 'work-report',
  计划执行情况报告: 'plan-report',
  工作简报: 'briefing',
  图解: 'infographic',
} as const;

export type Kind = keyof typeof KIND_SLUGS;

export const KINDS = Object.keys(KIND_SLUGS) as readonly Kind[];
