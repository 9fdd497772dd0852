import { describe, expect, it } from 'vitest';
import { writable } from '../../../server/exports/characters.ts';
import { csvRows } from '../../../server/exports/csv.ts';
import { readCsv } from '../../fixtures/csv.ts';

describe('CSV', () => {
  it('has exactly the cells it was given', () => {
    const row = ['a', '', 'a,b', '他说"好"', '两\n行', '三\r\n行', ' 空格 ', '五', 'a=b', '1-2'];
    expect(readCsv(csvRows([row, row]))).toEqual([row, row]);
  });

  it('ends every line as the standard says, and has none for no rows', () => {
    expect(
      csvRows([
        ['a', 'b'],
        [1, null],
      ]),
    ).toBe('a,b\r\n1,\r\n');
    expect(csvRows([])).toBe('');
  });

  it.each(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])(
    'lets no spreadsheet calculate what begins with %j',
    (first) => {
      for (const text of [`${first}1+1`, `${first}cmd|' /C calc'!A0`, `${first}"a",b`, first]) {
        expect(readCsv(csvRows([[text]]))).toEqual([[`'${text}`]]);
      }
    },
  );

  it('does so whatever stands invisibly before it', () => {
    expect(readCsv(csvRows([['\u0000=1+1'], ['\u0001\u0002@a'], ['\u0000\n=1']]))).toEqual([
      ["'=1+1"],
      ["'@a"],
      ["'\n=1"],
    ]);
  });

  it('leaves numbers as they are', () => {
    expect(csvRows([[-1, 0, 0.25]])).toBe('-1,0,0.25\r\n');
  });
});

describe('characters that can be written', () => {
  it('are all but those XML has no way to write', () => {
    expect(writable('甲\t乙\n丙\r丁𠮷é“😀”\u00a0')).toBe('甲\t乙\n丙\r丁𠮷é“😀”\u00a0');
    expect(writable('a\u0000b\u0008c\u000bd\u001fe\ufffef\uffffg\ud800h\udc00i')).toBe('abcdefghi');
  });
});
