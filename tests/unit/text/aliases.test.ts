import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { aliasesOf, expandAliases } from '../../../text/aliases.ts';
import { normalise } from '../../../text/normalise.ts';
import { parseQuery, soughtTerms } from '../../../text/query.ts';

const GROUPS = readFileSync(new URL('../../../text/aliases.txt', import.meta.url), 'utf8')
  .split('\n')
  .map((line) => (line.split('#')[0] ?? '').trim())
  .filter((line) => line !== '')
  .map((line) => line.split(/[,，]/u).map((name) => name.trim()));

describe('aliases.txt', () => {
  it('has some hundreds of groups, each of two names or more, none empty', () => {
    expect(GROUPS.length).toBeGreaterThanOrEqual(250);
    expect(GROUPS.filter((names) => names.length < 2 || names.includes(''))).toEqual([]);
  });

  it('has no name in two places: a name means one thing', () => {
    const names = GROUPS.flat().map(normalise);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  it('has only names that can be looked for as one term', () => {
    const odd = GROUPS.flat().filter((name) => soughtTerms(parseQuery(`"${name}"`)).length !== 1);
    expect(odd).toEqual([]);
  });
});

describe('aliasesOf', () => {
  it('gives the other names, however the one is written', () => {
    expect(aliasesOf('gdp')).toContain('地区生产总值');
    expect(aliasesOf('ＧＤＰ')).toEqual(aliasesOf('GDP'));
    expect(aliasesOf('地區生產總值')).toContain('GDP');
    expect(aliasesOf('规上')).toEqual(['规模以上']);
    expect(aliasesOf('发展')).toEqual([]);
  });

  it('doesn’t hand on what belongs to another name', () => {
    for (const names of GROUPS) {
      for (const name of names) expect(aliasesOf(name)).toEqual(names.filter((other) => other !== name));
    }
  });
});

describe('expandAliases', () => {
  it('makes the other names alternatives, of what isn’t excluded', () => {
    const { query, expansions } = expandAliases(parseQuery('规上 -社零'));
    expect(soughtTerms(query).map(({ text }) => text)).toEqual(['规上', '规模以上']);
    expect(query.clauses).toHaveLength(2);
    expect(expansions).toEqual([{ term: '规上', names: ['规模以上'] }]);
  });
});
