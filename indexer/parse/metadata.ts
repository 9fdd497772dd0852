import type { Kind } from '../../report/kinds.ts';
import type { Place } from '../../report/places.ts';
import type { ReportMeta } from '../../report/types.ts';
import type { ReportOverrides } from '../overrides.ts';
import { hinted, published, sourceOf, urlOf } from './copy-of-report.ts';
import { type DeliveryNote, deliveryNote } from './delivery-note.ts';
import { captured, type Evident } from './evident.ts';
import { type FrontRole, issuerIn, titleBefore, titleIn } from './front-lines.ts';
import type { FrontLine } from './front-matter.ts';
import { isSentence } from './has-text.ts';
import type { Hints } from './hints.ts';
import { kindOfReport } from './kind-of-report.ts';
import type { Dropped, Line } from './line.ts';
import { type PlaceClues, placeOfReport, whyNoPlace } from './place-of-report.ts';
import { placeOverride } from './place-override.ts';
import { plain } from './plain.ts';
import { onlyNoise, ReportProblem } from './problem.ts';
import { tightenHeading } from './spaces.ts';
import { speakerIn } from './speaker.ts';
import { dateDelivered, type YearClues, yearDelivered, yearReviewed } from './year-of-report.ts';
import { yearsIn } from './years.ts';

/** What metadata are read from. */
export interface MetadataSource {
  readonly front: readonly FrontLine[];
  /** Lines of the text itself. */
  readonly lines: readonly Line[];
  /** Lines of the page around it. */
  readonly dropped: readonly Dropped[];
}

/**
 * The metadata of a report, each field inferred from its text unless it is overridden.
 * @param hints are asked where the text doesn't tell title, date, source or address.
 * @throws ReportProblem `no_place` or `no_year` where the text doesn't tell and nobody else does.
 */
export function readMetadata(source: MetadataSource, overrides: ReportOverrides, hints: Hints): ReportMeta {
  const { titles, meetings, notes } = frontOf(source.front);
  const text = source.lines.map((line) => line.text);
  const found = new Findings();

  const placeClues = placeCluesOf(source, meetings, hints);
  const place = placeOverride(overrides) ?? found.note('city', placeOfReport(placeClues));
  if (place === null) throw text.some(isSentence) ? noPlace(whyNoPlace(placeClues)) : onlyNoise();
  found.share('city', ['province', 'adcode', 'adminLevel']);
  const kind = overrides.kind ?? found.note('kind', kindOfReport(titles, text.join('\n'))) ?? '政府工作报告';
  const issued = [...linesOf(source.front, 'issuer'), ...linesOf(source.front, 'issue')];
  const clues: YearClues = { kind, titles, meetings: [...meetings, ...issued], lines: text };
  const year = overrides.year ?? found.note('year', yearDelivered(clues));
  if (year === null) throw noYear();
  const reviewYear = overrides.reviewYear ?? found.note('reviewYear', yearReviewed(clues, year));
  const title = overrides.title ?? found.note('title', titleOf(titles) ?? hinted(hints.title));
  const speakers = [...linesOf(source.front, 'speaker'), ...meetings];
  return {
    title: title ?? inferredTitle(place, year, reviewYear, kind),
    titleInferred: title === null,
    city: place.name,
    province: place.province,
    adcode: place.adcode,
    adminLevel: place.level,
    kind,
    year,
    reviewYear,
    date: overrides.date ?? found.note('date', dateDelivered(clues) ?? published(hints.date, year)),
    meeting: found.note(
      'meeting',
      meetingOf([...meetings, ...titles.filter((title) => /[届次]/u.test(title))]),
    ),
    speaker: found.note('speaker', speakerOf(speakers, notes) ?? speakerOf(titles, [])),
    issuer: linesOf(source.front, 'issuer').map(issuerIn)[0] ?? null,
    source: overrides.source ?? found.note('source', sourceOf(source.dropped) ?? hinted(hints.source)),
    url: overrides.url ?? found.note('url', urlOf(source.dropped) ?? hinted(hints.url)),
    evidence: found.evidence,
  };
}

/** What the lines above the text say: titles, where and when it was delivered, and brackets about that. */
function frontOf(front: readonly FrontLine[]) {
  const lines = linesOf(front, 'meeting').toSorted((a, b) => rank(a) - rank(b));
  const titled = [
    ...linesOf(front, 'title').map(titleIn),
    ...lines.flatMap((line) => titleBefore(line) ?? []),
  ];
  const notes = [...titled, ...lines].flatMap((line) => deliveryNote(line) ?? []);
  const titles = titled.map((title) => deliveryNote(title)?.before ?? title);
  const glued = notes.flatMap(({ before, note }) => (before === '' ? [] : note));
  return { titles, meetings: [...lines, ...glued], notes };
}

/** A line that names the meeting says more than one that gives a day, which may be that of publication. */
function rank(line: string): number {
  return /会议|大会/u.test(line) ? 0 : 1;
}

/** Keeps the evidence of what was found. */
class Findings {
  readonly evidence: Record<string, string> = {};

  note<T>(field: string, evident: Evident<T> | null): T | null {
    if (evident === null) return null;
    this.evidence[field] = evident.evidence;
    return evident.value;
  }

  /** Notes that fields follow from another one, if that was found. */
  share(field: string, others: readonly string[]): void {
    const words = this.evidence[field];
    if (words === undefined) return;
    for (const other of others) this.evidence[other] = words;
  }
}

function linesOf(front: readonly FrontLine[], role: FrontRole): string[] {
  return front.filter((line) => line.role === role).map((line) => line.line.text);
}

function placeCluesOf(source: MetadataSource, meetings: readonly string[], hints: Hints): PlaceClues {
  const { front, lines } = source;
  return {
    lines: [
      ...linesOf(front, 'title'),
      ...meetings,
      ...linesOf(front, 'speaker'),
      ...linesOf(front, 'issuer'),
      ...(hints.title === null ? [] : [hints.title]),
    ],
    text: lines.map((line) => line.text).join('\n'),
    page: [...linesOfPage(source), ...[hints.source, hints.site].filter((line) => line !== null)],
  };
}

/** How a page names its owner: 来源, 主办单位, the code of a government's site. */
const OWNER = /来源|稿源|主办|网站标识码/u;
/** Longest line above the text that may be an owner's name. */
const LONGEST_OWNER = 40;

/** The lines of the page that tell whose it is: those above the text, and those that say so. */
function linesOfPage({ front, lines, dropped }: MetadataSource): string[] {
  const first = Math.min(...[...front.map(({ line }) => line), ...lines].map((line) => line.number));
  const last = Math.max(first, ...front.map(({ line }) => line.number));
  const above = lines.filter((line) => line.number < last);
  return [...above, ...dropped.filter((line) => line.line < last || OWNER.test(plain(line.text)))]
    .map((line) => line.text)
    .filter((text) => text.length <= LONGEST_OWNER || OWNER.test(plain(text)));
}

/** The title that says most: one with a year, else the longest. */
function titleOf(titles: readonly string[]): Evident<string> | null {
  const worth = (title: string) => title.length + (yearsIn(title).length > 0 ? 100 : 0);
  const best = titles.reduce<string | null>((a, b) => (a === null || worth(b) > worth(a) ? b : a), null);
  return best === null ? null : { value: tightenHeading(best), evidence: best };
}

function inferredTitle(place: Place, year: number, reviewYear: number | null, kind: Kind): string {
  if (kind === '工作简报') return `${place.name}${reviewYear ?? year}年工作简报`;
  return `${year}年${place.name}${kind}`;
}

const DATE_BEFORE = '(?:\\s?[\\d〇○零一二三四五六七八九十]{1,4}\\s?[年月日])';
const MEETING = new RegExp(
  `(?:在|^[—－―─–（(-]{0,4}在?)${DATE_BEFORE}{0,3}在?([^在，。]{4,40}(?:会议|大会))(?=[上的）)\\s]|通过|政府工作报告|$)`,
  'du',
);

function meetingOf(lines: readonly string[]): Evident<string> | null {
  for (const line of lines) {
    const found = captured(MEETING, line.replace(/\s+/gu, ' '));
    if (found !== null) return { value: found.value.replace(/\s+/gu, ''), evidence: line };
  }
  return null;
}

function speakerOf(lines: readonly string[], notes: readonly DeliveryNote[]): Evident<string> | null {
  for (const line of lines) {
    const value = speakerIn(line);
    if (value !== null) return { value, evidence: line };
  }
  const note = notes.find(({ speaker }) => speaker !== null);
  return note?.speaker ? { value: note.speaker, evidence: note.note } : null;
}

function noPlace(why: string): ReportProblem {
  return new ReportProblem(
    'no_place',
    `看不出是哪里的报告。${why}请在报告文件夹的 reports.json 里这个文件名下写上 "city"（如 "资阳市"）或 "adcode"（如 "512000"）。`,
  );
}

function noYear(): ReportProblem {
  return new ReportProblem(
    'no_year',
    '看不出是哪一年的报告。请在报告文件夹的 reports.json 里这个文件名下写上 "year"（作报告的年份，如 2026）。',
  );
}
