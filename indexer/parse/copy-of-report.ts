import { captured, type Evident } from './evident.ts';
import type { Dropped } from './line.ts';

/** Where a copy of a report comes from, as the page around it says. */

const SOURCE = /(?:信息|文章|稿件|内容)?(?:来源|稿源)\s*[：:]\s*([^\s，。；|）)】：:]{2,30})/du;

/** Who published the copy, from the lines of the page around the text. */
export function sourceOf(dropped: readonly Dropped[]): Evident<string> | null {
  for (const { text } of dropped) {
    const found = captured(SOURCE, text);
    if (found !== null) return found;
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
