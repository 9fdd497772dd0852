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
  { reason: '图片说明', pattern: /^.{0,60}(?:记者|通讯员|新华社)[^。]{0,20}摄[）)]?$/u },
  { reason: '图片说明', pattern: /^[^，。我]{0,24}作(?:政府)?工作报告。?$/u },
  { reason: '图片说明', pattern: /^(?:（图[^）]{0,30}）|图片来源[：:].{0,30}|摄影[：:].{0,20})$/u },
];

/** Noise above the text and below it: inside, such a line is text. */
export const NOISE_AROUND: readonly NoiseRule[] = [
  {
    reason: '编辑署名',
    pattern:
      /^[（(【[]?(?:(?:责任|值班|网络|本期|执行)?编辑|责编|编审|主编|审核|校对|校审|初审|复审|终审|审签|签发|监制|作者|(?:全媒体)?记者|通讯员|撰稿|供稿)\s*[：:丨｜][^。，]{0,80}$/u,
  },
  {
    reason: '编辑署名',
    pattern:
      /^[（(【[]?(?:(?:责任|值班|网络)?编辑|责编|校对|(?:本报|本网|本台|全媒体|见习|首席)?(?:记者|通讯员))\s+\p{Script=Han}{2,4}(?:[\s、]+\p{Script=Han}{1,4}){0,4}[）)】\]]?$/u,
  },
  { reason: '编者按', pattern: /^[（(【[]?(?:编者按|编者的话|编前语)[】\])）]?[：:\s].{1,400}$/u },
  {
    reason: '来源',
    pattern:
      /^[（(【]?(?:信息|文章|稿件|内容|资料)?(?:来源|稿源|转自)\s*[：:丨｜][^。，]{0,80}(?:(?:报|网|社|台|局|厅|委|办|办公室|政府|发布|客户端)。)?$/u,
  },
];

/** What a bracket or a star may set off. */
const OPEN = '[（(【［\\[*＊※●■◆★\\s]{0,4}';
/** Words with which a report speaks, and a page doesn't. */
const NOT_A_REPORT = '(?!.*(?:各位代表|让我们|我们[将要坚]|全[省市县区州国]|推进|加快|深化|强化|健全|完善))';
const COPY = '(?:作品|文章?|网站?|站|页面?|栏目|平台|公众号|稿件?|信息|资料|内容|版权)';
const RIGHTS =
  '(?:转载|转自|转发|摘编|镜像|版权|著作权|公有领域|知识共享|侵权|侵犯|立场|观点|授权|许可|注明(?:来源|出处)|不代表|法律责任|仅供|免责)';
const CHANNEL = '(?:公众号|视频号|抖音号|微信号?|官方微博|二维码|客户端|小程序|APP)';

const page = (words: string) => new RegExp(`^${OPEN}${words}.{0,400}$`, 'iu');
const sentence = (words: string) => new RegExp(`^${OPEN}${NOT_A_REPORT}${words}.{0,400}$`, 'iu');
const call = (words: string) =>
  new RegExp(
    `^${OPEN}${NOT_A_REPORT}(?!.*(?:建设|发展|推广|推行|开展|优化|新增|实现|提升))${words}.{0,60}$`,
    'iu',
  );

/** Where the page goes on after the report: this line and all that follow are left out. */
export const END_OF_REPORT: readonly NoiseRule[] = [
  { reason: '版权说明', pattern: page('(?:Public domain|版权所有|著作权|Copyright|©)') },
  { reason: '版权说明', pattern: page('本作品(?:是|在|来自|之|采用|依据|根据)') },
  { reason: '版权说明', pattern: sentence('.{0,40}(?:版权所有|版权归|著作权归|All Rights Reserved)') },
  {
    reason: '版权说明',
    pattern: page('(?:免责|特别|郑重|版权|本[站网]|法律|重要)?声明\\s*[】\\]）]?\\s*[：:]'),
  },
  { reason: '版权说明', pattern: page('(?:免责|版权|法律|网站|侵权)声明\\s*[】\\]）]') },
  { reason: '版权说明', pattern: sentence(`(?:本|该|此)${COPY}.{0,80}${RIGHTS}`) },
  {
    reason: '版权说明',
    pattern: sentence(
      '(?:凡|如需|如有|如涉|如发现|若|欢迎|未经|请勿|禁止|严禁|谢绝|任何(?:单位|个人|媒体|网站|机构)|除).{0,80}(?:转载|摘编|镜像|版权|著作权|侵权|注明(?:来源|出处)|本[网站])',
    ),
  },
  {
    reason: '版权说明',
    pattern: sentence(
      '(?:以上|上述|文中|本文|网站|页面|部分)(?:内容|信息|图片|文字|资料|素材|图文|观点).{0,60}(?:来源|来自|转自|网络|代表|仅供|侵权|版权)',
    ),
  },
  { reason: '版权说明', pattern: sentence('(?:转载请|转载时|转载须|转载自|摘自|转自)') },
  {
    reason: '版权说明',
    pattern: sentence('.{0,30}(?:知识共享|公有领域|Creative Commons|CC[ -]BY|维基文库)'),
  },
  { reason: '版权说明', pattern: page('(?:本页面?最后|最后)(?:修订|编辑|更新)(?:于|时间)') },
  { reason: '网页工具', pattern: /^[^。，]{0,10}(?:扫一扫|扫码)[^。]{0,20}$/u },
  {
    reason: '二维码',
    pattern: call(`.{0,40}(?:关注|搜索|订阅|扫描|扫码|长按|识别|添加|下载|打开|登录).{0,30}${CHANNEL}`),
  },
  { reason: '二维码', pattern: call(`(?:官方|政务)?${CHANNEL}(?:公众号|平台)?\\s*(?:[：:]|下载|扫码|名称)`) },
  { reason: '二维码', pattern: call('.{0,40}(?:扫一扫|二维码).{0,40}(?:分享|朋友圈|手机|查看|打开|阅读)') },
  {
    reason: '网页工具',
    pattern:
      /^分享(?:(?:到|至|给)?\s*[：:].{0,40}|(?:到|至|给)(?:微信|微博|朋友圈|新浪|腾讯|QQ|好友|空间|手机).{0,20})$/u,
  },
  {
    reason: '报送名单',
    pattern: /^(?:主报|主送|抄报|抄送|分送|报|送|发)\s*[：:].{0,200}$/u,
  },
  {
    reason: '相关链接',
    pattern:
      /^[【[（(]?(?:相关|延伸|推荐|热门|热点|更多|最新|往期|精彩|同类)(?:报道|文档|文章|信息|链接|阅读|新闻|稿件|推荐|解读|专题|内容|政策|图解|视频|附件|资讯|回顾)[】\]）)]?(?:[：:].{0,200}|[>›»＞]*)$/u,
  },
  {
    reason: '相关链接',
    pattern:
      /^(?:上一?[篇条]|下一?[篇条]|前一[篇条]|后一[篇条]|友情链接)(?:信息|文章)?\s*(?:[：:>|].{0,80}|.{0,40})$/u,
  },
  {
    reason: '相关链接',
    pattern:
      /^(?:猜你喜欢|大家都在看|您可能感兴趣|[网我]友?要?评论|发表评论|全部评论|最新评论|共有?\s*\d+\s*条评论|文明上网|阅读原文|原文链接|原文地址|原标题|点击(?:阅读|查看|进入|下载)).{0,200}$/u,
  },
  {
    reason: '网页工具',
    pattern: /^您(?:访问|即将|正在|现在|是第).{0,80}(?:离开|链接|网站|访问者|浏览者).{0,40}$/u,
  },
  {
    reason: '网页工具',
    pattern: sentence('(?:如果?|若)您?对.{0,40}(?:意见|建议|疑问|问题|异议).{0,60}(?:联系|反馈|留言|拨打)'),
  },
  {
    reason: '网页工具',
    pattern: sentence('(?:感谢|谢谢)(?:您的?|大家的?|各位)?(?:阅读|浏览|收看|访问|观看)'),
  },
  { reason: '网页工具', pattern: sentence('(?:建议|请|本网?站?).{0,20}(?:浏览器|分辨率|屏幕)') },
  { reason: '附件下载', pattern: /^(?:附件下载|下载附件|相关附件|文件下载|附件列表)[：:]?.{0,80}$/u },
  { reason: '附件下载', pattern: /^.{0,80}\.(?:pdf|docx?|xlsx?|wps|ofd|zip|rar)(?:[（(\s].{0,20})?$/iu },
  { reason: '网页专题入口', pattern: /^[》>]{1,2}\s*点击.{0,30}$/u },
  {
    reason: '网页页脚',
    pattern:
      /^(?:主办|承办|协办|版权|技术支持|运维|运行维护|制作维护|网站建设|网站运维|网站维护|设计制作|管理维护|指导)(?:单位|所有)?\s*[：:].{0,100}$/u,
  },
  { reason: '网页页脚', pattern: /^.{0,40}印发$|^（?(?:此件公开发布|此件主动公开|完)）?$/u },
  {
    reason: '网页页脚',
    pattern: /^(?:联系|办公|单位|通[讯信])?(?:地址|电话|传真|邮编|邮政编码|邮箱|热线)\s*[：:][^。]{0,100}$/u,
  },
  { reason: '网页页脚', pattern: /^.{0,60}(?:ICP[备证]|公网安备|网站标识码|网安备).{0,100}$/iu },
  {
    reason: '网页页脚',
    pattern:
      /^(?:网站地图|站点地图|网站声明|法律声明|隐私(?:声明|政策|保护)|使用帮助|联系我们|关于我们|联系地址|联系电话|(?:违法|不良|互联网).{0,14}举报|纠错|网站纠错|党政机关|政府网站\s*找错|Produced).{0,100}$/iu,
  },
];

/** Who signed a report and when: part of it, although it stands below the last sentence. */
export const SIGNATURE = /(?:人民政府|委员会|办公室|办公厅|局)$|\d{1,2}月\d{1,2}日$/u;
