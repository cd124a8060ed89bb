import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PeopleQuery } from '../../../../core/people-query.ts';
import { otherLayouts } from '../../../../main/contacts/search/layouts.ts';
import { createPeopleIndex } from '../../../../main/contacts/search/people-index.ts';
import type { KeptContact, KeptList } from '../../../../main/contacts/store.ts';
import { crowd, crowdLists } from '../../../support/crowd.ts';
import { contactOf, lidOf } from '../samples.ts';
import { naiveSearch } from './naive.ts';

/** Few letters, so that much is found and much is found in several ways. */
const word = fc.string({ unit: fc.constantFrom(...'аАбеёиийкнопхщюAaByhkocпв5-’*🔥王'), minLength: 1, maxLength: 6 });
const name = fc.array(word, { maxLength: 4 }).map((words) => words.join(' '));

const lists: readonly KeptList[] = [
  { listId: 'one', name: 'Ба 5' },
  { listId: 'two', name: 'Khan о’би' },
];

const contact: fc.Arbitrary<KeptContact> = fc
  .record({
    n: fc.nat(40),
    name,
    isLid: fc.boolean(),
    gone: fc.boolean(),
    note: fc.oneof(fc.constant(''), name),
    lists: fc.subarray(['one', 'two']),
    source: fc.constantFrom('phone', 'file', 'typed'),
    whatsapp: fc.constantFrom<KeptContact['whatsapp']>(
      { at: 'unchecked' },
      { at: 'yes', checkedAtMs: 1 },
      { at: 'no', checkedAtMs: 1 },
    ),
    groups: fc.nat(1),
    uses: fc.nat(3),
    usedAtMs: fc.option(fc.nat(5)),
  })
  .map(({ n, isLid, ...rest }) => ({
    ...contactOf(n * 1117, rest.name, rest),
    ...(isLid ? { chatId: lidOf(n), phone: n % 3 === 0 ? `+7 900 000-00-${10 + n}` : '' } : {}),
  }));

const text = fc
  .array(fc.oneof(word, fc.nat(9999).map(String), fc.constantFrom('8 9', '+7', '007', '-', '(0')), { maxLength: 3 })
  .chain((words) => fc.constantFrom(words.join(' '), ...otherLayouts(words.join(' '))));

const query: fc.Arbitrary<PeopleQuery> = fc.record({
  text,
  order: fc.constantFrom('best', 'best', 'name', 'name-down', 'phone', 'phone-down'),
  filter: fc.record({
    source: fc.constantFrom('any', 'any', 'phone', 'file', 'typed'),
    listId: fc.constantFrom(null, null, 'one', 'two', 'three'),
    whatsapp: fc.constantFrom('any', 'any', 'yes', 'no', 'unchecked'),
    groups: fc.constantFrom('any', 'none'),
  }),
});

const step = fc.oneof(
  fc.record({ put: fc.array(contact, { maxLength: 5 }) }),
  fc.record({ remove: fc.array(fc.nat(40), { maxLength: 5 }) }),
  fc.record({ ask: query }),
);

test('finds the same people in the same order as looking at everybody, whatever was put and removed before', () => {
  fc.assert(
    fc.property(
      fc.array(contact, { maxLength: 20 }),
      fc.array(step, { maxLength: 12 }),
      query,
      (first, steps, last) => {
        const people = new Map(first.map((each) => [each.chatId, each]));
        const index = createPeopleIndex([...people.values()], () => {});
        index.nameLists(lists);
        const check = (asked: PeopleQuery) => {
          const found = index.search(asked);
          const expected = naiveSearch([...people.values()], lists, asked);
          expect(found.ids(0, 100)).toEqual(expected);
          expect(found.total).toBe(expected.length);
        };

        for (const each of steps) {
          if ('ask' in each) check(each.ask);
          if ('put' in each) {
            index.put(each.put);
            for (const one of each.put) people.set(one.chatId, one);
          }
          if ('remove' in each) {
            const ids = each.remove.flatMap((n) => [contactOf(n * 1117, '').chatId, lidOf(n)]);
            index.remove(ids);
            for (const chatId of ids) people.delete(chatId);
          }
        }
        check(last);
      },
    ),
    { numRuns: 250 },
  );
});

const many = crowd(4_000, 7);

test.each([
  '',
  'а',
  'н',
  'ова',
  'иванов',
  'ivan',
  '8 912',
  '912 03',
  'bdfyjd',
  'мама 5',
  'хор',
  'анна п',
  'zzz',
  '***',
])('finds for %j among 4,000 people what looking at everybody finds', (typed) => {
  const index = createPeopleIndex(many, () => {});
  index.nameLists(crowdLists);
  const asked: PeopleQuery = {
    text: typed,
    order: 'best',
    filter: { source: 'any', listId: null, whatsapp: 'any', groups: 'any' },
  };
  const check = (people: readonly KeptContact[]) =>
    expect(index.search(asked).ids(0, people.length)).toEqual(naiveSearch(people, crowdLists, asked));

  check(many);

  // Enough changes for what was settled to be written anew.
  const renamed = many.slice(0, 2_000).map((each, place) => ({ ...each, name: many[place + 2_000]?.name ?? '' }));
  index.put(renamed);
  index.remove(many.slice(3_600).map(({ chatId }) => chatId));

  check([...renamed, ...many.slice(2_000, 3_600)]);
});
