import { describe, expect, it } from 'vitest';
import { plain } from '../../../indexer/parse/plain.ts';

describe('plain', () => {
  it.each([
    ['２０２６年重點工作', '2026年重点工作'],
    ['今年的目標是:增長5.5%,就業穩定;', '今年的目标是：增长5.5%，就业稳定；'],
    ['(一)优化营商环境(试行)', '（一）优化营商环境（试行）'],
    ['PM2.5: 28; 1:2', 'PM2.5: 28; 1:2'],
  ])('%s', (text, form) => {
    expect(plain(text)).toBe(form);
    expect(plain(text)).toHaveLength(text.length);
  });
});
