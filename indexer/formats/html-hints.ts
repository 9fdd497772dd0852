import { isTitle } from '../parse/front-lines.ts';
import type { Hints } from '../parse/hints.ts';
import { sourceName } from '../parse/source-name.ts';
import type { Page } from './html-page.ts';
import { hanCount } from './source.ts';

const TITLE_NAMES = ['articletitle', 'og:title', 'dc.title'];
const DATE_NAMES = [
  'pubdate',
  'publishdate',
  'publishtime',
  'article:published_time',
  'firstpublishedtime',
  'dc.date',
];
const SOURCE_NAMES = ['contentsource', 'source', 'article:author'];
const SITE_NAMES = ['sitename', 'og:site_name'];

const HEADING_MARK = /^# /;
/** An item of a list above an article is one of a menu. */
const ITEM_MARK = '- ';

/** How far into a page browsers note where they saved it from. */
const HEAD = 4096;
const SAVED_FROM = /<!--\s?saved from url=\(\d{1,6}\)(https?:\/\/[^\s>]{1,2000})/i;
/** How many lines from the top a page tells who published it and when. */
const TOP_LINES = 80;
const SOURCE_LINE = /(?:信息|文章|稿件|内容)?(?:来源|稿源)\s*[：:]\s*([^\s|｜，。；：:（）()【】[\]]{2,30})/u;
const DATE_LINE =
  /(?:(?:发布|公布|发文|成文|更新|印发)(?:时间|日期)|时间|日期)\s*[：:]\s*(\d{4}\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2})/u;
const DAY = /((?:19|20)\d{2})\s*[-年/.]?\s*(\d{1,2})\s*[-月/.]?\s*(\d{1,2})/u;
/** Lines that say who published a page, or how often it was read, give the day without a name for it. */
const FACTS = /来源|稿源|浏览|点击|阅读|编辑|字[号体]|作者/u;
const LONGEST_FACTS = 160;
const DAY_IN_FACTS = /(?<![\d-])(20\d{2}\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2})(?!\d)/u;
const TITLE_SEPARATOR = / ?[_|｜] ?| [-–—]{1,3} |(?<=[\p{Script=Han}\d）)》”])-{1,2}(?=\p{Script=Han})/u;
const SITE = /(?:网|网站|门户|首页|平台|人民政府|图书馆)$/u;
/** A site's name that only a space parts from the title. */
const SITE_BESIDE =
  /^\S{2,20}(?:网|网站|门户|平台)\s+(?=\S)|^\S{2,20}人民政府\s+(?=\S.*报告)|(?<=\S)\s+\S{2,20}(?:网|网站|门户|平台|人民政府)$/u;

/**
 * Reads what a page says about its article: in its meta elements, its title, and the lines at its top.
 * @param html the page as it was decoded: the comment in which browsers note its address.
 * @param lines the text of the whole page.
 * @param above lines of the page above its article.
 */
export function hintsOf(
  $: Page,
  html: string,
  lines: readonly string[],
  above: readonly string[],
): Omit<Hints, 'leftOut'> {
  const metas = metasOf($);
  const top = lines.slice(0, TOP_LINES);
  const first = (names: readonly string[]) => names.map((name) => metas.get(name)).find(Boolean) ?? null;
  return {
    url: addressOf([
      $('link[rel=canonical]').attr('href'),
      metas.get('og:url'),
      SAVED_FROM.exec(html.slice(0, HEAD))?.[1],
    ]),
    title: titleOf($, first(TITLE_NAMES), first(SITE_NAMES), above),
    date: dayIn(first(DATE_NAMES)) ?? dayIn(firstMatch(top, DATE_LINE)) ?? dayIn(dayInFacts(top)),
    source: sourceName(first(SOURCE_NAMES) ?? firstMatch(top, SOURCE_LINE) ?? ''),
    site: first(SITE_NAMES) ?? siteIn($('title').first().text()),
  };
}

/** The meta elements by name in lower case; the first of a name counts. */
function metasOf($: Page): Map<string, string> {
  const metas = new Map<string, string>();
  for (const meta of $('meta').get()) {
    const name = (meta.attribs.name ?? meta.attribs.property ?? '').toLowerCase();
    const content = (meta.attribs.content ?? '').trim();
    if (content !== '' && !metas.has(name)) metas.set(name, content);
  }
  return metas;
}

function addressOf(candidates: readonly (string | undefined)[]): string | null {
  for (const candidate of candidates) {
    if (candidate === undefined || !URL.canParse(candidate)) continue;
    const { protocol, href } = new URL(candidate);
    if (protocol === 'http:' || protocol === 'https:') return href;
  }
  return null;
}

/** The name of a report in the first of these that has one, else the first that doesn't name the site. */
function titleOf(
  $: Page,
  declared: string | null,
  site: string | null,
  above: readonly string[],
): string | null {
  const headings = $('h1')
    .get()
    .map((h1) => $(h1).text());
  const candidates = [declared ?? '', $('title').first().text(), ...headings];
  const titles = candidates.flatMap((candidate) => withoutSite(candidate, site) ?? []);
  const lineAbove = above
    .map((line) => line.replace(HEADING_MARK, ''))
    .findLast((line) => !line.startsWith(ITEM_MARK) && isTitle(line));
  return titles.find(isTitle) ?? lineAbove ?? titles[0] ?? null;
}

/**
 * The part of a page's title that names the article, or null where all of it names the site: the longest
 * name of a report (a channel is called 政府工作报告 too), else the first.
 */
function withoutSite(title: string, site: string | null): string | null {
  const parts = partsOf(title)
    .map((part) => part.replace(SITE_BESIDE, ''))
    .filter((part) => part !== site && !SITE.test(part));
  const [longest] = parts.filter(isTitle).toSorted((a, b) => b.length - a.length);
  return longest ?? parts[0] ?? null;
}

/** The day in a line that says who published a page, but not today's: 2026-01-20 10:00 来源：…. */
function dayInFacts(lines: readonly string[]): string | null {
  return firstMatch(
    lines.filter((line) => line.length <= LONGEST_FACTS && FACTS.test(line) && !/今天|星期|。/u.test(line)),
    DAY_IN_FACTS,
  );
}

/** The part of a page's title that names the site. */
function siteIn(title: string): string | null {
  return partsOf(title).find((part) => SITE.test(part)) ?? null;
}

function partsOf(title: string): string[] {
  return title
    .replace(/\s+/gu, ' ')
    .split(TITLE_SEPARATOR)
    .map((part) => part.trim())
    .filter((part) => hanCount(part) > 0);
}

function firstMatch(lines: readonly string[], pattern: RegExp): string | null {
  for (const line of lines) {
    const match = pattern.exec(line);
    if (match) return match[1] ?? null;
  }
  return null;
}

/** The day a text starts with or holds, YYYY-MM-DD; null where there is no such day. */
function dayIn(text: string | null): string | null {
  const [, year, month = '', day = ''] = DAY.exec(text ?? '') ?? [];
  if (year === undefined) return null;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(time.getTime()) || time.toISOString().slice(0, 10) !== date ? null : date;
}
