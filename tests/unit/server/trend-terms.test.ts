import { expect, it } from 'vitest';
import { splitTerms } from '../../../server/counting/trend-terms.ts';

it.each([
  ['高质量发展,新质生产力', ['高质量发展', '新质生产力']],
  ['高质量发展， 新质生产力 ,', ['高质量发展', '新质生产力']],
  ['"一老，一小",托育', ['"一老，一小"', '托育']],
  ['“一老，一小”，养老 OR 托育', ['“一老，一小”', '养老 OR 托育']],
  ['发展,发展', ['发展']],
  // A quotation mark that nothing closes takes the rest.
  ['"一老,一小', ['"一老,一小']],
  [' ,， ', []],
])('%j is a list of %j', (text, terms) => {
  expect(splitTerms(text)).toEqual(terms);
});
