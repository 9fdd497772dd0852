import type { Clause, Operand, Query } from '../../text/query.ts';
import { quoted } from './page.ts';

/** What a query looks for, in words: “甲” “乙” 或 “丙”，不含 “丁”. Empty where there is nothing to look for. */
export function queryText(query: Query): string {
  const sought = query.clauses.filter(({ excluded }) => !excluded).map(clauseText);
  const excluded = query.clauses.filter((clause) => clause.excluded).map(clauseText);
  return [sought.join(' '), excluded.join('，')].filter((text) => text !== '').join('，');
}

/** One clause in words. */
export function clauseText({ alternatives, excluded }: Clause): string {
  const text = alternatives.map(operandText).join(' 或 ');
  return excluded ? `不含 ${text}` : text;
}

function operandText({ kind, terms }: Operand): string {
  const names = terms.map(({ text }) => quoted(text));
  if (kind === 'near') return `同一句里的 ${names.join(' 与 ')}`;
  return kind === 'heading' ? `标题中的 ${names.join('')}` : names.join('');
}
