import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Position, targetAreas } from '../../../server/charts/target-areas.ts';
import { valueTicks } from '../../../server/charts/value-axis.ts';
import { labelledYears, yearSlots } from '../../../server/charts/year-axis.ts';

describe('valueTicks', () => {
  it.each([
    [[72, 31], 3, [0, 50, 100]],
    [[352], 3, [0, 200, 400]],
    [[352], 5, [0, 100, 200, 300, 400]],
    [[1], 3, [0, 2, 4]],
    [[0], 5, [0, 1, 2, 3, 4]],
    [[0.02], 3, [0, 0.01, 0.02]],
  ] as const)('%j in at most %d steps', (values, most, ticks) => {
    expect(valueTicks(values, most).map((tick) => Number(tick.toFixed(6)))).toEqual(ticks);
  });

  it('end above no more than a step over the highest value, whole where values are', () => {
    const values = fc.oneof(
      fc.array(fc.nat(1e6), { minLength: 1 }),
      fc.array(fc.double({ min: 0.001, max: 1e4, noNaN: true }), { minLength: 1 }),
    );
    fc.assert(
      fc.property(values, fc.integer({ min: 2, max: 6 }), (numbers, most) => {
        const ticks = valueTicks(numbers, most);
        const [step, last] = [ticks[1] as number, ticks.at(-1) as number];
        const top = Math.max(...numbers);
        expect(last).toBeGreaterThanOrEqual(top * (1 - 1e-9));
        expect(ticks.length - 1).toBeLessThanOrEqual(most + 1);
        if (top >= 4) expect(last - step).toBeLessThan(top);
        if (numbers.every(Number.isInteger)) expect(ticks.every(Number.isInteger)).toBe(true);
      }),
    );
  });
});

const YEARS = fc
  .uniqueArray(fc.integer({ min: 1949, max: 2030 }), { minLength: 1 })
  .map((years) => years.sort((a, b) => a - b));

describe('yearSlots', () => {
  it('has every year from the first to the last, and each with a report in a place of its own', () => {
    fc.assert(
      fc.property(YEARS, (years) => {
        const slots = yearSlots(years);
        expect(slots.filter(({ hasReport }) => hasReport).map(({ year }) => year)).toEqual(years);
        const covered = slots.flatMap(({ year, until }) =>
          Array.from({ length: until - year + 1 }, (_, i) => year + i),
        );
        expect(covered).toEqual(Array.from({ length: covered.length }, (_, i) => (years[0] as number) + i));
        expect(covered.at(-1)).toBe(years.at(-1));
      }),
    );
  });
});

describe('labelledYears', () => {
  it('has the last year and no two that touch', () => {
    fc.assert(
      fc.property(YEARS, fc.double({ min: 2, max: 120, noNaN: true }), (years, room) => {
        const slots = yearSlots(years);
        const labelled = labelledYears(slots, room);
        expect(labelled.at(-1)).toBe(years.at(-1));
        const at = labelled.map((label) => slots.findIndex(({ year }) => year === label));
        for (const [i, place] of at.slice(1).entries()) {
          expect((place - (at[i] as number)) * room).toBeGreaterThanOrEqual(34);
        }
      }),
    );
  });
});

/** Whether a place is inside of a convex area. */
function isInside({ x, y }: Position, area: readonly Position[]): boolean {
  const distances = area.flatMap((a, i) => {
    const b = area[(i + 1) % area.length] as Position;
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    // Where three areas meet a corner may come twice, with rounding between: no side, and on neither side of it.
    return length < 1e-6 ? [] : [((b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x)) / length];
  });
  return distances.every((one) => one > 1e-6) || distances.every((one) => one < -1e-6);
}

describe('targetAreas', () => {
  it('are 24 pixels wide and high where no neighbour is near', () => {
    const [area = []] = targetAreas([
      { x: 100, y: 50 },
      { x: 130, y: 50 },
    ]);
    for (const axis of ['x', 'y'] as const) {
      const values = area.map((corner) => corner[axis]);
      expect(Math.max(...values) - Math.min(...values)).toBeGreaterThanOrEqual(24);
    }
  });

  it('hold their point, and nothing that is nearer to another', () => {
    const position = fc.record({ x: fc.integer({ min: 0, max: 60 }), y: fc.integer({ min: 0, max: 60 }) });
    const points = fc.uniqueArray(position, {
      minLength: 1,
      maxLength: 12,
      selector: ({ x, y }) => `${x} ${y}`,
    });
    fc.assert(
      fc.property(points, position, (all, touched) => {
        const areas = targetAreas(all);
        // Squares of whole numbers are exact, so that what is as far away is seen to be.
        const distances = all.map(({ x, y }) => (x - touched.x) ** 2 + (y - touched.y) ** 2);
        for (const [i, area] of areas.entries()) {
          expect(isInside(all[i] as Position, area)).toBe(true);
          const isNearest = (distances[i] as number) <= Math.min(...distances);
          if (isInside(touched, area)) expect(isNearest).toBe(true);
          else if (isNearest && distances.filter((d) => d === distances[i]).length === 1) {
            expect(distances[i]).toBeGreaterThan(12 ** 2);
          }
        }
      }),
    );
  });
});
