import type { SectionId } from '../../report/sections.ts';
import type { Block, GlossaryItem, Heading, NoteReference, Table } from '../../report/types.ts';
import type { TextRange } from '../../text/match.ts';
import type { BackMatter } from './back-matter.ts';
import type { FrontLine } from './front-matter.ts';
import type { Passage } from './joins.ts';
import { leadOf } from './lead.ts';
import { type Repair, visibleCharacters } from './line.ts';
import { takeNotes } from './notes.ts';
import type { Outlined, RunIn } from './outline.ts';
import { tightenHeading, tightenItem, tightenText } from './spaces.ts';
import { fillTable } from './table-rows.ts';
import type { SourceTable } from './tables.ts';
import { termsInText } from './terms-in-text.ts';

/** What the blocks of a report are made of. */
export interface Composition {
  readonly front: readonly FrontLine[];
  readonly outlined: readonly Outlined[];
  /** Section of each outlined passage. */
  readonly sections: readonly SectionId[];
  readonly back: BackMatter;
  readonly aboveGlossary: readonly Outlined[];
  readonly appendix: readonly Outlined[];
}

/** The body of a report; its blocks get their ids later. */
export interface Composed {
  readonly headings: readonly Heading[];
  readonly blocks: readonly Block[];
  readonly tables: readonly Table[];
  readonly glossary: readonly GlossaryItem[];
  /** Footnote marks and spaces that were taken out of the text. */
  readonly repairs: readonly Repair[];
  /** Visible characters of all blocks, as far as they are in the source. */
  readonly kept: number;
}

/** The blocks of a report in reading order, and its outline, tables and glossary, which point to them. */
export function compose({ front, outlined, sections, back, aboveGlossary, appendix }: Composition): Composed {
  const composer = new Composer(back.entries.length > 0);
  for (const { line } of front) composer.addFrontLine(line.text);
  for (const [i, item] of outlined.entries()) composer.addOutlined(item, sections[i] ?? 'thematic');
  composer.startAppendix();
  for (const item of aboveGlossary) composer.addOutlined(item, 'appendix');
  composer.startAppendix();
  composer.addGlossary(back);
  composer.startAppendix();
  for (const item of appendix) composer.addOutlined(item, 'appendix');
  for (const [number, notes] of termsInText(composer.blocks, composer.glossary)) {
    composer.blocks[number - 1] = { ...(composer.blocks[number - 1] as Block), notes };
  }
  return composer;
}

/** What tells one block from another; position and path follow from where it is added. */
type BlockContent = Omit<Block, 'id' | 'number' | 'headings'>;

/** Stands between the cells of a row. */
const CELL_SEPARATOR = ' | ';

class Composer implements Composed {
  readonly headings: Heading[] = [];
  readonly blocks: Block[] = [];
  readonly tables: Table[] = [];
  readonly glossary: GlossaryItem[] = [];
  readonly repairs: Repair[] = [];
  kept = 0;
  private readonly circledNotes: boolean;
  /** Headings the next block stands under, by level. */
  private path: string[] = [];

  constructor(circledNotes: boolean) {
    this.circledNotes = circledNotes;
  }

  addFrontLine(text: string): void {
    this.add({ type: 'heading', section: 'preamble', text: tightenHeading(text), level: 0 });
  }

  addOutlined(item: Outlined, section: SectionId): void {
    if (item.type === 'table') this.addTable(item.table, section);
    else if (item.type === 'heading') this.addHeading(item.passage, item.level, section);
    else this.addText(item.passage, item.runIn, section);
  }

  addGlossary({ glossaryHeading, preface, entries }: BackMatter): void {
    if (glossaryHeading) this.addHeading(glossaryHeading, 1, 'glossary');
    for (const passage of preface) this.addText(passage, null, 'glossary');
    for (const { number, term, definition, text } of entries) {
      const block = this.add({ type: 'gloss', section: 'glossary', text });
      this.glossary.push({ number, term, definition, block });
    }
  }

  /** Appendices don't stand under the headings of the report. */
  startAppendix(): void {
    this.path = [];
  }

  private addHeading(passage: Passage, level: number, section: SectionId): void {
    const { text, notes } = takeNotes(tightenHeading(passage.text), this.circledNotes);
    this.note(passage, text, notes);
    this.path = this.path.slice(0, level - 1);
    const block = this.add({ type: 'heading', section, text, level, ...noted(notes) });
    this.enter({ level, text: withoutStop(text), section, block });
  }

  private addText(passage: Passage, runIn: RunIn | null, section: SectionId): void {
    const type = passage.bullet ? 'bullet' : 'paragraph';
    const tight = passage.bullet ? tightenItem(passage.text) : tightenText(passage.text);
    const { text, notes } = takeNotes(tight, this.circledNotes);
    this.note(passage, text, notes);
    const lead = this.leadIn(text, passage, runIn);
    if (runIn && lead) {
      const heading = withoutStop(text.slice(...lead));
      this.enter({ level: runIn.level, text: heading, section, block: this.blocks.length + 1 });
    }
    this.add({ type, section, text, ...(lead && { lead }), ...noted(notes) });
  }

  /** Range of the run-in heading or lead sentence; what stood before an inline tag is one, whatever its length. */
  private leadIn(text: string, passage: Passage, runIn: RunIn | null): TextRange | undefined {
    if (runIn || passage.cutAt !== null) {
      const end = this.shownLength(passage.text.slice(0, runIn?.length ?? passage.cutAt ?? 0));
      if (end < text.length && /[。：]/u.test(text.charAt(end - 1))) return [0, end];
      if (runIn) return undefined;
    }
    return leadOf(text);
  }

  private shownLength(marked: string): number {
    return takeNotes(tightenText(marked), this.circledNotes).text.length;
  }

  private addTable(table: SourceTable, section: SectionId): void {
    const caption = table.caption?.text.replace(/\s+/gu, ' ') ?? '';
    if (caption !== '') this.add({ type: 'caption', section, text: caption });
    const { columns, header, rows } = fillTable(table);
    if (header.length > 0) this.addCells('columns', section, header.map(tightenText));
    const placed = rows.map(({ cells, own }) => {
      const shown = cells.map(tightenText);
      const sourceCells = shown.filter((_, i) => own[i]);
      return { block: this.addCells('row', section, sourceCells), cells: shown, own };
    });
    this.tables.push({ caption, columns: columns.map(tightenText), rows: placed });
  }

  private addCells(type: 'columns' | 'row', section: SectionId, cells: readonly string[]): number {
    return this.add({ type, section, text: cells.join(CELL_SEPARATOR) }, cells.join(''));
  }

  private enter(heading: Heading): void {
    this.headings.push(heading);
    this.path = [...this.path.slice(0, heading.level - 1), heading.text];
  }

  private note(passage: Passage, shown: string, notes: readonly NoteReference[]): void {
    if (shown === passage.text) return;
    const reason = notes.length > 0 ? '去掉脚注标记' : '去掉多余空格';
    const removed = visibleCharacters(passage.text) - visibleCharacters(shown);
    this.repairs.push({ line: passage.number, ...excerpts(passage.text, shown), reason, removed });
  }

  /** Adds a block and gives its number. What the source has of it counts as kept. */
  private add(content: BlockContent, source: string = content.text): number {
    this.kept += visibleCharacters(source);
    const number = this.blocks.length + 1;
    this.blocks.push({ id: '', number, ...content, headings: [...this.path] });
    return number;
  }
}

/** Characters shown on either side of a change. */
const CONTEXT = 12;

/** Where two texts begin to differ, before and after. */
function excerpts(before: string, after: string): { before: string; after: string } {
  let at = 0;
  while (at < after.length && before[at] === after[at]) at += 1;
  const around = (text: string) => text.slice(Math.max(0, at - CONTEXT), at + CONTEXT);
  return { before: around(before), after: around(after) };
}

function noted(notes: readonly NoteReference[]): { notes?: readonly NoteReference[] } {
  return notes.length > 0 ? { notes } : {};
}

function withoutStop(heading: string): string {
  return heading.replace(/。$/u, '');
}
