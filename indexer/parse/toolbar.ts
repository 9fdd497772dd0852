/** Lines of a page that are nothing but its tools, its menus or data about the copy. */

const LONGEST = 160;
const SEPARATOR = '[\\s|｜丨/／、，,·•:：【】［］\\[\\]()（）<>《》«»＞›…_。“”"*×▲▼↑-]';

/** What buttons and menus of a page say. No word is made of others, so that a line reads one way only. */
const WORD =
  '打印(?:本页|页面|文章|文本)?|收藏(?:本页|本文)?|加入收藏|设为首页|关闭(?:窗口|本页|页面)?|分享(?:本页|到|至)?|转发|复制链接|推荐|点赞|评论|(?:我要|网站)?纠错|举报' +
  '|保存|下载|全屏|返回(?:顶部|首页|列表)?|顶部|TOP|上一页|下一页|尾页|微信(?:好友|公众号)?|(?:新浪|腾讯|政务|官方)?微博|QQ(?:空间|好友)?|朋友圈|人人网|豆瓣|抖音|钉钉' +
  '|今日头条|邮件|二维码|字号|字体|文字大小|特大|超大|大(?:字版)?|中|小(?:程序)?|默认|标准|正常|加大|增大|还原|减小|放大|缩小|[AT][+＋]?|语音(?:播报|朗读)|(?:全文|智能)?朗读' +
  '|听(?:全文|新闻|文章)|收听|播放|暂停|停止|继续|重播|(?:网站)?首页|主页|(?:网站)?无障碍(?:浏览|阅读|版)?|长者(?:模式|版|专区)|关怀(?:模式|版)|老年版|适老(?:版|化)' +
  '|繁[體体]?(?:中文|版)?|简体?(?:中文|版)?|English|EN|手机版|移动版|电脑版|(?:统一)?(?:用户)?登录|注册|(?:个人|用户)中心|用户空间|退出|(?:高级|站内|全站|智能|热门)?搜索|搜本站|检索|热搜词?' +
  '|(?:请输入|输入)(?:您要)?搜索(?:内容|关键[词字]|的内容)|请输入关键[词字]|智能(?:问答|机器人|客服)|(?:政务|官方)微信|(?:政务)?新媒体|(?:手机)?客户端|APP|RSS|订阅|邮箱' +
  '|网站(?:地图|导航|声明)|联系我们|关于我们|使用帮助|更多|收起|展开|(?:政务|信息|政府信息)公开|政务服务|办事服务|互动交流|政民互动|公众参与|新闻(?:中心|动态)|要闻动态|领导之窗' +
  '|数据开放|政府数据|专题专栏';
const BETWEEN = new RegExp(SEPARATOR, 'u');
const WORDS = new RegExp(`^${SEPARATOR}*(?:(?:${WORD})${SEPARATOR}*)+$`, 'iu');

/** What a page says about a copy, and its buttons with a colon: 索引号：…, 来源：…, 字号：…. */
const LABEL =
  '(?:信息)?索引号|(?:主题|体裁|组配|信息|公文)?分类|公文种类|文种|发文(?:机关|单位|日期|字号)|(?:发布|公开)(?:机构|单位|部门|主体|方式|形式|时限|范围)' +
  '|(?:生成|成文|发布|更新|公开|印发|废止|施行|实施|录入|上传)(?:日期|时间)|日期|时间|文号|文件编号|编号|主题词|关键[词字]|有效性|时效性?|效力状态|是否有效' +
  '|标题|名称|(?:信息|文件)名称|内容(?:概述|摘要)|(?:信息|文章|稿件|内容|资料|文件)?(?:来源|稿源)|信息类别|服务对象|语种|载体类型|所属主题|责任部门' +
  '|审核人|签发人|录入员?';
const TOOL_LABEL =
  '视力保护色?|背景色|(?:浏览|阅读|点击|访问)(?:次数|总数|量|数|率)?|人气|字号|字体(?:大小)?|文字大小|大小|打印|分享(?:到|至)?|语音';
const OPEN = '[\\s（(【［\\[*※●■]*';
const FIELD = new RegExp(`^${OPEN}(?:${LABEL})\\s{0,4}[：:丨｜].{0,120}$`, 'u');
const TOOL_FIELD = new RegExp(`^${OPEN}(?:${TOOL_LABEL})\\s{0,4}[：:丨｜].{0,120}$`, 'u');
const FIELD_WITHOUT_COLON = new RegExp(
  `^${OPEN}(?:(?:发布|更新|成文|公开|生成)(?:时间|日期)|(?:信息|文章)?来源|索引号|发文字号|(?:浏览|阅读|点击|访问)(?:次数|量|数))\\s+\\S.{0,60}$`,
  'u',
);
const TIMES = '\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?';
const STAMP = new RegExp(
  `^(?:\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}(?:\\s+${TIMES})?|\\d{4}年\\d{1,2}月\\d{1,2}日\\s*(?:${TIMES}|星期.|(?=来源|作者|编辑|字号|【|浏览)))(?:[\\s|｜].{0,100}|(?:来源|作者|编辑|字号|【|浏览).{0,100})?$`,
  'u',
);
const TRAIL =
  /^(?:[您你]?(?:当前|现在|目前)?(?:所处|所在)?的?(?:页面)?位置(?:是|为)?\s*(?:[：:>＞]|首页).{0,100}|(?:网站|本站|中文)?首页\s*[>›»＞/／→|-]+.{1,100}|[^，。；！？>›»＞]{1,24}(?:\s*[>›»＞→]{1,2}\s*[^，。；！？>›»＞]{0,40}){1,7})$/u;
const SITE =
  /^(?:[^，。：；]{2,24}(?:门户网站|政府网|人民政府网站|政务网|信息公开(?:平台|专栏|网))|[A-Za-z][A-Za-z\s.,'’&|()-]{2,80}|(?:[^，。]{0,20}\s)?(?:https?:\/\/|www\.)\S+|今天是.{0,40}|本?网站(?:已)?支持\s*IPv6.{0,20})$/iu;
const PLAYER =
  /^(?:(?:语音播报|语音朗读|听全文|听新闻|全文朗读|全文语音|播放|音频).{0,20}|.{0,12}(?:\d{1,2}:)?\d{1,2}:\d{2}\s*[/／]\s*(?:\d{1,2}:)?\d{1,2}:\d{2}.{0,12}|(?:本文|全文)(?:共|约).{0,10}字.{0,24}|点击(?:播放|收听|朗读|放大|查看|这里|此处).{0,16})$/u;
const PHONE =
  /^.{0,16}(?:扫一扫|扫码(?:查看|阅读|浏览|关注|打开|分享|下载)|扫描.{0,8}二维码|手机(?:扫|查看|阅读|浏览|版)).{0,30}$/u;

const KINDS: readonly { readonly reason: string; readonly patterns: readonly RegExp[] }[] = [
  { reason: '网页导航', patterns: [TRAIL, SITE] },
  { reason: '网页工具', patterns: [PHONE, PLAYER, TOOL_FIELD] },
  { reason: '文章信息', patterns: [STAMP, FIELD, FIELD_WITHOUT_COLON] },
  { reason: '网页工具', patterns: [WORDS] },
];

/** Whether a line has nothing but the names of tools and menus: 打印 | 关闭. */
export function isToolWords(form: string): boolean {
  return form.length <= LONGEST && WORDS.test(form);
}

/**
 * Whether a line is a row of tools wherever it stands. One alone may be a heading (政务公开), and several
 * with commas between them what a tag broke off.
 */
export function isRowOfTools(form: string): boolean {
  return isToolWords(form) && !/[，、。]/u.test(form) && form.split(BETWEEN).filter(Boolean).length > 1;
}

/** Why a line is no text but a tool or a menu of the page, or data about the copy; undefined if it isn't. */
export function toolbarReason(form: string): string | undefined {
  if (form.length > LONGEST) return undefined;
  return KINDS.find(({ patterns }) => patterns.some((pattern) => pattern.test(form)))?.reason;
}
