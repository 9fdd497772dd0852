/** The section vocabulary, in reading order: every block of every report has exactly one. */
export const SECTIONS = [
  { id: 'preamble', label: '开篇' },
  { id: 'review', label: '过去一年工作' },
  { id: 'review_period', label: '规划期成就' },
  { id: 'problems', label: '问题与挑战' },
  { id: 'situation', label: '形势' },
  { id: 'requirements', label: '总体要求' },
  { id: 'plan_period', label: '规划期目标' },
  { id: 'targets', label: '预期目标' },
  { id: 'tasks', label: '重点任务' },
  { id: 'livelihood', label: '民生实事' },
  { id: 'self_gov', label: '政府自身建设' },
  { id: 'glossary', label: '名词解释' },
  { id: 'appendix', label: '附录' },
  { id: 'thanks', label: '致谢' },
  { id: 'closing', label: '结语' },
  { id: 'thematic', label: '专题' },
] as const;

export type SectionId = (typeof SECTIONS)[number]['id'];

const BY_ID = new Map<string, (typeof SECTIONS)[number]>(SECTIONS.map((section) => [section.id, section]));
const BY_LABEL = new Map<string, (typeof SECTIONS)[number]>(
  SECTIONS.map((section) => [section.label, section]),
);

/** The label readers see for a section id; an unknown id is its own label. */
export function sectionLabel(id: string): string {
  return BY_ID.get(id)?.label ?? id;
}

/** The section id for an id or a label, or undefined if it is neither. */
export function sectionId(idOrLabel: string): SectionId | undefined {
  return (BY_ID.get(idOrLabel) ?? BY_LABEL.get(idOrLabel))?.id;
}
