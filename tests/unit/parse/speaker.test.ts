import { describe, expect, it } from 'vitest';
import { isName, isSpeaker, speakerIn } from '../../../indexer/parse/speaker.ts';

describe('speakerIn', () => {
  it.each([
    ['平江縣人民政府縣長　黃偉雄', '黃偉雄'],
    ['县 长 王明', '王明'],
    ['代 市 长 王　明', '王明'],
    ['湖南省政协副主席  平江县县长  王明', '王明'],
    ['国务院副总理兼国家计划委员会主任　王明', '王明'],
    ['国务院副总理兼财政部长　王明', '王明'],
    ['自治区主席 艾山·买买提', '艾山·买买提'],
    ['王明县长在平江县第十八届人民代表大会第五次会议上的政府工作报告', '王明'],
    ['宫明', '宫明'],
  ])('%s', (line, name) => expect(speakerIn(line)).toBe(name));

  it.each(['平江县人民政府', '县长', '江西省省长在会议上作报告', '县长作报告', '市长 致辞'])(
    'none in %s',
    (line) => expect(speakerIn(line)).toBeNull(),
  );
});

it('knows the line of a speaker, and a name alone', () => {
  expect(isSpeaker('湖南省政协副主席  平江县县长  王明')).toBe(true);
  expect(isSpeaker('县长')).toBe(false);
  expect(['王明', '王　明'].every(isName)).toBe(true);
  expect(['高清', '黄山', '马上就办'].some(isName)).toBe(false);
});
