import { ReportProblem } from './problem.ts';

/** What UTF-8 looks like that was read as Western text: letters with accents in place of Chinese. */
const WESTERN = /[\u0080-\u009f\u00a1-\u00b6\u00b8-\u00ff]/gu;
/** What the commas and stops of UTF-8 look like that was read as GBK; no report has these characters. */
const GBK = /[锛銆]/gu;
/** What stands for a character that couldn't be read, itself or read as GBK once more. */
const LOST = /\ufffd|锟斤拷/gu;
const HAN = /\p{Script=Han}/gu;
/** Up to so many of them a text may have. */
const FEW = 50;

/** Refuses a text whose characters were mistaken for those of another encoding before it was saved. */
export function refuseGarbled(text: string): void {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const han = count(HAN);
  const western = count(WESTERN);
  const isWestern = western > FEW && western > han;
  const isGbk = count(GBK) > FEW && count(GBK) * 100 > han;
  const isLost = count(LOST) > FEW && count(LOST) * FEW > han;
  if (!isWestern && !isGbk && !isLost) return;
  throw new ReportProblem(
    'damaged',
    '文件里是乱码：保存时用错了编码，原来的文字已读不出。请重新下载或复制原文，另存为纯文本（UTF-8）。',
  );
}
