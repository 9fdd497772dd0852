import type { SectionId } from '../../report/sections.ts';
import { GLOSSARY_HEADING } from './glossary-heading.ts';

/** A heading or paragraph that matches belongs to the section. */
export interface SectionRule {
  readonly section: SectionId;
  readonly pattern: RegExp;
}

const PERIOD =
  '(?:[“"](?:十[一二三四五六七八九]?|[一二三四五六七八九])五[”"]|十[一二三四五六七八九]?五(?=时期|期间|规划|计划)|第十.{0,2}个?五年(?:规划|计划)|五年|(?<!\\d)5年|[二两三四几]年来|本届政府)';

export const PERIOD_WORDS = new RegExp(PERIOD, 'u');
export const PAST_WORDS =
  /回顾|成就|总结|完成情况|执行情况|工作情况|(?:全面|较好|圆满)完成(?!.*(?:收官|确保))|过去(?:一年|的?五年|几年)|^去年|[二两三四五几]年来/u;
/** What was achieved or is to be: titles of parts about the past and of those about this year have it. */
export const SUCCESS = /(?<!优异)成绩|新进展|新成效|取得/u;
export const AHEAD_WORDS = /目标|任务|考虑|部署|思路|安排|举措|要求|打算|建议|工作|规划|纲要/u;
export const PAST_YEAR = /(?:19|20)\d{2}年|过去(?:的)?一年|去年|一年来/u;

/** Headings whose words alone tell their section, tried in order. */
export const HEADING_RULES: readonly SectionRule[] = [
  { section: 'glossary', pattern: GLOSSARY_HEADING },
  { section: 'appendix', pattern: /^附(?:件|录|表)/u },
  { section: 'closing', pattern: /^(?:结束语|结语)$/u },
];

/** How a part about the first or the last year of a plan speaks of the plan. */
export const YEAR_OF_PLAN = /开局|开好局|起好步|开门红|收官/u;

/** Parts whose matter has no section of its own. */
export const FOREIGN_AFFAIRS = /国际形势|外交|对外政策/u;

/** The government's own work, as headings below a part name it. */
export const SELF_GOV_HEADING = /政府自身|自身(?:改革和)?建设/u;

/** Headings of the part about the year or years ahead, tried in order. */
export const AHEAD_RULES: readonly SectionRule[] = [
  {
    section: 'self_gov',
    pattern:
      /政府自身|自身(?:改革和)?建设|政府治理|政府(?:效能|职能|作风)|(?:法治|服务型|廉洁|有为|效能|满意).{0,8}政府|政府建设|^(?:加强|加快|着力|全力|努力)?(?:建设|打造).{2,24}政府$|行政能力|政风建设/u,
  },
  { section: 'livelihood', pattern: /(?:民生|惠民|为民)(?:办)?实事/u },
  {
    section: 'requirements',
    pattern: /总体要求|总体思路|指导思想|总要求|基本要求|要求和|总体部署|总体安排|总体考虑/u,
  },
  { section: 'targets', pattern: /预期目标|主要目标|目标建议|^目标|年(?:的)?(?:发展)?目标$|指标/u },
  {
    section: 'situation',
    pattern: /形势|(?<!(?:抓|把握|用好).{0,10})机遇|(?<!(?:优化|改善|营造|打造|建设).{0,10})发展环境/u,
  },
  {
    section: 'tasks',
    pattern:
      /(?:重点|主要|政府|年).{0,6}(?:工作|任务)|工作(?:任务|安排|重点|建议|打算|部署)|重点措施|主要措施|(?:做好|抓好).{0,12}工作/u,
  },
];

/** Titles of parts that go on to tasks after requirements and targets: 2026年主要目标和重点工作. */
export const TASKS_TOO = /[和及与、].{0,12}(?:工作|任务|举措|措施|重点)(?:的?(?:安排|建议|部署|打算))?$/u;

/** How the title of an old part looks ahead. */
export const LOOKS_AHEAD = /今后|任务/u;

/** How the title of an old part names a time behind. */
export const OLD_PAST = /过去|去年|(?:[一二三四五六七八九十几]|19\d{2})年(?:来|的?(?:政府)?工作)|回顾/u;

/** How a paragraph of the part about the past tells that it is about something else. */
export const PAST_CUES: readonly SectionRule[] = [
  {
    section: 'thanks',
    pattern:
      /^(?:各位代表[！!，,：:])?(?:在此，|借此机会，|这里，)?我(?:谨)?(?:代表[^。！]{2,30}[，,]?)?(?:再次)?向[^！]*(?:感谢|敬意)/u,
  },
  {
    section: 'problems',
    pattern:
      /^.{0,50}(?:清醒|深刻|充分|客观|也要|必须|应当).{0,8}(?:认识|看到|意识|正视)|^.{0,60}(?:还存在|仍存在|存在着?).{0,20}(?:困难|问题|不足|矛盾|挑战)|^(?!过去|去年|一年来|五年来|20).{0,40}面临.{0,12}(?:困难和|问题和|挑战和|不少困难)/u,
  },
  {
    section: 'review_period',
    pattern: /^.{0,30}(?:标志着[“"]十.五[”"]|这五年|(?<!近)五年来|过去五年|过去的五年)/u,
  },
  {
    section: 'review',
    pattern: /^.{0,16}(?:刚刚过去的|过去(?:的)?一年|一年来|去年)|^(?:19|20)\d{2}年，?(?:是|面对)/u,
  },
  { section: 'review_period', pattern: /^(?:各位代表[！，])?[“"]十.五[”"](?:时期|期间|以来|规划)/u },
];

/** How a paragraph of the part about the time ahead tells what it is about. */
export const AHEAD_CUES: readonly SectionRule[] = [
  {
    section: 'tasks',
    pattern:
      /^.{0,40}(?:重点|着力|着重|具体|主要|切实|全力|集中精力)(?:要)?(?:做好|抓好|抓|推进|做).{0,16}工作[：:。]?$|^.{0,30}(?:任务|措施|工作)(?:是|有|如下)[：:]$|^.{0,30}(?:做好|抓好)(?:以下|下列|如下|.{1,3}个?方面).{0,8}工作[：:。]/u,
  },
  { section: 'targets', pattern: /^.{0,60}(?:预期目标|主要目标|目标(?:建议)?(?:是|为)[：:]|增长目标)/u },
  {
    section: 'requirements',
    pattern:
      /^.{0,40}(?:总体要求|总体思路|指导思想|总要求)|^.{0,160}(?:以(?:习近平|邓小平|毛泽东).{0,40}为指导|高举.{0,30}旗帜)/u,
  },
  {
    section: 'situation',
    pattern:
      /^.{0,60}(?:形势|机遇|挑战|有利条件|环境)|^.{0,60}(?:关键|开局|收官|起步|重要)(?:之年|一年|的一年)|^(?:19|20)\d{2}年，?是/u,
  },
  { section: 'livelihood', pattern: /^.{0,30}(?:办好|办实|实施|做好|抓好|推进|完成).{0,24}民生实事/u },
];

/** A paragraph that turns to the government's own work, after the tasks. */
export const SELF_GOV_CUE = /^.{0,80}(?:政府自身建设|人民满意的?(?:服务型)?政府|政府履职能力)/u;

/** Last paragraphs of a report. */
export const CLOSING =
  /让我们|奋斗[！!。]|团结起来|万岁[！!]|谱写.{0,40}[！!]|不懈努力[！!。]|胜利[！!]|前进(?:吧)?[！!]/u;

/** Thanks to those who listened, below the last words. */
export const THANKS_FOR_LISTENING = /^谢谢.{0,6}[！。]?$/u;

/** The section of the first rule that a text matches. */
export function matchRules(rules: readonly SectionRule[], text: string): SectionId | undefined {
  return rules.find((rule) => rule.pattern.test(text))?.section;
}
