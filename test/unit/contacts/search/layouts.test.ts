import { expect, test } from 'vitest';
import { otherLayouts } from '../../../../main/contacts/search/layouts.ts';

test.each([
  ['bdfyjd', 'иванов'],
  ['шмфтщм', 'ivanov'],
  ['<jhbc', 'борис'],
  [':fyyf', 'жанна'],
  [']kz', 'їля'],
  ['S', 'і'],
  ['ioen', 'шўут'],
  ['b', 'і'],
  ['фіь', 'asm'],
  ['щэикшут', "o'brien"],
  ['ыши', 'sib'],
  ['іши', 'sib'],
  ["'vbkm", 'эмиль'],
  ['fquthsv', 'айгерым'],
  ['fquth3v', 'айгерім'],
  ['фқы', 'a0s'],
])('%s may have been meant as %s', (typed, meant) => {
  expect(otherLayouts(typed)).toContain(meant);
});

test.each(['ёж', 'ёшы'])('%j cannot be typed on a Ukrainian keyboard', (typed) => {
  expect(otherLayouts(typed).some((meant) => /\p{Script=Cyrillic}/u.test(meant))).toBe(false);
});

test.each(['хор', 'борис', 'жук', 'юля'])('%j is not taken for a word with signs in it', (typed) => {
  expect(otherLayouts(typed)).toEqual([]);
});

test.each(['', '123', '+7 912', '—', '王小明', '[]'])('%j was not typed in another layout', (typed) => {
  expect(otherLayouts(typed)).toEqual([]);
});
