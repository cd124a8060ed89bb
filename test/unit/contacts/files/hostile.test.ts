import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { isPersonChatId } from '../../../../core/chat-id.ts';
import { noteMax } from '../../../../core/contact.ts';
import { failureSchema } from '../../../../core/failure.ts';
import { badLineSchema, columnRoles, peoplePreviewSchema } from '../../../../core/people-import.ts';
import { listNameMax } from '../../../../core/people-list.ts';
import { cellOfLists, listsOf } from '../../../../main/contacts/files/list-names.ts';
import { openPeopleFile, type ReadPeople, readPeople } from '../../../../main/contacts/files/people-file.ts';
import { bytesOf, fixtureBytes, fixtures, readText } from './samples.ts';

/** How many broken files of each kind; a longer run finds more: `MUTATIONS=50000 npx vitest run <this file>`. */
const mutations = Number(process.env.MUTATIONS ?? 1_000);

const readSchema = z.strictObject({
  kind: peoplePreviewSchema.shape.kind,
  table: peoplePreviewSchema.shape.table,
  people: z.array(
    z.strictObject({
      chatId: z.string().refine(isPersonChatId),
      name: z
        .string()
        .max(200)
        .regex(/^(?:\S(?:.*\S)?)?$/u),
      phone: z.string().min(5).max(40),
      note: z.string().max(noteMax),
      lists: z.array(z.string().min(1).max(listNameMax)),
      repaired: z.boolean(),
    }),
  ),
  bad: z.array(badLineSchema),
  lines: z.int(),
  repeated: z.int(),
});

function expectSound(read: ReadPeople): void {
  const { people, bad, lines, repeated } = readSchema.parse(read);
  expect(new Set(people.map(({ chatId }) => chatId)).size).toBe(people.length);
  expect(bad.length).toBeLessThanOrEqual(lines);
  expect(repeated).toBeLessThanOrEqual(lines);
  if (lines > 0) expect(people.length + bad.length).toBeGreaterThan(0);
}

const country = fc.constantFrom('RU' as const, 'US' as const, null);

describe.each(readdirSync(fixtures).filter((name) => name !== 'README.md'))('%s', (name) => {
  const original = Buffer.from(fixtureBytes(name));
  const piece = fc.oneof(
    fc
      .constantFrom('"', ';', ',', '\n', '\r', '=', ':', '\\', '\0', ' ', '\t', 'BEGIN:VCARD\r\n', 'END:VCARD\r\n')
      .map(bytesOf),
    fc.uint8Array({ maxLength: 6 }),
    fc.tuple(fc.nat(original.length), fc.nat(60)).map(([from, size]) => original.subarray(from, from + size)),
  );
  /** Some bytes at a place give way to others: changed, lost, doubled, cut off. */
  const change = fc.record({ at: fc.nat(original.length), lost: fc.oneof(fc.nat(4), fc.nat(original.length)), piece });

  test(`broken in ${mutations} ways it is read or refused, and what it gives is sound`, {
    timeout: 60_000 + 50 * mutations,
  }, async () => {
    const changes = fc.array(change, { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(changes, country, async (list, where) => {
        const bytes = list.reduce(
          (whole, { at, lost, piece: added }) =>
            Buffer.concat([whole.subarray(0, at), added, whole.subarray(at + lost)]),
          original,
        );
        const answer = await openPeopleFile(bytes, name, where);
        if (answer.ok) expectSound(answer.value.read);
        else expect(failureSchema.parse(answer.failure).code).toMatch(/^file-/);
      }),
      { numRuns: mutations },
    );
  });
});

describe('whatever is read', { timeout: 60_000 }, () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      'ФИО',
      'Телефон',
      'Имя',
      'Фамилия',
      'Класс',
      'Примечание',
      'Анна Петрова',
      'Анна',
      '1',
      '12.03.2014',
    ),
    fc.constantFrom(
      '+79000000001',
      '8 900 000-00-02',
      '9000000003, 9000000004',
      '7.9E+10',
      'Анна +79000000005',
      '5А; 5Б',
    ),
    fc.string({ unit: 'binary', maxLength: 20 }),
  );
  const rows = fc
    .array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 })
    .map((table) => table.map((cells, place) => ({ line: 2 * place + 1, cells })));
  const tables = fc.array(
    rows.map((some) => ({ name: 'x', rows: some })),
    { minLength: 1, maxLength: 3 },
  );
  const reading = fc.record({
    table: fc.nat(4),
    headingLine: fc.option(fc.integer({ min: 1, max: 30 })),
    roles: fc.array(fc.constantFrom(...columnRoles), { maxLength: 8 }),
  });

  test('a table with any columns gives something sound', () => {
    fc.assert(
      fc.property(tables, fc.option(reading), country, (some, how, where) => {
        expectSound(readPeople({ kind: 'xlsx', tables: some }, how, where));
      }),
      { numRuns: 2_000 },
    );
  });

  test('a row is never lost in silence: it is somebody, a bad line, or it has nothing in the columns that are read', () => {
    const roles = fc.array(fc.constantFrom(...columnRoles), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(rows, roles, (some, chosen) => {
        const read = readPeople(
          { kind: 'csv', tables: [{ name: '', rows: some }] },
          { table: 0, headingLine: null, roles: chosen },
          'RU',
        );
        const telling = some.filter(({ cells }) =>
          cells.some((text, column) => text !== '' && chosen[column] !== 'leave-out' && chosen[column] !== 'list'),
        );
        const numbered = telling.filter(
          ({ cells }) => cells.length > 1 && cells.every((text, n) => text === `${n + 1}`),
        );
        expect(read.lines).toBe(telling.length - numbered.length);
      }),
      { numRuns: 2_000 },
    );
  });

  const line = fc.oneof(
    fc.constantFrom(
      'BEGIN:VCARD',
      'END:VCARD',
      'VERSION:2.1',
      'VERSION:4.0',
      'FN:Anna',
      'N:Ли;Анна;;;',
      'TEL:+79000000001',
    ),
    fc.constantFrom(
      'TEL;CELL:8 900 000 00 02',
      ' folded',
      '\tfolded',
      '=',
      'NOTE;ENCODING=QUOTED-PRINTABLE:=D0=',
      '=90=3D=',
    ),
    fc.constantFrom(
      'FN;CHARSET=koi8-r;ENCODING=QUOTED-PRINTABLE:=C1',
      'CATEGORIES:a\\,b,c',
      'item1.TEL;X="a:b":+79000000003',
    ),
    fc.constantFrom(
      'NOTE;ENCODING=BASE64:0JA=',
      'PHOTO;ENCODING=b:AAAA',
      'TEL;VALUE=uri:tel:+7-900-000-00-04;ext=1',
      'TEL',
    ),
    fc.string({ unit: 'binary', maxLength: 20 }),
  );

  test('cards of any lines give something sound', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 30 }), fc.constantFrom('\r\n', '\n', '\r'), async (lines, end) => {
        expectSound(await readText(['BEGIN:VCARD', ...lines, ''].join(end), 'people.vcf'));
      }),
      { numRuns: 5_000 },
    );
  });

  test('the names of lists come back from their cell', () => {
    const name = fc.string({ unit: fc.constantFrom(...'ab";: \n,*я'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 5 }), (names) => {
        const plain = [...new Set(names.map((text) => text.replace(/\s+/g, ' ').trim()))].filter(Boolean);
        expect(listsOf(cellOfLists(plain))).toEqual(plain);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('ten times as much takes about ten times as long', { timeout: 60_000 }, () => {
  const inCard = (text: string): string => `BEGIN:VCARD\nFN:Anna\nTEL:+79000000001\n${text}`;
  const vcards = [
    ...[
      'BEGIN:VCARD\n',
      'TEL:+79000000001\n',
      'TEL:12\n',
      ' \n',
      'N:;\n',
      'FN;ENCODING=QUOTED-PRINTABLE:=\n',
      'NOTE:\\n',
      '=\n',
    ],
    ...[
      'CATEGORIES:a,\n',
      'NOTE:a\n ',
      'NOTE;ENCODING=QUOTED-PRINTABLE:=41=\n',
      'x.',
      'TEL;"',
      'TEL:"',
      ';',
      ':',
      'A',
      '\\',
      '\0',
    ],
  ];
  const afterName = ['\\', ';', ',', '\\;', '=41', '\u0430', '"', '1', ' ', '+79000000001 '];
  const texts = [
    '\n',
    'a\n',
    '1 ',
    'Анна +79000000001\n',
    '8 900 000 00 0 ',
    'a@b.c ',
    '+',
    '(',
    '5 «А», ',
    '\u200b1',
    'ﷺ',
  ];
  const tables = ['a;', ';', 'Анна;+79000000001\n', 'Анна;12\n', 'Имя;Телефон\n', ':::', '; ', '5А"', "'"];
  const lists = ['"', '";', ':::', ';', '"a', '""', ' ', '" ', '\n'];
  type Case = readonly [file: string, text: string, around: (long: string) => string];
  const cases: readonly Case[] = [
    ...vcards.map((text): Case => ['people.vcf', text, inCard]),
    ...afterName.map(
      (text): Case => ['people.vcf', text, (long) => inCard(`N:${long}\nTEL:${long}\nCATEGORIES:${long}\n`)],
    ),
    ...texts.map((text): Case => ['people.txt', text, (long) => long]),
    ...tables.map((text): Case => ['people.csv', text, (long) => `Имя;Телефон\nАнна;+79000000001\n${long}`]),
    ...lists.map(
      (text): Case => [
        'people.csv',
        text,
        (long) => `Имя;Телефон;Группы\nАнна;+79000000001;"${long.replaceAll('"', '""')}"`,
      ],
    ),
  ];

  test.each(cases)('%s of %j', async (name, text, around) => {
    const cpuMs = async (length: number): Promise<number> => {
      const bytes = bytesOf(around(text.repeat(Math.ceil(length / text.length))));
      const before = process.cpuUsage();
      await openPeopleFile(bytes, name, 'RU');
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1_000;
    };
    const least = async (length: number): Promise<number> =>
      Math.min(await cpuMs(length), await cpuMs(length), await cpuMs(length));

    const [some, more] = [await least(20_000), await least(200_000)];

    // A hundred times would be the square. The first part is what any file takes.
    expect(more).toBeLessThan(30 + 30 * some);
  });

  test('somebody who stands in every line, each time with another note and another list', async () => {
    const rows = Array.from({ length: 50_000 }, (_, n) => `Анна ${n};+79000000001;заметка ${n};список ${n}`);
    const startedMs = performance.now();

    const read = await readText(`Имя;Телефон;Примечание;Список\n${rows.join('\n')}`, 'people.csv');

    expect(read).toMatchObject({ people: [{ name: 'Анна 10000' }], repeated: 49_999 });
    expect(read.people[0]?.lists).toHaveLength(50_000);
    expect(performance.now() - startedMs).toBeLessThan(10_000);
  });

  test('one cell with a hundred thousand numbers', async () => {
    const numbers = Array.from({ length: 100_000 }, (_, n) => `+7900${String(n).padStart(7, '0')}`);

    const read = await readText(`Имя;Телефон\n12345678;"${numbers.join(', ')}"`, 'people.csv');

    expect(read.people).toHaveLength(100_000);
  });
});
