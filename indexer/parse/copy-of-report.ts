import { PUBLISHED } from '../../report/evidence.ts';
import { captured, type Evident } from './evident.ts';
import type { Dropped } from './line.ts';
import { sourceName } from './source-name.ts';

/** Where a copy of a report comes from, as the page around it and the file itself say. */

const SOURCE = /(?:信息|文章|稿件|内容)?(?:来源|稿源)\s*[：:]\s*([^\s，。；|）)】：:]{2,30})/du;

/** Who published the copy, from the lines of the page around the text. */
export function sourceOf(dropped: readonly Dropped[]): Evident<string> | null {
  for (const { text } of dropped) {
    const found = captured(SOURCE, text);
    const name = found && sourceName(found.value);
    if (found && name) return { value: name, evidence: found.evidence };
  }
  return null;
}

const URL_LINE = /(?:原文链接|原文地址|网址|链接|来源网址|URL)\s*[：:]?\s*(https?:\/\/[^\s<>"'）)]{4,500})/iu;

/** Address of the copy, where the page gives it. */
export function urlOf(dropped: readonly Dropped[]): Evident<string> | null {
  for (const { text } of dropped) {
    const match = URL_LINE.exec(text);
    if (match) return { value: match[1] ?? '', evidence: text };
  }
  return null;
}

/** What the file says beside its text. */
export function hinted(value: string | null): Evident<string> | null {
  return value === null ? null : { value, evidence: `网页信息：${value}` };
}

/** The day a page was published, where it may be that of delivery: in the same year. */
export function published(date: string | null, year: number): Evident<string> | null {
  return date?.startsWith(`${year}-`) ? { value: date, evidence: `${PUBLISHED}：${date}` } : null;
}
