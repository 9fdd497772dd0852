import { describe, expect, it } from 'vitest';
import { type DrawingCodes, rulesOf } from '../../../indexer/formats/pdf-rules.ts';

const CODES: DrawingCodes = {
  save: 1,
  restore: 2,
  transform: 3,
  paintFormXObjectBegin: 4,
  paintFormXObjectEnd: 5,
  constructPath: 6,
  endPath: 7,
  fill: 8,
  eoFill: 9,
};
const STROKE = 10;
/** A page 842 points high, measured from its foot. */
const PAGE = [1, 0, 0, -1, 0, 842];

function box(x: number, y: number, right: number, top: number): number[] {
  return [0, x, y, 1, right, y, 1, right, top, 1, x, top, 4];
}

function rulesIn(...steps: [number, unknown][]) {
  return rulesOf(
    { fnArray: steps.map(([code]) => code), argsArray: steps.map(([, args]) => args) },
    CODES,
    PAGE,
  );
}

describe('rulesOf', () => {
  it('takes lines and thin boxes, measured from the top of the page', () => {
    const across = { across: true, at: 142, from: 90, to: 500 };
    expect(rulesIn([6, [STROKE, [[0, 90, 700, 1, 500, 700]]]])).toEqual([across]);
    expect(rulesIn([6, [CODES.fill, [new Float32Array(box(90, 699.5, 500, 700.5))]]])).toEqual([across]);
  });

  it('takes the edges of a box that is drawn, and none of one that is filled', () => {
    expect(rulesIn([6, [STROKE, [box(90, 600, 500, 700)]]])).toHaveLength(4);
    expect(rulesIn([6, [CODES.fill, [box(90, 600, 500, 700)]]])).toEqual([]);
  });

  it('follows the transforms, and forgets them where they end', () => {
    const line: [number, unknown] = [6, [STROKE, [[0, 0, 0, 1, 100, 0]]]];
    const rules = rulesIn([1, null], [3, [2, 0, 0, 2, 10, 42]], line, [2, null], line);
    expect(rules).toEqual([
      { across: true, at: 800, from: 10, to: 210 },
      { across: true, at: 842, from: 0, to: 100 },
    ]);
  });

  it('leaves out curves, clips and slanting lines', () => {
    expect(rulesIn([6, [STROKE, [[0, 0, 0, 2, 30, 0, 60, 0, 90, 0]]]])).toEqual([]);
    expect(rulesIn([6, [CODES.endPath, [box(90, 600, 500, 700)]]])).toEqual([]);
    expect(rulesIn([6, [STROKE, [[0, 0, 0, 1, 90, 90]]]])).toEqual([]);
    expect(rulesIn([6, [STROKE, [null]]])).toEqual([]);
  });
});
