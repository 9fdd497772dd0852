import { afterEach, expect, it, vi } from 'vitest';
import { today } from '../../../server/presenters/days.ts';

afterEach(() => vi.useRealTimers());

it.each([
  ['2026-11-22T15:59:59Z', '2026-11-22'],
  ['2026-11-22T16:00:00Z', '2026-11-23'],
  ['2025-12-31T23:00:00Z', '2026-01-01'],
])('%s is %s in China', (moment, day) => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(moment) });
  expect(today()).toBe(day);
});
