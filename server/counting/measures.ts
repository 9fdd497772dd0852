import type { Counts } from './matrix.ts';

/** What may be shown of counts, in the order readers are offered it. */
export const MEASURES = ['hits', 'occurrences', 'density', 'share'] as const;
export type Measure = (typeof MEASURES)[number];

/** For each measure its name, what it is, and how it is told. */
export const MEASURE_TEXTS: Readonly<
  Record<Measure, { readonly name: string; readonly about: string; readonly unit: string }>
> = {
  hits: { name: '段数', about: '有检索词的段落数', unit: '段' },
  occurrences: { name: '次数', about: '检索词出现的次数，不重叠计', unit: '次' },
  density: { name: '每万字', about: '每一万字里出现的次数，空白不计字', unit: '次/万字' },
  share: { name: '段落占比', about: '有检索词的段落占全部段落的百分比', unit: '%' },
};

/** The value of a measure; null where there is no text to measure, or occurrences haven't been counted. */
export function measured(counts: Counts, measure: Measure): number | null {
  switch (measure) {
    case 'hits':
      return counts.hits;
    case 'occurrences':
      return counts.occurrences;
    case 'density':
      return counts.characters === 0 || counts.occurrences === null
        ? null
        : (counts.occurrences / counts.characters) * 10_000;
    case 'share':
      return counts.blocks === 0 ? null : (counts.hits / counts.blocks) * 100;
  }
}

/** A value as readers see it: whole numbers in full, others with two decimals. */
export function formatMeasure(value: number, measure: Measure): string {
  const digits = measure === 'hits' || measure === 'occurrences' || value === 0 ? 0 : 2;
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
