/** Who published a copy, as a page or a meta element says it. */

const LABEL = /^(?:信息|文章|稿件|内容)?(?:来源|稿源)\s*[：:]\s*/u;
/** What pages set behind the name without a space: 厦门日报浏览次数：1024. */
const BEHIND =
  /(?<=.{2})(?:(?:发布|发文|成文|更新|印发|公开)?(?:时间|日期)|浏览|点击|阅读[次量数：:]|访问[次量]|字[号体]|分享|作者|打印|收藏|下载|关闭|(?:责任)?编辑\s*[：:]|责编|审核|校对|(?:19|20)\d{2}[-年/.]).*$/su;
const MARKS_BEHIND = /[\s|｜【[（(、，,;；]+$/u;

/** The name in what stands behind 来源：, or with that before it: 来源：厦门日报浏览次数：1024. */
export function sourceName(text: string): string | null {
  const name = text.trim().replace(LABEL, '').replace(BEHIND, '').replace(MARKS_BEHIND, '');
  return name === '' ? null : name;
}
