import type { Kind } from '../../report/kinds.ts';
import type { SectionId } from '../../report/sections.ts';
import { type NumeralStyle, numeralOf } from './numerals.ts';
import type { Outlined } from './outline.ts';
import { cueInReview, cueWithoutTitles } from './paragraph-sections.ts';
import {
  AHEAD_CUES,
  AHEAD_RULES,
  FOREIGN_AFFAIRS,
  HEADING_RULES,
  matchRules,
  SELF_GOV_CUE,
  SELF_GOV_HEADING,
} from './section-rules.ts';
import { AHEAD, namesYear, oldTitleTells, timeOf, timeOfOpening, titleTells } from './title-sections.ts';

/** What sections depend on besides the text. */
export interface SectionContext {
  readonly kind: Kind;
  readonly year: number;
  readonly reviewYear: number | null;
}

/** Reports before this year don't follow the modern order of parts: only plain headings are trusted. */
export const MODERN = 2003;
/** A heading below a part's own that names a section by its words is short. */
const LONGEST_TOPIC = 16;
/** How much of the paragraph below a heading is asked where the heading itself doesn't tell. */
const OPENING = 120;
/** How much of a paragraph tells that it turns to this year. */
const OPENING_WORDS = 16;

const PAST: ReadonlySet<SectionId> = new Set(['review', 'review_period', 'problems', 'thanks']);
/** Parts after which a part with a title of its own is one of several about tasks. */
const AT_WORK: ReadonlySet<SectionId> = new Set(['tasks', 'requirements', 'targets', 'livelihood']);
/** Parts that go on to tasks where a paragraph announces them. */
const ABOVE_TASKS: ReadonlySet<SectionId> = new Set(['requirements', 'targets', 'situation']);
/** Numerals that stand below others where a report has parts with titles. */
const INNER: ReadonlySet<NumeralStyle | undefined> = new Set(['bracketed', 'arabic', 'bracketedArabic']);
/** Sections of a single paragraph: what follows goes back to the section before. */
const PASSING: ReadonlySet<SectionId> = new Set(['thanks', 'livelihood', 'targets', 'situation']);

/** The state that sections depend on while a report is read from top to bottom. */
export class SectionWalk {
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

  /** @param leniently whether what nothing tells, behind the review, is taken for the tasks no title names. */
  constructor({ kind, year }: Pick<SectionContext, 'kind' | 'year'>, leniently: boolean) {
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
    if (level === 1) this.turnsToYear = section === 'plan_period' && namesYear(text, this.year);
    this.inDetail =
      level > 1 || (section === 'tasks' && AT_WORK.has(before) && this.tells(text, before) === undefined);
    this.opened = false;
    this.introduced = null;
    return section;
  }

  private tells(text: string, above: SectionId = this.current): SectionId | undefined {
    return titleTells(text, this.year, above);
  }

  /** The section of a （一） that no title of a part encloses: of the paragraph above it, unless it names another time. */
  private sectionOfInner(text: string): SectionId | undefined {
    const isPlain = timeOf(text, this.year, this.current) === undefined && !namesYear(text, this.year);
    return PAST.has(this.current) && isPlain ? this.current : undefined;
  }

  /** The section of a part: by its words, else by the first of its text, else by the order of parts. */
  private sectionOfPart(text: string, below: string): SectionId {
    const plain = matchRules(HEADING_RULES, text);
    if (plain !== undefined) return plain;
    if (FOREIGN_AFFAIRS.test(text)) return 'thematic';
    if (this.year < MODERN) return oldTitleTells(text, this.year);
    const told = this.tells(text);
    if (told !== undefined) return told;
    if (this.kind === '工作简报') return 'review';
    if (this.kind === '图解') return 'thematic';
    const byOrder = this.byOrder();
    return timeOfOpening(below.slice(0, OPENING), this.year, byOrder !== 'review') ?? byOrder;
  }

  /** Whether words turn from the plan to this year, in a part about both; from there on it is about tasks. */
  private turnToYear(words: string): boolean {
    const turns = this.turnsToYear && this.current === 'plan_period' && namesYear(words, this.year);
    if (turns) this.turnToTasks();
    return turns;
  }

  /** From here on the present part is about tasks. */
  private turnToTasks(): void {
    this.byLevel[1] = 'tasks';
    this.current = 'tasks';
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
    if (parent === 'preamble') return this.sectionOfInner(text) ?? this.sectionOfPart(text, '');
    if (parent === 'thematic') return 'thematic';
    if (parent === 'plan_period') {
      if (this.leniently || this.turnToYear(text)) return matchRules(AHEAD_RULES, text) ?? 'tasks';
      return parent;
    }
    if (SELF_GOV_HEADING.test(text)) return 'self_gov';
    if (this.year < MODERN) return parent;
    const told = text.length <= LONGEST_TOPIC ? matchRules(AHEAD_RULES, text) : undefined;
    return told ?? (this.leniently && ABOVE_TASKS.has(parent) ? 'tasks' : parent);
  }

  private paragraph(text: string): SectionId {
    const { introduced } = this;
    this.introduced = null;
    this.turnToYear(text.slice(0, OPENING_WORDS));
    const cue = this.year < MODERN ? undefined : (this.cueOf(text) ?? introduced ?? undefined);
    if (cue === undefined) return this.current;
    if (cue === 'tasks' && ABOVE_TASKS.has(this.byLevel[1] ?? 'tasks')) this.turnToTasks();
    if (!PASSING.has(cue)) this.current = cue;
    else if (text.endsWith('：')) this.introduced = cue;
    return cue;
  }

  private cueOf(text: string): SectionId | undefined {
    const { current, kind, year } = this;
    if (kind === '工作简报')
      return current === 'review' && text.startsWith(`${year}年`) ? 'tasks' : undefined;
    if (this.opened) return cueWithoutTitles(current, text, year);
    if (PAST.has(current)) return cueInReview(text, year);
    if (!AHEAD.has(current)) return undefined;
    if (text.startsWith('各位代表') && SELF_GOV_CUE.test(text)) return 'self_gov';
    if (this.inDetail || current === 'plan_period') return undefined;
    return matchRules(AHEAD_CUES, text);
  }
}
