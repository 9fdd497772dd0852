import { describe, expect, it } from 'vitest';
import { deliveryNote } from '../../../indexer/parse/delivery-note.ts';

describe('deliveryNote', () => {
  it.each([
    ['（2007年2月9日 王秀明）', '', '王秀明'],
    ['平江县政府工作报告（2012年1月12日 王明）', '平江县政府工作报告', '王明'],
    ['平江县政府工作报告 （2012年1月12日王明 )', '平江县政府工作报告', '王明'],
    ['政府工作报告（二〇一二年一月十二日 县长 王　明）', '政府工作报告', '王明'],
    ['政府工作报告（2011年1月14日 艾山·买买提）', '政府工作报告', '艾山·买买提'],
    ['政府工作报告（2011年1月14日 多吉平措）', '政府工作报告', '多吉平措'],
    ['政府工作报告（2012年1月12日）', '政府工作报告', null],
  ])('%s', (line, before, speaker) => expect(deliveryNote(line)).toMatchObject({ before, speaker }));

  it.each([
    '政府工作报告（2012年）',
    '政府工作报告（2012年1月12日修订）',
    '政府工作报告（2026年1月15日在平江县第十八届人民代表大会第五次会议上）',
    '2012年1月12日',
  ])('isn’t in %s', (line) => expect(deliveryNote(line)).toBeNull());
});
