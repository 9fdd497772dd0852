import type { Kind } from '../../report/kinds.ts';
import type { SectionId } from '../../report/sections.ts';
import { textOf, withClosing } from './closing.ts';
import { type NumeralStyle, numeralOf } from './numerals.ts';
import type { Outlined } from './outline.ts';
import { opensWithSalutation, presentsReport } from './salutation.ts';
import {
  AHEAD_CUES,
  AHEAD_RULES,
  AHEAD_WORDS,
  FOREIGN_AFFAIRS,
  HEADING_RULES,
  LOOKS_AHEAD,
  OLD_PAST,
  OPENING_YEAR,
  PAST_CUES,
  PAST_WORDS,
  PAST_YEAR,
  PERIOD_WORDS,
  planCovering,
  SELF_GOV_CUE,
  SELF_GOV_HEADING,
  type SectionRule,
  TASKS_TOO,
} from './section-rules.ts';

/** What sections depend on besides the text. */
export interface SectionContext {
  readonly kind: Kind;
  readonly year: number;
  readonly reviewYear: number | null;
}

/** Reports before this year don't follow the modern order of parts: only plain headings are trusted. */
const MODERN = 2003;
/** A heading below a part's own that names a section by its words is short. */
const LONGEST_TOPIC = 16;
/** How much of the paragraph below a heading is asked where the heading itself doesn't tell. */
const OPENING = 120;
/** How much of a paragraph tells that it turns to this year. */
const OPENING_WORDS = 16;

const PAST: ReadonlySet<SectionId> = new Set(['review', 'review_period', 'problems', 'thanks']);
const AHEAD: ReadonlySet<SectionId> = new Set([
  'tasks',
  'requirements',
  'targets',
  'situation',
  'livelihood',
  'plan_period',
]);
/** Parts after which a part with a title of its own is one of several about tasks. */
const AT_WORK: ReadonlySet<SectionId> = new Set(['tasks', 'requirements', 'targets', 'livelihood']);
/** Numerals that stand below others where a report has parts with titles. */
const INNER: ReadonlySet<NumeralStyle | undefined> = new Set(['bracketed', 'arabic', 'bracketedArabic']);
/** Sections of a single paragraph: what follows goes back to the section before. */
const PASSING: ReadonlySet<SectionId> = new Set(['thanks', 'livelihood', 'targets', 'situation']);

/** The section of each passage of a report: one for each, in the same order. */
export function sectionsOf(outlined: readonly Outlined[], context: SectionContext): SectionId[] {
  const sections = walkThrough(outlined, context, false);
  const isModern = context.kind === '政府工作报告' && context.year >= MODERN;
  if (!isModern || sections.includes('tasks')) return withClosing(outlined, sections);
  return withClosing(outlined, walkThrough(outlined, context, true));
}

/** @param leniently whether what nothing tells, behind the review, is taken for the tasks no title names. */
function walkThrough(
  outlined: readonly Outlined[],
  context: SectionContext,
  leniently: boolean,
): SectionId[] {
  const closesYear = context.reviewYear === context.year;
  const walk = new Walk(closesYear ? { ...context, year: context.year + 1 } : context, leniently);
  const words = closesYear ? (item?: Outlined) => asOfNextYear(textOf(item)) : textOf;
  const opening = lengthOfOpening(outlined);
  const firstTitle = outlined.findIndex(
    (item) => item.type === 'heading' || (item.type === 'text' && item.runIn),
  );
  const latest = context.year < MODERN ? opening + LONGEST_INTRODUCTION : outlined.length;
  const titled = firstTitle >= 0 && firstTitle <= latest;
  return outlined.map((item, i) => {
    if (i === opening) walk.leaveOpening(titled);
    return walk.next(item, words(item), words(outlined[i + 1]));
  });
}

/** A report that closes a year says 今年 where others say 去年, and 明年 where they say 今年. */
function asOfNextYear(text: string): string {
  return text.replace(/[今明]年/gu, (word) => (word === '今年' ? '去年' : '今年'));
}

/** How many passages at most the salutation and the words that present the report take. */
const LONGEST_OPENING = 4;
/** How many passages of an old report stand above its first title at the most, if its titles can be trusted. */
const LONGEST_INTRODUCTION = 6;

/** How many passages open a report before it says anything. */
function lengthOfOpening(outlined: readonly Outlined[]): number {
  const isOpening = (item: Outlined) =>
    item.type === 'text' && (opensWithSalutation(item.passage.text) || presentsReport(item.passage.text));
  return outlined.slice(0, LONGEST_OPENING).findLastIndex(isOpening) + 1;
}

/** The state that sections depend on while a report is read from top to bottom. */
class Walk {
  private readonly kind: Kind;
  private readonly year: number;
  private readonly leniently: boolean;
  /** Section of the heading that encloses the present passage, by level. */
  private readonly byLevel: SectionId[] = ['preamble'];
  /** Section of the present passage unless it says otherwise. */
  private current: SectionId = 'preamble';
  /** Whether a heading below the part's own has come: from there on paragraphs belong to the headings. */
  private inDetail = false;
  /** Whether the present part, about a plan, is about this year as well. */
  private turnsToYear = false;
  /** Whether the opening is behind and no heading has come yet: paragraphs alone tell the parts. */
  private opened = false;
  /** Section of the next paragraph alone: it goes on with a paragraph that ended with a colon. */
  private introduced: SectionId | null = null;

  constructor({ kind, year }: SectionContext, leniently: boolean) {
    this.kind = kind;
    this.year = year;
    this.leniently = leniently;
  }

  /** Goes on behind the opening: without any title the report's matter begins here. */
  leaveOpening(titled: boolean): void {
    this.opened = this.kind === '政府工作报告' && this.year >= MODERN;
    if (!titled) this.current = this.opened ? 'review' : 'thematic';
  }

  /** The section of a passage, given its text and that of the one below it. */
  next(item: Outlined, text: string, below: string): SectionId {
    if (item.type === 'table') return this.current;
    if (item.type === 'heading') return this.enter(text, item.level, below);
    if (item.runIn === null) return this.paragraph(text);
    const length = text.indexOf('。') + 1;
    return this.enter(text.slice(0, length), item.runIn.level, text.slice(length));
  }

  private enter(heading: string, level: number, below: string): SectionId {
    const numeral = numeralOf(heading);
    const text = heading.slice(numeral?.text.length ?? 0).replace(/。$/u, '');
    const before = this.current;
    const section =
      level > 1
        ? this.sectionBelow(text, level)
        : ((INNER.has(numeral?.style) ? this.sectionOfInner(text) : undefined) ??
          this.sectionOfPart(text, below));
    this.byLevel.length = level;
    this.byLevel[level] = section;
    this.current = section;
    if (level === 1) this.turnsToYear = section === 'plan_period' && this.namesYear(text);
    this.inDetail =
      level > 1 || (section === 'tasks' && AT_WORK.has(before) && this.titleTells(text) === undefined);
    this.opened = false;
    this.introduced = null;
    return section;
  }

  /** The section of a （一） that no title of a part encloses: of the paragraph above it, unless it names another time. */
  private sectionOfInner(text: string): SectionId | undefined {
    const isPlain = this.timeOf(text) === undefined && !this.namesYear(text);
    return PAST.has(this.current) && isPlain ? this.current : undefined;
  }

  /** The section of a part: by its words, else by the first of its text, else by the order of parts. */
  private sectionOfPart(text: string, below: string): SectionId {
    const plain = match(HEADING_RULES, text);
    if (plain !== undefined) return plain;
    if (FOREIGN_AFFAIRS.test(text)) return 'thematic';
    if (this.year < MODERN) return this.oldTitleTells(text);
    const told = this.titleTells(text);
    if (told !== undefined) return told;
    if (this.kind === '工作简报') return 'review';
    if (this.kind === '图解') return 'thematic';
    return this.timeOfOpening(below.slice(0, OPENING)) ?? this.byOrder();
  }

  /** Titles of old reports are trusted only where they name the time they are about. */
  private oldTitleTells(text: string): SectionId {
    if (SELF_GOV_HEADING.test(text)) return 'self_gov';
    if (OLD_PAST.test(text) && !LOOKS_AHEAD.test(text)) {
      if (PERIOD_WORDS.test(text)) return 'review_period';
      if (!this.namesYear(text)) return 'review';
    }
    return this.namesYear(text) && match(AHEAD_RULES, text) === 'tasks' ? 'tasks' : 'thematic';
  }

  private titleTells(text: string): SectionId | undefined {
    const told =
      this.timeOf(text) ?? match(AHEAD_RULES, text) ?? (this.namesYear(text) ? 'tasks' : undefined);
    const tasksToo =
      (told === 'requirements' || told === 'targets' || told === 'situation') && TASKS_TOO.test(text);
    return tasksToo ? 'tasks' : told;
  }

  private namesYear(text: string): boolean {
    return text.includes('今年') || text.includes(`${this.year}年`);
  }

  /** Whether words turn from the plan to this year, in a part about both; from there on it is about tasks. */
  private turnToYear(words: string): boolean {
    const turns = this.turnsToYear && this.current === 'plan_period' && this.namesYear(words);
    if (turns) {
      this.byLevel[1] = 'tasks';
      this.current = 'tasks';
    }
    return turns;
  }

  /** The section that the time a part is about puts it in: a period behind, the past year, a period ahead. */
  private timeOf(text: string): SectionId | undefined {
    const past = text.search(PAST_WORDS);
    const period = text.search(PERIOD_WORDS);
    if (past >= 0) {
      const year = text.search(PAST_YEAR);
      return period >= 0 && (year < 0 || period < year) ? 'review_period' : 'review';
    }
    if (text.includes(`${this.year - 1}年`) && !this.namesYear(text)) return 'review';
    if (period < 0 || OPENING_YEAR.test(text)) return undefined;
    return AHEAD_WORDS.test(text) ? 'plan_period' : undefined;
  }

  private timeOfOpening(text: string): SectionId | undefined {
    const ahead = text.includes(`${this.year}年`) || text.includes('今年');
    if (ahead) return 'tasks';
    if (text.includes(`${this.year - 1}年`) || /过去(?:的)?一年|去年/u.test(text)) return 'review';
    return PERIOD_WORDS.test(text) && this.byOrder() !== 'review' ? 'plan_period' : undefined;
  }

  private byOrder(): SectionId {
    if (this.current === 'preamble') return 'review';
    const follows = AHEAD.has(this.current) || this.current === 'self_gov' || this.leniently;
    return follows ? 'tasks' : 'thematic';
  }

  /** The section of a heading below a part's own: its parent's unless its words say otherwise. */
  private sectionBelow(text: string, level: number): SectionId {
    const parent = this.byLevel.slice(0, level).findLast((section) => section !== undefined) ?? 'preamble';
    if (PAST.has(parent))
      return PASSING.has(this.current) || this.current === 'problems' ? parent : this.current;
    if (parent === 'preamble' || parent === 'plan_period' || parent === 'thematic') {
      if (parent === 'plan_period' && (this.leniently || this.turnToYear(text)))
        return match(AHEAD_RULES, text) ?? 'tasks';
      return parent === 'preamble' ? this.sectionOfPart(text, '') : parent;
    }
    if (this.year < MODERN) return SELF_GOV_HEADING.test(text) ? 'self_gov' : parent;
    if (SELF_GOV_HEADING.test(text)) return 'self_gov';
    return (text.length <= LONGEST_TOPIC ? match(AHEAD_RULES, text) : undefined) ?? parent;
  }

  private paragraph(text: string): SectionId {
    const { introduced } = this;
    this.introduced = null;
    this.turnToYear(text.slice(0, OPENING_WORDS));
    const cue = this.year < MODERN ? undefined : (this.cueOf(text) ?? introduced ?? undefined);
    if (cue === undefined) return this.current;
    if (!PASSING.has(cue)) this.current = cue;
    else if (text.endsWith('：')) this.introduced = cue;
    return cue;
  }

  private cueOf(text: string): SectionId | undefined {
    const { current, kind, year } = this;
    if (kind === '工作简报')
      return current === 'review' && text.startsWith(`${year}年`) ? 'tasks' : undefined;
    if (this.opened) return cueWithoutTitles(current, text, year);
    if (PAST.has(current)) {
      if (opensTasks(text, year)) return 'tasks';
      return opensPlan(text, year) ? 'plan_period' : match(PAST_CUES, text);
    }
    if (!AHEAD.has(current)) return undefined;
    if (text.startsWith('各位代表') && SELF_GOV_CUE.test(text)) return 'self_gov';
    if (this.inDetail || current === 'plan_period') return undefined;
    return match(AHEAD_CUES, text);
  }
}

/** Where no title tells which part a paragraph is in. */
function cueWithoutTitles(current: SectionId, text: string, year: number): SectionId | undefined {
  if (AHEAD.has(current) || new RegExp(`^.{0,12}(?:今年|${year}年)(?!以来)`, 'u').test(text)) {
    return match(AHEAD_CUES, text);
  }
  const cue = match(PAST_CUES, text);
  return current === 'preamble' && cue !== 'review' && cue !== 'review_period' ? undefined : cue;
}

function match(rules: readonly SectionRule[], text: string): SectionId | undefined {
  return rules.find((rule) => rule.pattern.test(text))?.section;
}

/** Whether a paragraph turns from the year behind to the work of this one. */
function opensTasks(text: string, year: number): boolean {
  return (
    new RegExp(`^.{0,12}(?:今年|${year}年)(?!以来)`, 'u').test(text) && match(AHEAD_CUES, text) === 'tasks'
  );
}

/** Whether a paragraph turns from the years behind to the plan that begins with this year. */
function opensPlan(text: string, year: number): boolean {
  const plan = planCovering(year);
  return plan !== null && year % 5 === 1 && new RegExp(`^[“"]?${plan}[”"]?时期`, 'u').test(text);
}
