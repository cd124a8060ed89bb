import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { entrySchema, personSchema } from '../../../../core/contact.ts';
import { foldName } from '../../../../core/draft-rules.ts';
import { mergeEntries } from '../../../../core/entries.ts';
import { failureSchema } from '../../../../core/failure.ts';
import { sheetPreviewSchema, sheetRoles, sheetShapes } from '../../../../core/group-sheet.ts';
import { openSheet, type ReadSheet, readSheet } from '../../../../main/runs/sheet/sheet.ts';
import { top } from '../../../support/sources.ts';
import { bytesOf, csvOf, readText } from './samples.ts';

/** How many broken files of each kind; a longer run finds more: `MUTATIONS=50000 npx vitest run <this file>`. */
const mutations = Number(process.env.MUTATIONS ?? 100);

const readSchema = sheetPreviewSchema.omit({ sheetId: true, file: true }).extend({
  groups: z.array(
    z.strictObject({
      line: z.int().min(1),
      name: z.string().max(1000),
      entries: z.array(entrySchema),
      extras: z.strictObject({
        admins: z.array(personSchema),
        message: z.string(),
        onlyAdminsWrite: z.boolean(),
        picture: z.string().max(255),
      }),
    }),
  ),
});

function expectSound(read: ReadSheet): void {
  const { groups, counts, reading, headings, rows } = readSchema.parse(read);
  const sizes = groups.map(({ entries }) => mergeEntries(entries.filter(({ at }) => at !== 'bad')).length);
  expect(counts).toMatchObject({ groups: groups.length, people: sizes.reduce((sum, size) => sum + size, 0) });
  expect([counts.fewest, counts.most]).toEqual(sizes.length === 0 ? [0, 0] : [Math.min(...sizes), Math.max(...sizes)]);
  for (const cells of [headings, ...rows.map((row) => row.cells)]) expect(cells).toHaveLength(reading.roles.length);
  for (const { name } of groups) expect(name).toBe(name.trim());
  if (reading.shape === 'row-is-person')
    expect(new Set(groups.map(({ name }) => foldName(name))).size).toBe(groups.length);
  for (const { entries, extras } of groups) {
    const people = new Set(entries.map((entry) => (entry.at === 'bad' ? '' : chatIdOf(entry))));
    for (const { chatId } of extras.admins) expect(people).toContain(chatId);
  }
}

type Numbered = Exclude<z.infer<typeof entrySchema>, { at: 'bad' }>;
const chatIdOf = (entry: Numbered): string => (entry.at === 'ready' ? entry.person.chatId : entry.guess.chatId);

const country = fc.constantFrom('RU' as const, 'US' as const, null);

const folders = ['people', 'tables'].map((name) => path.join(top, 'test/fixtures', name));
const fixtures = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /\.(?:csv|xlsx)$/.test(name))
    .map((name) => [name, path.join(folder, name)] as const),
);

describe.each(fixtures)('%s', (name, file) => {
  const original = readFileSync(file);
  const piece = fc.oneof(
    fc.constantFrom('"', ';', ',', '\n', '\r', '\0', ' ', '\t', '+79000000001', '{A}').map(bytesOf),
    fc.uint8Array({ maxLength: 6 }),
    fc.tuple(fc.nat(original.length), fc.nat(60)).map(([from, size]) => original.subarray(from, from + size)),
  );
  const change = fc.record({ at: fc.nat(original.length), lost: fc.oneof(fc.nat(4), fc.nat(original.length)), piece });

  test(`broken in ${mutations} ways it is read or refused, and what it gives is sound`, {
    timeout: 60_000 + 50 * mutations,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 4 }), country, async (list, where) => {
        const bytes = list.reduce(
          (whole, { at, lost, piece: added }) =>
            Buffer.concat([whole.subarray(0, at), added, whole.subarray(at + lost)]),
          original,
        );
        const answer = await openSheet(bytes, name, where);
        if (answer.ok) expectSound(answer.value.read);
        else expect(failureSchema.parse(answer.failure).code).toMatch(/^(?:file-|no-groups$)/);
      }),
      { numRuns: mutations },
    );
  });
});

describe('whatever is read', { timeout: 120_000 }, () => {
  const cell = fc.oneof(
    fc.constantFrom('', '', 'Группа', 'Участники', 'ФИО', 'Телефон', 'Админы', 'Пишут только админы', 'Класс', 'Буква'),
    fc.constantFrom('5А', ' 5а', '5  А', 'Ёлка', 'Елка', 'Итого: 5', 'да', 'нет', '1', '12.03.2014', 'Анна', 'Борис'),
    fc.constantFrom('+79000000001', '8 900 000-00-02', 'Анна +79000000005; Борис', '7.9E+10', '9000000003, 12345'),
    fc.string({ unit: 'binary', maxLength: 20 }),
  );
  const rows = fc
    .array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 })
    .map((table) => table.map((cells, place) => ({ line: 2 * place + 1, cells })));
  const tables = fc.array(
    rows.map((some) => ({ name: 'x', rows: some })),
    { minLength: 1, maxLength: 3 },
  );
  const pattern = fc.oneof(
    fc.constantFrom('{Группа}', '{A} {b}', '{Класс}{Буква}', '{', '}{', '{}', '{{A}}', 'Все'),
    fc.string({ unit: 'binary', maxLength: 20 }),
  );
  const reading = fc.record({
    table: fc.nat(4),
    headingLine: fc.option(fc.integer({ min: 1, max: 30 })),
    shape: fc.constantFrom(...sheetShapes),
    roles: fc.array(fc.constantFrom(...sheetRoles), { maxLength: 8 }),
    namePattern: fc.option(pattern),
    country: fc.option(fc.constantFrom('RU', 'us', 'ZZ', '??')),
  });

  test('a table with any columns gives something sound', () => {
    fc.assert(
      fc.property(tables, fc.option(reading), country, (some, how, where) => {
        expectSound(readSheet({ kind: 'xlsx', tables: some }, how, where));
      }),
      { numRuns: 2_000 },
    );
  });

  const phone = fc.integer({ min: 0, max: 9_999_999 }).map((n) => `+7900${String(n).padStart(7, '0')}`);
  const name = fc.constantFrom('', 'Анна', 'Иванов Иван', 'Петрова-Белова Ольга', 'О’Нил', 'Tom', 'мама Пети');
  const person = fc.record({ name, phone, isBehind: fc.boolean() });
  const between = fc.constantFrom('; ', ';', '\n', '\r\n', ', ', ' ;\n');

  test('every number of a cell of people is kept, once for each time that it stands there, with its own name', async () => {
    const groups = fc.array(fc.tuple(fc.array(person, { minLength: 1, maxLength: 8 }), between), {
      minLength: 1,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(groups, async (all) => {
        const lines = all.map(([people, sign], n) => [
          `Хор ${n}`,
          people
            .map((one) => (one.isBehind && one.name ? `${one.phone} ${one.name}` : `${one.name} ${one.phone}`.trim()))
            .join(sign),
        ]);

        const read = await readText(csvOf([['Группа', 'Участники'], ...lines]));

        const found = read.groups.map(({ entries }) =>
          entries.map((entry) => (entry.at === 'bad' ? entry.text : `+${chatIdOf(entry).replace('@c.us', '')}`)),
        );
        expect(found).toEqual(all.map(([people]) => people.map((one) => one.phone)));
      }),
      { numRuns: 500 },
    );
  });

  test('every row for a person is in the group that it names, in the order of the file', async () => {
    const group = fc.constantFrom('5А', '5Б', ' 5а', 'Хор', 'ХОР ', 'Ёлка', 'елка');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(group, name, phone), { minLength: 1, maxLength: 30 }), async (all) => {
        const read = await readText(csvOf([['Группа', 'Имя', 'Телефон'], ...all]));

        const expected = new Map<string, string[]>();
        for (const [where, , number] of all) {
          expected.set(foldName(where), [...(expected.get(foldName(where)) ?? []), number]);
        }
        const found = read.groups.map(({ name: where, entries }) => [
          foldName(where),
          entries.map((entry) => (entry.at === 'bad' ? entry.text : `+${chatIdOf(entry).replace('@c.us', '')}`)),
        ]);
        expect(found).toEqual([...expected]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('ten times as much takes about ten times as long', { timeout: 60_000 }, () => {
  const inCell = ['+79000000001; ', 'Анна +79000000001\n', 'Анна, ', '1,', '+', '{', ' ;', '8 900 ', 'а', '«', 'нет;'];
  const below = ['5А;+79000000001\n', ';\n', 'Итого\n', '5А;Анна +79000000001, Борис\n'];
  const cases = [
    ...inCell.map((text) => [text, (long: string) => `Группа;Участники\nХор;"${long}"`] as const),
    ...inCell.map((text) => [text, (long: string) => `Группа;Админы;Телефон\n"${long}";"${long}";"${long}"`] as const),
    ...below.map((text) => [text, (long: string) => `Группа;Участники\nХор;+79000000001\n${long}`] as const),
  ];

  test.each(cases)('%j', async (text, around) => {
    const cpuMs = async (length: number): Promise<number> => {
      const bytes = bytesOf(around(text.repeat(Math.ceil(length / text.length))));
      const before = process.cpuUsage();
      await openSheet(bytes, 'groups.csv', 'RU');
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1_000;
    };
    const least = async (length: number): Promise<number> =>
      Math.min(await cpuMs(length), await cpuMs(length), await cpuMs(length));

    const [some, more] = [await least(20_000), await least(200_000)];

    // A hundred times would be the square. The first part is what any file takes.
    expect(more).toBeLessThan(30 + 30 * some);
  });
});
