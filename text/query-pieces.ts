import { type FilterField, isFieldAlone, type Operator, readWords, type TypedWord } from './query-words.ts';

/** What a query is made of: clauses and filters. */
export type Piece =
  | {
      readonly kind: 'clause';
      readonly operands: readonly PieceOperand[];
      readonly excluded: boolean;
      readonly typed: readonly [start: number, end: number];
    }
  | { readonly kind: 'filter'; readonly filter: TypedFilter };

/** A filter typed among the words. */
export interface TypedFilter {
  readonly field: FilterField;
  /** Alternatives. Years are written as in addresses: `2024`, `2020..2025`. */
  readonly values: readonly string[];
  readonly excluded: boolean;
  readonly typed: readonly [start: number, end: number];
}

interface PieceOperand {
  readonly kind: 'term' | 'near' | 'heading';
  readonly words: readonly { readonly text: string; readonly quoted: boolean }[];
}

/** Words with the operators between them: one word, or word, operator, word … */
type Group = readonly (TypedWord | Operator)[];

/** Puts the words of a query together to clauses and filters. What makes no sense so is plain text. */
export function readPieces(text: string): { pieces: Piece[]; notes: string[]; malformed: boolean } {
  const { words: typed, open } = readWords(text);
  const words = typed.map(withoutBullet);
  const wrong = misunderstandings(words).map((reason) => `${reason}。`);
  const pieces = groupsOf(words).flatMap((group) => {
    const made = pieceOf(group);
    if (typeof made !== 'string') return [made];
    if (made !== '') wrong.push(`“${textOf(group, text)}”按普通文字检索：${made}。`);
    return group.map((part) => plainPiece(part, text));
  });
  const bullets = words.some((word, i) => word !== typed[i]);
  const notes = [
    ...(open ? ['有一个引号没有收尾，按引到末尾检索。'] : []),
    ...(bullets ? ['减号后面是一段话，不当作排除；要排除一段话，请加引号。'] : []),
    ...wrong,
  ];
  return { pieces, notes, malformed: wrong.length > 0 };
}

/** More characters than this behind a minus are a pasted line with its bullet, nothing to exclude. */
const LONGEST_EXCLUDED = 20;

function withoutBullet(word: TypedWord | Operator): TypedWord | Operator {
  if (word.kind !== 'word' || !word.minus || word.quoted || word.field !== null) return word;
  const isProse = word.text.length > LONGEST_EXCLUDED || /[，。；：！？]/u.test(word.text);
  return isProse ? { ...word, minus: false, start: word.start + 1 } : word;
}

const LOOKS_LIKE_OPERATOR = /^(?:and|or|not|near(?:\/\d+)?)$/iu;
const OPENING = /[(（]/gu;
const CLOSING = /[)）]/gu;

/** What somebody seems to have meant that this language hasn't. */
function misunderstandings(words: Group): string[] {
  const plain = words.filter((part) => part.kind === 'word').filter(({ quoted }) => !quoted);
  const reasons: string[] = [];
  const operator = plain.find(({ text }) => LOOKS_LIKE_OPERATOR.test(text));
  if (operator && words.length > 1) {
    reasons.push(
      `“${operator.text}”按普通文字检索：都要含有，用空格；任选，用大写的 OR；同一句，用大写的 NEAR；不含，用减号`,
    );
  }
  const isGrouping = ({ text }: TypedWord) =>
    (text.match(OPENING)?.length ?? 0) !== (text.match(CLOSING)?.length ?? 0);
  if (plain.some(isGrouping) && words.some(({ kind }) => kind !== 'word')) {
    reasons.push('括号按普通文字检索，不能用来分组：空格分开的各项都要满足，OR 只连接它两边的词');
  }
  const unfinished = plain.find(({ text }) => isFieldAlone(text));
  if (unfinished) reasons.push(`“${unfinished.text}”按普通文字检索：冒号后面没有词`);
  return reasons;
}

/** Puts words together that operators join; an operator without a word on either side is a group of its own. */
function groupsOf(words: Group): Group[] {
  const groups: Group[] = [];
  let at = 0;
  while (at < words.length) {
    let end = at + 1;
    if (words[at]?.kind === 'word') {
      while (words[end] && words[end]?.kind !== 'word' && words[end + 1]?.kind === 'word') end += 2;
    }
    groups.push(words.slice(at, end));
    at = end;
  }
  return groups;
}

/** What a group asks for, or why it can't be read as more than plain text. */
function pieceOf(group: Group): Piece | string {
  const words = group.filter((part) => part.kind === 'word');
  const [first] = words;
  if (!first) return isBar(group) ? '' : 'OR 和 NEAR 的两边都要有词';
  const typed = [first.start, (group.at(-1) as TypedWord).end] as const;
  if (isFilter(first.field)) return filterOf(first.field, group, words, typed);
  if (words.some(({ field }) => isFilter(field))) return '筛选条件不能与词并列';
  if (words.some(({ minus }) => minus) && words.length > 1) return '减号不能与 OR、NEAR 连用';
  const operands = operandsOf(group);
  return operands === null
    ? 'NEAR 的两边只能是词'
    : { kind: 'clause', operands, excluded: first.minus, typed };
}

function isBar([part]: Group): boolean {
  return part?.kind === 'or' && part.end - part.start === 1;
}

function isFilter(field: TypedWord['field'] | undefined): field is FilterField {
  return field !== null && field !== undefined && field !== 'heading';
}

/** The alternatives of a group; null where `NEAR` stands beside anything but a term. */
function operandsOf(group: Group): PieceOperand[] | null {
  const operands: TypedWord[][] = [];
  for (const [i, part] of group.entries()) {
    if (part.kind !== 'word') continue;
    if (group[i - 1]?.kind === 'near') operands.at(-1)?.push(part);
    else operands.push([part]);
  }
  if (operands.some((words) => words.length > 1 && words.some(({ field }) => field !== null))) return null;
  return operands.map((words) => ({
    kind: words.length > 1 ? 'near' : words[0]?.field === 'heading' ? 'heading' : 'term',
    words,
  }));
}

function filterOf(
  field: FilterField,
  group: Group,
  words: readonly TypedWord[],
  typed: readonly [start: number, end: number],
): Piece | string {
  if (group.some(({ kind }) => kind === 'near')) return 'NEAR 的两边只能是词';
  const excluded = words.some(({ minus }) => minus);
  if (excluded && words.length > 1) return '减号不能与 OR、NEAR 连用';
  if (words.some((word) => word.field !== field)) return '筛选条件不能与词或别的筛选并列';
  const values = words.flatMap(({ text }) => text.split(/[,，、]/u)).map((value) => value.trim());
  const read = field === 'year' ? values.map(yearsOf) : values;
  if (read.some((value) => value === null)) return '年份应为 2024 或 2020..2025';
  if (read.includes('')) return '冒号后面没有写全';
  return { kind: 'filter', filter: { field, values: read as string[], excluded, typed } };
}

const YEARS = /^(\d{4})年?(?:(?:\.\.|[-–—~～至到]+)(\d{4})年?)?$/u;

/** Years as addresses write them; null for what isn't years. */
function yearsOf(text: string): string | null {
  const [, from, to = from] = YEARS.exec(text.normalize('NFKC')) ?? [];
  if (from === undefined || to === undefined || from > to) return null;
  return from === to ? from : `${from}..${to}`;
}

function plainPiece({ start, end }: TypedWord | Operator, text: string): Piece {
  const words = [{ text: text.slice(start, end), quoted: false }];
  return { kind: 'clause', operands: [{ kind: 'term', words }], excluded: false, typed: [start, end] };
}

function textOf(group: Group, text: string): string {
  return text.slice(group[0]?.start, group.at(-1)?.end);
}
