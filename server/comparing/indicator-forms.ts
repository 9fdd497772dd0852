/**
 * How reports write one indicator, a line each: in a target, and a year later in its result. `()` may be missing,
 * `[|]` is one of several, spaces part whole names. Only what goes without saying (whose product, 全社会, 规上 for
 * 规模以上, 额 or 值) may differ within a line: what is measured, of whom, and in or out (收入, 支出) may not.
 * text/aliases.txt is for searching: it goes further (市场主体 for 经营主体), and leaves out 地方 and 全社会, which a
 * search finds anyway.
 */
const FORMS = `
  (地区|国内)生产总值 GDP
  人均(地区|国内)生产总值 人均GDP
  [规模以上|规上]工业增加值
  (全社会)固定资产投资(额|总额)
  社会消费品零售(总)额 社(消)零总额
  (外贸)进出口(贸易)[总额|总值]
  (地方)(财政)一般公共预算收入 (地方)公共财政预算收入
  (地方)(财政)一般公共预算支出 (地方)公共财政预算支出
  粮食(总)产量
  [单位|万元](地区|国内)生产总值(综合)[能耗|能源消耗] [单位|万元]GDP(综合)[能耗|能源消耗]
  [单位|万元](地区|国内)生产总值二氧化碳排放(量) [单位|万元]GDP二氧化碳排放(量)
  (全社会)[研发|研究与试验发展](经费)(投入|支出)强度
  居民消费价格(指数|总指数|总水平) CPI
  城镇新增就业(人数)
  城镇(居民)登记失业率
  (城镇)调查失业率
  (全体)居民(人均)(可支配)收入
  城镇(常住)居民(人均)(可支配)收入
  农村(常住)居民(人均)(可支配)收入
  [农民|农村居民]人均纯收入
  (常住人口)城镇化率
`;

/** The first part of a form that can be written in several ways. */
const CHOICE = /\((?<missing>[^)]*)\)|\[(?<several>[^\]]*)\]/u;

const LINES: readonly (readonly string[])[] = FORMS.trim()
  .split('\n')
  .map((line) => line.trim().split(' ').flatMap(written));

const LINE_OF: ReadonlyMap<string, readonly string[]> = new Map(
  LINES.flatMap((names) => names.map((name) => [name, names] as const)),
);

/** All ways in which a form can be written. */
function written(form: string): string[] {
  const { 0: choice, groups } = CHOICE.exec(form) ?? {};
  if (choice === undefined) return [form];
  const ways = groups?.missing === undefined ? [] : [''];
  return [...ways, ...(groups?.missing ?? groups?.several ?? '').split('|')].flatMap((way) =>
    written(form.replace(choice, way)),
  );
}

/** All names of the indicator that a name is of, the same list for each of them; the name alone where it has no others. */
export function formsOf(name: string): readonly string[] {
  return LINE_OF.get(name) ?? [name];
}
