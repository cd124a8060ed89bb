import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toPersonChatId } from '../../../core/chat-id.ts';
import type { Entry, Person } from '../../../core/contact.ts';
import { draftProblem, foldName } from '../../../core/draft-rules.ts';
import type { Extras } from '../../../core/group-sheet.ts';
import { type Around, type AskedRow, judgeRow, peopleOfRow, sameNames } from '../../../core/judge-row.ts';

const person = (digits: string, name = ''): Person => ({ chatId: toPersonChatId(digits), name, phone: `+${digits}` });
const [anna, boris, me] = [person('79000000001', 'Anna'), person('79000000002', 'Boris'), person('79000000009', 'Me')];
const ready = (of: Person): Entry => ({ at: 'ready', text: of.phone, person: of });
const guessed: Entry = { at: 'repair', text: '8 900 000-00-03', name: 'Vera', guess: person('79000000003', 'Vera') };
const bad: Entry = { at: 'bad', text: '12', name: 'Gleb', reason: 'too-short' };

const row = (change: Partial<AskedRow> = {}): AskedRow => ({
  ...{ name: 'Choir', entries: [ready(anna)], again: false, isLeftOut: false, picture: null },
  ...change,
});
const around = (change: Partial<Around> = {}): Around => ({
  ...{ people: [], ownChatId: me.chatId, sameNameAt: null, exists: null },
  isOff: () => false,
  ...change,
});
const none = { alwaysAdd: [], admins: [] };
type Other = Partial<Around> & { readonly extras?: Pick<Extras, 'alwaysAdd' | 'admins'> };
function judged(change: Partial<AskedRow>, { extras = none, ...other }: Other = {}) {
  const asked = row(change);
  return judgeRow(asked, around({ people: peopleOfRow(asked.entries, extras, me.chatId), ...other }));
}
const many = (count: number) =>
  Array.from({ length: count }, (_, place) => ready(person(String(79_100_000_000 + place))));
const existing = { exact: false, state: 'created', jobId: 'job-1', madeAtMs: 5 } as const;

test('a row with a name and people is ready', () => {
  expect(judged({})).toEqual({ verdict: 'ready', problems: [] });
});

test.each([
  ['an empty name', { name: ' \u00a0 ' }, {}, { is: 'name-empty' }],
  ['a name over 100 characters', { name: 'я'.repeat(103) }, {}, { is: 'name-too-long', over: 3 }],
  ['nobody', { entries: [] }, {}, { is: 'no-people' }],
  ['nobody besides ourselves', { entries: [ready(me)] }, {}, { is: 'no-people' }],
  ['more people than a group holds', { entries: many(1024) }, {}, { is: 'too-many-people', count: 1024 }],
  [
    'a number to guess at',
    { entries: [ready(anna), guessed] },
    {},
    { is: 'number', text: guessed.text, name: 'Vera', reason: 'repair', guess: person('79000000003', 'Vera') },
  ],
  [
    'a bad number',
    { entries: [bad] },
    {},
    { is: 'number', text: '12', name: 'Gleb', reason: 'too-short', guess: null },
  ],
  [
    'the id of a group',
    { entries: [ready(anna), ready({ chatId: '120363043968530652@g.us', name: 'Old', phone: '' })] },
    {},
    { is: 'number', text: '', name: 'Old', reason: 'not-a-number', guess: null },
  ],
  [
    'somebody who is not on WhatsApp',
    {},
    { isOff: (id: string) => id === anna.chatId },
    { is: 'not-on-whatsapp', person: anna },
  ],
  [
    'somebody of every group who is not on WhatsApp',
    {},
    { extras: { alwaysAdd: [boris], admins: [] }, isOff: (id: string) => id === boris.chatId },
    { is: 'not-on-whatsapp', person: boris },
  ],
])('%s is to be fixed', (_, change, other, problem) => {
  const { verdict, problems } = judged(change, other);

  expect(verdict).toBe('to-fix');
  expect(problems).toContainEqual(problem);
});

test('where every number is bad, that nobody is there is not said as well', () => {
  expect(judged({ entries: [bad] }).problems.map(({ is }) => is)).toEqual(['number']);
});

test('1,023 people besides ourselves are a group', () => {
  expect(judged({ entries: [...many(1023), ready(me)] }).verdict).toBe('ready');
});

test('the people of every group count, each once', () => {
  const extras = { alwaysAdd: [anna, boris, me], admins: [boris] };

  expect(judged({ entries: [] }, { extras }).verdict).toBe('ready');
  expect(peopleOfRow([ready(anna)], extras, me.chatId)).toEqual([anna, boris]);
  expect(judged({ entries: many(1023) }, { extras }).problems).toEqual([{ is: 'too-many-people', count: 1025 }]);
});

test('whom a row repeats, and our own number, are notes', () => {
  const { verdict, problems } = judged({ entries: [ready(anna), ready(me), ready(anna), ready(anna), ready(me)] });

  expect(verdict).toBe('ready');
  expect(problems).toEqual([
    { is: 'repeated-person', person: anna },
    { is: 'own-number', person: me },
  ]);
});

test('who stands there twice is taken by the surer number and the better name', () => {
  const vera = person('79000000003', 'Vera Petrova');
  const entries = [guessed, ready(vera)];

  expect(judged({ entries }).problems).toEqual([]);
  expect(peopleOfRow(entries, none, null)).toEqual([vera]);
});

test('a group that is there already, or in a row before, is a duplicate whatever else is wrong', () => {
  expect(judged({ entries: [bad] }, { exists: existing }).verdict).toBe('duplicate');
  expect(judged({}, { exists: existing }).problems).toEqual([{ is: 'exists', ...existing }]);
  expect(judged({}, { sameNameAt: 4 })).toEqual({
    verdict: 'duplicate',
    problems: [{ is: 'name-repeated', line: 4 }],
  });
});

test('what somebody left out stays so, with what is wrong about it', () => {
  expect(judged({ isLeftOut: true, entries: [bad] })).toMatchObject({
    verdict: 'left-out',
    problems: [{ is: 'number' }],
  });
});

test('the rows behind the first of a name point to it; those left out are not there, and another may be wanted', () => {
  const named = (line: number, name: string, change: { again?: boolean; isLeftOut?: boolean } = {}) => ({
    ...{ line, name, again: false, isLeftOut: false },
    ...change,
  });

  const lines = sameNames([
    named(2, 'Хор ёлка', { isLeftOut: true }),
    named(3, 'Хор ёлка'),
    named(4, ' хор  ЕЛКА'),
    named(5, 'Хор елка', { again: true }),
    named(6, 'Хор елка'),
    named(7, ''),
    named(8, ''),
  ]);

  expect(lines).toEqual([null, null, 3, null, 3, null, null]);
});

const aPerson = fc.integer({ min: 0, max: 12 }).map((place) => person(String(79_000_000_000 + place)));
const anEntry = fc.oneof(
  { weight: 6, arbitrary: aPerson.map(ready) },
  fc.constant(guessed),
  fc.constant(bad),
  fc.constant(ready({ chatId: '12036304396@lid', name: '', phone: '' })),
);
const aRow = fc.record({
  name: fc.oneof(fc.string({ maxLength: 8 }), fc.string({ minLength: 95, maxLength: 110 }), fc.constant(' Choir ')),
  entries: fc.array(anEntry, { maxLength: 8 }),
  again: fc.boolean(),
  isLeftOut: fc.constant(false),
  picture: fc.constant(null),
});
const anAround = fc.record({
  extras: fc.record({ alwaysAdd: fc.array(aPerson, { maxLength: 2 }), admins: fc.array(aPerson, { maxLength: 2 }) }),
  ownChatId: fc.option(aPerson.map(({ chatId }) => chatId)),
  sameNameAt: fc.constant(null),
  exists: fc.constant(null),
});

test('ready is what can be sent as it is, with nothing left to say about its numbers', () => {
  fc.assert(
    fc.property(aRow, anAround, (asked, other) => {
      const members = peopleOfRow(asked.entries, other.extras, other.ownChatId);
      const people = members.map(({ chatId }) => chatId);
      const isSound = asked.entries.every((entry) =>
        entry.at === 'ready' ? !isLid(entry) : isMended(entry, asked.entries),
      );

      const { verdict } = judgeRow(asked, { ...other, people: members, isOff: () => false });

      expect(verdict).toBe(isSound && draftProblem(asked.name, people) === null ? 'ready' : 'to-fix');
      expect(people).not.toContain(other.ownChatId);
      expect(new Set(people).size).toBe(people.length);
    }),
    { numRuns: 10_000 },
  );
});

const isLid = (entry: Entry): boolean => entry.at === 'ready' && entry.person.chatId.endsWith('@lid');

/** A guess is none where the same number stands there in full. */
const isMended = (entry: Entry, all: readonly Entry[]): boolean =>
  entry.at === 'repair' && all.some((other) => other.at === 'ready' && other.person.chatId === entry.guess.chatId);

test('a name is free exactly where no row before has it', () => {
  const aName = fc.record({
    name: fc.constantFrom('Choir', ' choir', 'Ёлка', 'елка', '', 'Band'),
    again: fc.boolean(),
    isLeftOut: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(aName, { maxLength: 12 }), (names) => {
      const rows = names.map((one, line) => ({ ...one, line }));

      const first = (of: string) => rows.find(({ name, isLeftOut }) => !isLeftOut && foldName(name) === foldName(of));
      const expected = rows.map(({ name, line, again, isLeftOut }) => {
        const at = first(name)?.line;
        return name === '' || again || isLeftOut || at === line ? null : (at ?? null);
      });
      expect(sameNames(rows)).toEqual(expected);
    }),
    { numRuns: 5_000 },
  );
});
