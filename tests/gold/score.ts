import type { ParsedReport } from '../../indexer/parse/parse-report.ts';

/** A report as people have read it. */
export interface Gold {
  readonly meta: Readonly<Record<string, string | number | boolean | null>>;
  readonly headings: readonly { readonly level: number; readonly text: string; readonly section: string }[];
  readonly paragraphs: readonly { readonly text: string; readonly section: string }[];
  readonly tables: readonly { readonly caption: string; readonly rows: readonly (readonly string[])[] }[];
  readonly glossary: readonly {
    readonly number: number;
    readonly term: string;
    readonly definition: string;
  }[];
  readonly repairs: readonly { readonly before: string; readonly after: string }[];
  readonly noise: readonly string[];
}

/** How well a parsed report agrees with its gold reading; shares are from 0 to 1. */
export interface Score {
  readonly body: number;
  readonly bodyRecall: number;
  readonly paragraphs: number;
  readonly order: number;
  readonly sentences: number;
  readonly headings: number;
  readonly headingLevels: number;
  readonly headingSections: number;
  readonly sectionCharacters: number;
  readonly tables: number;
  readonly cells: number;
  readonly glossary: number;
  readonly definitions: number;
  /** Repairs of the gold reading that weren't made. */
  readonly brokenRepairs: readonly string[];
  /** Noise that became part of a block. */
  readonly leaks: readonly string[];
}

/** Compares without white space and the width of parentheses. */
export function score(gold: Gold, parsed: ParsedReport): Score {
  const paragraphs = parsed.blocks.filter(({ type }) => type === 'paragraph' || type === 'bullet');
  const wanted = gold.paragraphs.map(({ text }) => plain(text));
  const found = paragraphs.map(({ text }) => plain(text));
  const blocks = [
    ...parsed.blocks.map(({ text }) => plain(text)),
    ...parsed.tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(plain))),
  ];
  return {
    body: f1(grams(wanted), grams(found)),
    bodyRecall: agreement(grams(wanted), grams(found)).recall,
    paragraphs: f1(bag(wanted), bag(found)),
    order: shareInOrder(wanted, found),
    sentences: f1(bag(wanted.flatMap(sentencesOf)), bag(found.flatMap(sentencesOf))),
    headings: f1(bag(gold.headings.map(headingText)), bag(parsed.headings.map(headingText))),
    headingLevels: f1(
      bag(gold.headings.map((heading) => heading.level + headingText(heading))),
      bag(parsed.headings.map((heading) => heading.level + headingText(heading))),
    ),
    headingSections: f1(
      bag(gold.headings.map((heading) => heading.section + headingText(heading))),
      bag(parsed.headings.map((heading) => heading.section + headingText(heading))),
    ),
    sectionCharacters: sectionAccuracy(gold, paragraphs),
    tables: f1(
      bag(gold.tables.map(({ caption, rows }) => plain(caption) + rows.length)),
      bag(parsed.tables.map(({ caption, rows }) => plain(caption) + rows.length)),
    ),
    cells: f1(
      grams(gold.tables.map(({ rows }) => plain(rows.flat().join('')))),
      grams(parsed.tables.map(({ rows }) => plain(rows.flatMap(({ cells }) => cells).join('')))),
    ),
    glossary: f1(
      bag(gold.glossary.map(({ number, term }) => number + plain(term))),
      bag(parsed.glossary.map(({ number, term }) => number + plain(term))),
    ),
    definitions: f1(
      grams(gold.glossary.map(({ definition }) => plain(definition))),
      grams(parsed.glossary.map(({ definition }) => plain(definition))),
    ),
    brokenRepairs: gold.repairs
      .map(({ after }) => plain(after))
      .filter((after) => !blocks.some((block) => block.includes(after))),
    leaks: leaksOf(
      gold,
      parsed.blocks.filter(({ level }) => level !== 0).map(({ text }) => plain(text)),
    ),
  };
}

function plain(text: string): string {
  return text.replace(/\s+/gu, '').replaceAll('(', '（').replaceAll(')', '）');
}

function headingText({ text }: { text: string }): string {
  return plain(text).replace(/。$/u, '');
}

function sentencesOf(text: string): string[] {
  return (text.match(/[^。！？；]+[。！？；]?/gu) ?? []).filter((sentence) => sentence.length > 1);
}

type Bag = ReadonlyMap<string, number>;

function bag(items: Iterable<string>): Bag {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

const GRAM = 8;

/** Runs of characters with the ends of each text marked, so that a wrong cut costs too. */
function grams(texts: readonly string[]): Bag {
  return bag(
    texts.flatMap((text) => {
      const marked = `${'⟨'.repeat(GRAM - 1)}${text}⟩`;
      return Array.from({ length: marked.length - GRAM + 1 }, (_, i) => marked.slice(i, i + GRAM));
    }),
  );
}

function agreement(wanted: Bag, found: Bag): { recall: number; precision: number } {
  let shared = 0;
  for (const [item, count] of wanted) shared += Math.min(count, found.get(item) ?? 0);
  const size = (counts: Bag) => [...counts.values()].reduce((sum, count) => sum + count, 0);
  return {
    recall: size(wanted) === 0 ? 1 : shared / size(wanted),
    precision: size(found) === 0 ? 1 : shared / size(found),
  };
}

function f1(wanted: Bag, found: Bag): number {
  const { recall, precision } = agreement(wanted, found);
  return recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision);
}

/** Share of the wanted items in the longest run that both have in the same order. */
function shareInOrder(wanted: readonly string[], found: readonly string[]): number {
  let best = found.map(() => 0);
  for (const item of wanted) {
    const next = [...best];
    let longestBefore = 0;
    for (const [i, other] of found.entries()) {
      if (other === item) next[i] = Math.max(next[i] ?? 0, longestBefore + 1);
      longestBefore = Math.max(longestBefore, best[i] ?? 0);
    }
    best = next;
  }
  return wanted.length === 0 ? 1 : best.reduce((a, b) => Math.max(a, b), 0) / wanted.length;
}

/** Share of the characters of paragraphs that have the right section. */
function sectionAccuracy(gold: Gold, paragraphs: readonly { text: string; section: string }[]): number {
  const sections = new Map(gold.paragraphs.map(({ text, section }) => [plain(text), section]));
  const right = paragraphs.filter(({ text, section }) => sections.get(plain(text)) === section);
  const size = (items: readonly { text: string }[]) =>
    items.reduce((sum, { text }) => sum + plain(text).length, 0);
  return size(right) / Math.max(1, size(gold.paragraphs));
}

/** Longest noise that is looked for as a block of its own only, because text may contain it. */
const SHORT = 3;

function leaksOf(gold: Gold, blocks: readonly string[]): string[] {
  const body = [...gold.paragraphs, ...gold.headings].map(({ text }) => plain(text)).join('');
  return gold.noise.filter((line) => {
    const text = plain(line);
    if (text.length <= SHORT) return blocks.includes(text);
    return !body.includes(text) && blocks.some((block) => block.includes(text));
  });
}
