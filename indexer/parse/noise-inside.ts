import type { NoiseRule } from './noise-rules.ts';

/** What a newspaper or the tools of a page leave between the paragraphs of a report: whole lines only. */

const PAGE_OF_PAPER = '第?\\s*(?:[A-Z]?\\d{1,3}|[一二三四五六七八九十]{1,3})\\s*版';
const PAPER = '\\p{Script=Han}{1,8}(?:日报|晚报|早报|晨报|时报|商报|都市报|快报)';
const DAY = '(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日';
const REPORTER = '(?:本报|本网|本台|本刊|全媒体|新华社|融媒体)?(?:首席|见习)?(?:记者|通讯员)';
const NAMES = '(?:[\\s：:、]*\\p{Script=Han}{2,4}(?:\\s\\p{Script=Han})?){1,5}';
const TO_A_PAGE = '(?:首页|上一页|上页|下一页|下页|尾页|末页|[[［【]?\\d{1,3}[\\]］】]?)';

const line = (words: string) => new RegExp(`^(?:${words})$`, 'u');

export const NOISE_INSIDE: readonly NoiseRule[] = [
  { reason: '版面转接', pattern: line(`[（(【]?(?:下转|上接|紧接)\\s*${PAGE_OF_PAPER}.{0,8}[）)】]?`) },
  {
    reason: '报纸版面',
    pattern: line(`《?${PAPER}》?[\\s｜|/]*${DAY}[\\s｜|/]*(?:星期.)?[\\s｜|/]*(?:${PAGE_OF_PAPER}.{0,8})?`),
  },
  { reason: '电头', pattern: line(`[（(]?(?:新华社|中新社|本报)\\p{Script=Han}{2,8}${DAY}[电讯]?[）)]?`) },
  {
    reason: '记者署名',
    pattern: line(`[（(]?${REPORTER}[\\s：:]${NAMES}\\s*(?:摄影报道|文[/／]图|报道|摄)[）)]?`),
  },
  { reason: '记者署名', pattern: line(`[（(]${REPORTER}[\\s：:]${NAMES}[）)]`) },
  { reason: '图片说明', pattern: line('图片|图源\\s*[：:].{1,20}|[△▲▽▼]\\s*(?:图为.{1,40}|.{1,40}\\s摄)') },
  {
    reason: '网页翻页',
    pattern: line(`(?=.*[首上下尾末一]页)(?:分页[：:]?\\s*)?${TO_A_PAGE}(?:\\s+${TO_A_PAGE}){1,30}`),
  },
  {
    reason: '网页工具',
    pattern: line(
      '点击(?:图片)?(?:查看|放大)(?:大图|原图|图片|更多|全文)?|(?:视频|图片|音频)加载(?:失败|中).{0,20}|听新闻|展开(?:全文|更多)|(?:查看|阅读)(?:更多|全文)' +
        '|返回(?:目录|顶部|首页)|(?:向上|向左|上下|左右)滑动(?:阅览|查看|阅读).{0,4}|倍速|广告|\\d{1,6}条评论|[↓↑→]{2,}|\\d{1,2}:\\d{2}\\s*[/／]\\s*\\d{1,2}:\\d{2}' +
        '|分享(?:到|至)(?:微信|微博|朋友圈|QQ).{0,8}|点击上方.{1,12}关注.{0,6}|(?:扫描|长按|识别)(?:上方|下方)?二维码.{0,12}',
    ),
  },
];
