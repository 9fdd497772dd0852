import { describe, expect, it } from 'vitest';
import { parseReport } from '../../../indexer/parse/parse-report.ts';
import { BODY, MEETING, reportText, TITLE } from './report.ts';

const OVERRIDES = { city: '资阳市', year: 2026 };

/** Terms to which the blocks refer, with the text before each reference. */
function tied(text: string, glossary: readonly string[]): string[] {
  const lines = [TITLE, MEETING, ...BODY.slice(0, -1), text, ...BODY.slice(-1), '名词解释', ...glossary];
  return parseReport(reportText(lines), OVERRIDES).blocks.flatMap(({ notes = [], text: shown }) =>
    notes.map(({ number, offset }) => `${number} ${shown.slice(Math.max(0, offset - 4), offset)}`),
  );
}

describe('a glossary to which no marks point', () => {
  it('is tied to its terms where they occur first, short ones only in quotation marks', () => {
    const text = '高新城区建设提速，推进“新城”建设，办好丝路海运，扩大丝路海运影响。';
    const glossary = ['新城：指城市副中心。', '“丝路海运”：指航运品牌。', '海运：指水上运输。'];
    expect(tied(text, glossary)).toEqual(['1 “新城”', '2 丝路海运']);
  });

  it('is left alone where marks point to some of it', () => {
    const glossary = ['1.丝路海运：指航运品牌。', '2.绿盈乡村：指生态宜居的村庄。'];
    expect(tied('办好丝路海运[1]，建设绿盈乡村。', glossary)).toEqual(['1 丝路海运']);
  });
});
