import { readFileSync } from 'node:fs';
import { targetsIn } from '../../server/comparing/indicators.ts';
import { makeReport } from '../fixtures/collection.ts';

/** The targets of a report, as a person has read them. */
interface ReadByHand {
  readonly place: string;
  readonly year: number;
  readonly text: string;
  readonly targets: readonly { readonly names: readonly string[]; readonly said: string }[];
  /** Targets that name no indicator. */
  readonly unnamed: readonly string[];
}

/** How the targets that are read compare with those that a person has read. */
export interface Score {
  readonly reports: number;
  /** Indicators that the person has found, that are found, and that are so with the same name and words. */
  readonly written: number;
  readonly read: number;
  readonly right: number;
  /** Targets without a name that are not even shown. */
  readonly lost: readonly string[];
}

/** Reads the targets of the reports in `read-by-hand.json`. */
export function scoreOfTargets(): Score {
  const { reports } = JSON.parse(readFileSync(new URL('./read-by-hand.json', import.meta.url), 'utf8')) as {
    readonly reports: readonly ReadByHand[];
  };
  const scores = reports.map(({ place, year, text, targets, unnamed }) => {
    const { blocks } = makeReport({ city: place, province: null, adcode: '100000', year }, [
      ['targets', 'paragraph', text],
    ]);
    const { indicators, unread } = blocks.map(targetsIn)[0] ?? { indicators: [], unread: [] };
    const written = new Set(targets.flatMap(({ names, said }) => names.map((name) => `${name} ${said}`)));
    const read = new Set(indicators.map(({ name, said }) => `${name} ${text.slice(...said)}`));
    const shown = unread.map((range) => text.slice(...range));
    return {
      written: written.size,
      read: read.size,
      right: [...read].filter((one) => written.has(one)).length,
      lost: unnamed.filter((one) => !shown.some((part) => part.includes(one))),
    };
  });
  const sum = (of: 'written' | 'read' | 'right') => scores.reduce((total, score) => total + score[of], 0);
  return {
    reports: reports.length,
    written: sum('written'),
    read: sum('read'),
    right: sum('right'),
    lost: scores.flatMap(({ lost }) => lost),
  };
}
