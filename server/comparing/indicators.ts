import type { Block } from '../../report/types.ts';
import type { TextRange } from '../../text/match.ts';
import { isSaid, type Named, subjectOf } from './indicator-names.ts';

/** An indicator that a block sets a target for. */
interface Indicator {
  readonly name: string;
  /** The words that name it, within the block's text. */
  readonly named: TextRange;
  /** What is said of it, and of those that share its figures, within the block's text. */
  readonly said: TextRange;
}

/** What a block sets targets for. */
export interface Targets {
  readonly indicators: readonly Indicator[];
  /** Parts of the text that have a figure or an aim, and no name that could be told. */
  readonly unread: readonly TextRange[];
}

/** Clauses; a comma or a colon may stand in a figure, and a comma between 指标 and what is said of them. */
const CLAUSE = /(?:[^，,；;。！!？?：:]|(?<=\d)[,:：](?=\d)|(?<=指标)，)+/gu;

/** What more is said of the same indicator. */
const GOES_ON =
  /^(?:力争|努力)?(?:增长|增速|增幅|同比|达|突破|超过|高于|低于|控制|保持|分别|累计|年均|(?:提高|提升|下降|降低|减少)[到至\d])/u;

/** A figure that isn't a year. */
const FIGURE = /\d(?!\d{0,3}年)/u;

/** An aim that is set elsewhere: 完成省下达的节能减排任务. */
const ELSEWHERE = /(?:完成|达到).{0,40}(?:下达|约束|减排|降碳|省定|国家).{0,40}(?:任务|目标|要求|指标|标准)/u;

/** Reads what a block of a report's targets sets targets for, in its own words. */
export function targetsIn({ type, text }: Block): Targets {
  if (type === 'row') return targetsInRow(text);
  if (type !== 'paragraph' && type !== 'bullet') return { indicators: [], unread: [] };
  const read = [...text.matchAll(/[^。！!？?]+/gu)].map(({ 0: sentence, index }) =>
    targetsInSentence(sentence, index),
  );
  return {
    indicators: read.flatMap(({ indicators }) => indicators),
    unread: read.flatMap(({ unread }) => unread),
  };
}

/** The cells of a row belong together; the first that can names its indicator. */
function targetsInRow(text: string): Targets {
  let from = 0;
  for (const cell of text.split(' | ')) {
    const [named] = subjectOf(cell).names;
    if (named)
      return {
        indicators: [indicator({ ...named, from: from + named.from }, [from, text.length])],
        unread: [],
      };
    from += cell.length + ' | '.length;
  }
  return { indicators: [], unread: FIGURE.test(text) ? [[0, text.length]] : [] };
}

function indicator({ name, from, length }: Named, said: TextRange): Indicator {
  return { name, named: [from, from + length], said };
}

/** @param offset of the sentence in its block. */
function targetsInSentence(sentence: string, offset: number): Targets {
  const groups = groupsIn(sentence);
  const isAmongTargets = groups.some(({ names }) => names.length > 0);
  const shifted = ([from, to]: TextRange): TextRange => [offset + from, offset + to];
  return {
    indicators: groups.flatMap(({ names, range }) =>
      names.map((named) => indicator({ ...named, from: offset + named.from }, shifted(range))),
    ),
    unread: groups
      .filter(({ names, range }) => names.length === 0 && isTarget(sentence, range, isAmongTargets))
      .map(({ range }) => shifted(range)),
  };
}

/** Tells whether a part of a sentence that names nothing is a target all the same. */
function isTarget(sentence: string, [from, to]: TextRange, isAmongTargets: boolean): boolean {
  const text = sentence.slice(from, to);
  if (/[:：]/u.test(sentence.charAt(to))) return false;
  return ELSEWHERE.test(text) || (isAmongTargets && FIGURE.test(text));
}

/** Indicators that one thing is said of, and that, within a sentence; without names where none can be told. */
interface Group {
  readonly names: readonly Named[];
  readonly range: TextRange;
}

function groupsIn(sentence: string): Group[] {
  const groups: Group[] = [];
  for (const statement of statements(sentence)) {
    const group = groupOf(statement);
    const last = groups.at(-1);
    if (last && group.names.length === 0 && goesOn(statement)) {
      groups[groups.length - 1] = { ...last, range: [last.range[0], group.range[1]] };
    } else groups.push(group);
  }
  return groups;
}

function groupOf({ text, from }: Statement): Group {
  const subject = subjectOf(text);
  const to = from + text.trimEnd().length;
  if (subject.said === '' || subject.names.length === 0) return { names: [], range: [from, to] };
  const names = subject.names.map((named) => ({ ...named, from: from + named.from }));
  return { names, range: [from + subject.from, to] };
}

/** Tells whether a statement without a name says more of what is before it. */
function goesOn({ text, isInClause }: Statement): boolean {
  return GOES_ON.test(text) || (isInClause && (/^\d/u.test(text) || !FIGURE.test(text)));
}

/** A part of a sentence that says one thing. */
interface Statement {
  readonly text: string;
  readonly from: number;
  /** Whether it follows another in its clause. */
  readonly isInClause: boolean;
}

/** What a sentence says, one thing each: behind what is said of some names, 、 begins something new. */
function statements(sentence: string): Statement[] {
  return [...sentence.matchAll(CLAUSE)].flatMap(({ 0: clause, index }) => {
    const texts: string[] = [];
    let isComplete = true;
    for (const item of clause.split(/(?<=、)/u)) {
      texts.push(isComplete ? item : `${texts.pop()}${item}`);
      isComplete = isSaid(item);
    }
    let from = index;
    return texts.map((text, i) => {
      const statement = { text: text.replace(/、$/u, ''), from, isInClause: i > 0 };
      from += text.length;
      return statement;
    });
  });
}
