import { type RequestedMode, SearchState } from '../search-state.ts';
import { type Page, pageTitle } from './page.ts';

/** A way to write a query: what it means, and an example to follow. */
interface Example {
  readonly q: string;
  readonly meaning: string;
  readonly href: string;
}

interface HelpPage extends Page {
  readonly words: readonly Example[];
  readonly operators: readonly Example[];
  readonly filters: readonly Example[];
  readonly modes: readonly (Example & { readonly label: string })[];
}

/** Presents what can be typed and how it is read. */
export function helpPage(): HelpPage {
  return {
    title: pageTitle('检索方法'),
    styles: ['help'],
    description: '检索词怎样写，怎样排除、任选、限定在一句里或标题里，怎样按城市、年份、章节筛选。',
    canonical: '/help',
    words: [
      example('质量', '汉字逐字匹配，夹在长词里也找得到，如“高质量”'),
      example('养老 床位', '空格分开的词都要在同一段里，不论先后'),
      example('"改革 发展"', '引号里是一个整体，空格代表标点：找到“改革、发展”“改革，发展”'),
      example('PM2.5', '数字和英文按整个词匹配：25 不会找到 2025'),
      example('轉型升級', '繁体与简体、全角与半角、大写与小写都不作区分'),
    ],
    operators: [
      example('养老 -床位', '减号紧跟着词：段里不含这个词'),
      example('高铁 OR 轨道交通', '含其中一个就行；也可以写成 高铁|轨道交通'),
      example('养老 NEAR 托育', '两个词在同一句里'),
      example('标题:产业', '只在独立成行的标题里找'),
      example('就业 -标题:就业 高校毕业生 OR 农民工', '可以合在一起用：空格分开的各项都要满足'),
    ],
    filters: [
      example('轨道交通 城市:资阳', '只看这个地方的报告，全称、简称、区划代码都可以'),
      example('高质量发展 年份:2024..2026', '只看这些年份；一个年份写成 年份:2025'),
      example('增长 章节:预期目标', '只看报告的这一部分'),
      example('投资 类型:计划执行情况报告', '只看这一类报告'),
      example('发展 -年份:2025', '减号加在前面：不看这些'),
      example(
        'city:512000 year:2024 section:tasks',
        '也可以用英文：city、province、year、section、kind、title',
      ),
    ],
    modes: [
      { label: '精确', ...example('轨道交通客流', '连着写的字，连着出现', 'exact') },
      { label: '分词', ...example('轨道交通客流', '切成词，各词都在同一段里', 'words') },
      { label: '任意', ...example('轨道交通客流', '有其中一个词就行，含得多的、词少见的在前', 'any') },
    ],
  };
}

function example(q: string, meaning: string, mode: RequestedMode = 'auto'): Example {
  return { q, meaning, href: new SearchState({ q, mode }).url() };
}
