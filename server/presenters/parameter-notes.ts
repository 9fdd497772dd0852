import type { Sort } from '../../engine/engine.ts';
import { LIMITS } from '../api/search-parameters.ts';
import { MEASURES } from '../counting/measures.ts';
import { FORMATS } from '../exports/formats.ts';
import type { ParameterProblem } from '../search-state.ts';

/** The orders of results, as readers are offered them. */
export const SORT_LABELS: Readonly<Record<Sort, string>> = {
  relevance: '相关度',
  newest: '最新',
  oldest: '最早',
  report: '按报告',
};

/** What the parameters may be, for readers; programs are told in other words. */
const ALLOWED: Readonly<Record<ParameterProblem['parameter'], string>> = {
  year: '年份应为四位数字，如 2024，或者起止年份，如 2020..2025',
  sort: `排序只有${Object.values(SORT_LABELS).join('、')}四种`,
  mode: '检索方式只有精确、分词、任意三种',
  group: '分组只有按报告一种',
  expand: '别名只有 expand=1 一种写法',
  page: `页码应为 1 到 ${LIMITS.page} 的整数`,
  format: `导出的格式只有 ${FORMATS.join('、')} 几种`,
  measure: `每格的数只有 ${MEASURES.join('、')} 几种`,
  per: `每页条数应为 1 到 ${LIMITS.per} 的整数`,
};

/** What readers are told of parameters that couldn't be used, each once. */
export function parameterNotes(problems: readonly ParameterProblem[]): string[] {
  return [...new Set(problems.map(({ parameter }) => `${ALLOWED[parameter]}；这次没有采用。`))];
}
