/**
 * What on a page isn't the report. A new kind of noise is one more line in one of these tables; each
 * pattern matches a whole line.
 */
export interface NoiseRule {
  readonly reason: string;
  readonly pattern: RegExp;
}

/** Noise wherever it stands. */
export const NOISE_ANYWHERE: readonly NoiseRule[] = [
  { reason: '页码', pattern: /^[-—－–·]\s*\d{1,3}\s*[-—－–·]$/u },
  { reason: '页码', pattern: /^\d{1,3}\s*[/／]\s*\d{1,3}$/u },
  { reason: '页码', pattern: /^第\s*\d{1,3}\s*页(?:\s*[,，/／]?\s*共\s*\d{1,3}\s*页)?$/u },
  { reason: '图片说明', pattern: /^.{0,60}(?:记者|通讯员|新华社)[^。]{0,20}摄[）)]?$/u },
  { reason: '图片说明', pattern: /^[^，。我]{0,24}作(?:政府)?工作报告。?$/u },
  { reason: '图片说明', pattern: /^(?:（图[^）]{0,30}）|图片来源[：:].{0,30}|摄影[：:].{0,20})$/u },
  {
    reason: '编辑署名',
    pattern:
      /^[（(【[]?(?:责任编辑|值班编辑|编辑|责编|网络编辑|审核|校对|校审|初审|复审|终审|监制|作者|记者|通讯员|撰稿|供稿)\s*[：:].{0,30}$/u,
  },
  { reason: '来源', pattern: /^[（(【]?(?:信息|文章|稿件|内容|资料)?(?:来源|稿源|转自)\s*[：:].{0,60}$/u },
  { reason: '网页工具', pattern: /^【?(?:字号|字体|文字大小)\s*[：:].{0,30}$/u },
  { reason: '网页工具', pattern: /^(?:浏览|点击|阅读)(?:次数|量|数)?\s*[：:]\s*\d{0,9}\s*次?$/u },
];

/** Where the page goes on after the report: this line and all that follow are left out. */
export const END_OF_REPORT: readonly NoiseRule[] = [
  { reason: '版权说明', pattern: /^本作品(?:是|在|来自|之).{0,60}$/u },
  { reason: '版权说明', pattern: /^(?:Public domain|版权所有|版权声明|著作权|©).{0,80}$/iu },
  { reason: '报送名单', pattern: /^(?:主报|主送|抄报|抄送|分送|报|送|发)\s*[：:].{0,200}$/u },
  {
    reason: '相关链接',
    pattern:
      /^[【[]?(?:相关|延伸|推荐|热门|热点|更多|最新|往期)(?:报道|文档|文章|信息|链接|阅读|新闻|稿件|推荐|解读|专题|内容|政策)[】\]]?[：:]?$/u,
  },
  { reason: '相关链接', pattern: /^(?:上一[篇条]|下一[篇条]|友情链接)\s*[：:]?.{0,60}$/u },
  { reason: '网页工具', pattern: /^.{0,10}(?:扫一扫|扫码).{0,20}$/u },
  { reason: '网页工具', pattern: /^(?:分享到?|分享至|分享)\s*[：:]?.{0,20}$/u },
  {
    reason: '网页工具',
    pattern:
      /^(?:[【[]?(?:收藏|打印|打印本页|关闭|关闭窗口|关闭本页|返回顶部|顶部|我要纠错|纠错|举报)[】\]]?[\s|｜]*){1,6}$/u,
  },
  {
    reason: '版权说明',
    pattern: /^[【[]?(?:免责|特别|郑重)?声明[】\]]?[：:].{0,400}$|^【(?:免责|特别|版权)声明】.{0,400}$/u,
  },
  { reason: '网页工具', pattern: /^您(?:访问|即将|正在|现在).{0,80}(?:离开|链接|网站).{0,40}$/u },
  { reason: '附件下载', pattern: /^(?:附件下载|下载附件|相关附件|文件下载|附件列表)[：:]?$/u },
  { reason: '附件下载', pattern: /^.{0,80}\.(?:pdf|docx?|xlsx?|wps|ofd|zip|rar)$/iu },
  { reason: '网页专题入口', pattern: /^[》>]{1,2}\s*点击.{0,30}$/u },
  { reason: '网页页脚', pattern: /^(?:主办|承办|协办|版权|技术支持)(?:单位|所有)?\s*[：:].{0,80}$/u },
  { reason: '网页页脚', pattern: /^.{0,40}印发$|^（?(?:此件公开发布|完)）?$/u },
  { reason: '网页页脚', pattern: /^.{0,40}(?:ICP备|公网安备|网站标识码).{0,60}$/u },
  { reason: '网页页脚', pattern: /^(?:网站地图|网站声明|联系我们|关于我们|联系地址|联系电话).{0,80}$/u },
];

/** Who signed a report and when: part of it, although it stands below the last sentence. */
export const SIGNATURE = /(?:人民政府|委员会|办公室|办公厅|局)$|\d{1,2}月\d{1,2}日$/u;
