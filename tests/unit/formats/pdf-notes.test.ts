import { describe, expect, it } from 'vitest';
import type { PrintedLine } from '../../../indexer/formats/pdf-lines.ts';
import { takeNotes } from '../../../indexer/formats/pdf-notes.ts';

const frame = { page: 0, runs: [], margins: null };

function line(text: string, size = 16): PrintedLine {
  return { text, frame, left: 0, right: 400, y: 0, size };
}

function read(...pages: PrintedLine[][]) {
  const { pages: rest, notes } = takeNotes(pages, 16);
  return { text: rest.flat().map((one) => one.text), notes };
}

describe('takeNotes', () => {
  it('numbers notes and their marks through', () => {
    const first = [
      line('实施“双圈”[1]战略、“两区”[2]建设。'),
      line('①“双圈”：指', 12),
      line('都市圈。', 12),
      line('②“两区”：指园区。', 12),
    ];
    const second = [line('办好“一件事”[1]。'), line('1“一件事”：指联办事项。', 12)];
    expect(read(first, second)).toEqual({
      text: ['实施“双圈”[1]战略、“两区”[2]建设。', '办好“一件事”[3]。'],
      notes: ['1. “双圈”：指都市圈。', '2. “两区”：指园区。', '3. “一件事”：指联办事项。'],
    });
  });

  it('leaves small print that no mark points to', () => {
    const page = [line('办好十件实事。'), line('1套资料 2026年1月印', 10)];
    expect(read(page)).toEqual({ text: ['办好十件实事。', '1套资料 2026年1月印'], notes: [] });
  });

  it('leaves a list that is set as large as the text', () => {
    const page = [line('重点工作[1]如下：'), line('①办好实事。')];
    expect(read(page).notes).toEqual([]);
  });
});
