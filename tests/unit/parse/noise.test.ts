import { describe, expect, it } from 'vitest';
import { dropNoise, noiseReason } from '../../../indexer/parse/noise.ts';
import { lines, texts } from './lines.ts';

const BODY = [
  '一、2025年工作回顾',
  '过去一年，面对复杂严峻的外部环境和艰巨繁重的改革发展稳定任务，全市经济运行总体平稳、稳中有进，社会大局保持稳定，高质量发展取得新成效，圆满完成全年目标任务，人民生活持续改善，各项事业全面进步。',
  '各位代表！让我们更加紧密地团结起来，为谱写新篇章而努力奋斗！',
];

describe('noiseReason', () => {
  it.each([
    ['殷勇同志作政府工作报告。本报记者 戴冰摄', '图片说明'],
    ['编辑：何继红', '编辑署名'],
    ['作者：张三', '编辑署名'],
    ['编者按：1月12日，云溪县人民代表大会隆重开幕。现全文刊发如下：', '编者按'],
    ['（来源：青海日报）', '来源'],
    ['【字号：', '网页工具'],
  ])('%s is %s', (text, reason) => {
    expect(noiseReason(text)).toBe(reason);
  });

  it.each(['现在，我代表国务院，向大会作政府工作报告。', '来源广泛的税收不断增长。', '编辑出版地方志。'])(
    '%s is text',
    (text) => {
      expect(noiseReason(text)).toBeUndefined();
    },
  );
});

describe('dropNoise', () => {
  it('leaves out a notice in another language behind the report', () => {
    const notice = `Notice: ${'the content above is provided for information only. '.repeat(3)}`;
    const { value } = dropNoise(lines(...BODY, '特别声明：本平台仅提供信息存储。', notice));
    expect(value).toHaveLength(BODY.length);
  });

  it.each([
    ['相关报道：', '相关链接'],
    ['扫一扫在手机打开当前页', '网页工具'],
    ['蜀ICP备12013989号', '网页页脚'],
    ['【打印】 【关闭】', '网页工具'],
    ['附件：政府工作报告.pdf', '附件下载'],
    ['本作品是中华人民共和国的', '版权说明'],
    ['送：领导小组成员及成员单位；各区县政府办公室。', '报送名单'],
    ['附件下载：', '附件下载'],
    ['政府工作报告名词解释.pdf', '附件下载'],
    ['声明：转载此文是出于传递更多信息之目的。', '版权说明'],
    ['您访问的链接即将离开本网站，是否继续？', '网页工具'],
    ['网站首页', '网页工具'],
  ])('leaves out the page from %s on', (text, reason) => {
    const { value, dropped } = dropNoise(lines(...BODY, text, '主办单位：市人民政府'));
    expect(value).toHaveLength(BODY.length);
    expect(dropped[0]).toEqual({ line: BODY.length + 1, text, reason });
    expect(dropped).toHaveLength(2);
  });

  it.each([
    '（下转第二版）',
    '上接A1版',
    '云溪日报 2025年1月20日 星期一 第二版',
    '新华社云溪1月12日电',
    '本报记者 李明 摄影报道',
    '（记者 张三）',
    '图片',
    '图源：云溪日报',
    '△图为会议现场。',
    '上一页 1 2 3 4 下一页',
    '首页 上一页 下一页 尾页',
    '【字号：大 中 小】',
    '打印 关闭',
    '收藏 点赞 评论 转发',
    '点击查看大图',
    '视频加载失败，请刷新页面再试',
    '听新闻',
    '展开全文',
    '分享到微信朋友圈',
    '点击上方蓝字关注我们',
  ])('leaves out %s among the paragraphs', (line) => {
    const [heading = '', paragraph = '', last = ''] = BODY;
    const { value, dropped } = dropNoise(lines(heading, paragraph, line, paragraph, last));
    expect(value).toHaveLength(4);
    expect(texts(dropped)).toEqual([line]);
  });

  it.each([
    '政务公开',
    '推荐性标准',
    '上接天线、下接地气',
    '新华社区建设',
    '大力发展图片社',
    '1月12日',
    '政务服务、政务公开',
  ])('keeps %s', (line) => {
    const [heading = '', paragraph = '', last = ''] = BODY;
    expect(dropNoise(lines(heading, paragraph, line, paragraph, last)).dropped).toEqual([]);
  });

  it('keeps a glossary that follows', () => {
    const { value } = dropNoise(
      lines(...BODY, '名词解释', '1.“两重”：国家重大战略实施和重点领域安全能力建设。'),
    );
    expect(value).toHaveLength(BODY.length + 2);
  });
});
