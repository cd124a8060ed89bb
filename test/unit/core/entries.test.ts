import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPersonChatId } from '../../../core/chat-id.ts';
import { type Entry, entrySchema } from '../../../core/contact.ts';
import { mergeEntries, readEach, readEntries } from '../../../core/entries.ts';
import type { Country } from '../../../core/phone.ts';

/** One short line for each entry: `900…01 Anna`, `? 8 900…01 → +7 900…01 Anna`, `! 12 too-short`. */
const read = (text: string): string[] => readEntries(text, 'RU').map(shown);
const shown = (entry: Entry): string => {
  if (entry.at === 'ready') return `${entry.person.phone} ${entry.person.name}`.trim();
  if (entry.at === 'repair') return `? ${entry.text} → ${entry.guess.phone} ${entry.guess.name}`.trim();
  return `! ${entry.text} ${entry.reason} ${entry.name}`.trim();
};

describe('readEntries', () => {
  test.each([
    ['+7 900 000-00-01', ['+7 900 000-00-01']],
    ['Анна Петрова +7 900 000-00-01', ['+7 900 000-00-01 Анна Петрова']],
    ['+7 900 000-00-01 Анна Петрова', ['+7 900 000-00-01 Анна Петрова']],
    ['+7 900 000-00-01 (Anna)', ['+7 900 000-00-01 Anna']],
    ['Анна (мама Пети, 5 «А») +7 900 000-00-01', ['+7 900 000-00-01 Анна (мама Пети, 5 «А»)']],
    ['"Петрова, Анна";"+7 900 000-00-01"', ['+7 900 000-00-01 Петрова, Анна']],
    ['1\tАнна\t01.02.2015\t+79000000001', ['+7 900 000-00-01 Анна 01.02.2015']],
    ['Анна, anna@example.org, +79000000001', ['+7 900 000-00-01 Анна']],
    ['2) Анна, тел. +79000000001', ['+7 900 000-00-01 Анна']],
    ['https://wa.me/79000000001', ['+7 900 000-00-01']],
    ['- +7 900 000-00-01 – Анна', ['+7 900 000-00-01 Анна']],
    ['120363043968530652@g.us', ['! 120363043968530652@g.us not-a-number']],
    ['79000000001-1445627445@g.us', ['! 79000000001-1445627445@g.us not-a-number']],
    ['Анна +79000000001; 1203630@g.us', ['+7 900 000-00-01 Анна', '! 1203630@g.us not-a-number']],
  ])('reads the line %j', (line, entries) => {
    expect(read(line)).toEqual(entries);
  });

  test.each([
    ['+79000000001+79000000002', ['+7 900 000-00-01', '+7 900 000-00-02']],
    ['79000000001\t79000000002', ['+7 900 000-00-01', '+7 900 000-00-02']],
    ['+79000000001/+79000000002;+79000000003', ['+7 900 000-00-01', '+7 900 000-00-02', '+7 900 000-00-03']],
    ['7 900 000-00-01 7 900 000-00-02', ['+7 900 000-00-01', '+7 900 000-00-02']],
    ['Anna: +79000000001, +79000000002', ['+7 900 000-00-01 Anna', '+7 900 000-00-02 Anna']],
    ['Anna, +79000000001, Boris, +79000000002 (dad)', ['+7 900 000-00-01 Anna', '+7 900 000-00-02 Boris dad']],
    ['+79000000001 Anna, +79000000002 Boris', ['+7 900 000-00-01 Anna', '+7 900 000-00-02 Boris']],
  ])('finds every number of %j', (line, entries) => {
    expect(read(line)).toEqual(entries);
  });

  test('a number with a slip comes with its guess and its name', () => {
    expect(read('Anna 8 900 000-00-01\nBoris 9000000002')).toEqual([
      '? 8 900 000-00-01 → +7 900 000-00-01 Anna',
      '? 9000000002 → +7 900 000-00-02 Boris',
    ]);
  });

  test('what cannot be a number is said to be bad, and nobody in a line is passed over', () => {
    expect(read('Anna\n12\nBoris +7900000000O, Ivy 790000000')).toEqual([
      '! Anna letters',
      '! 12 too-short',
      '! +7900000000O letters Boris',
      '! 790000000 too-short Ivy',
    ]);
  });

  test('an extension and a shortened number are said to be what they are, and are no part of the name', () => {
    expect(read('Anna 8 495 000-00-01 доб. 12\n7,9E+10 Boris\nIvy, +79000000001, ext 5 (work)')).toEqual([
      '! 8 495 000-00-01 доб. 12 extension Anna',
      '! 7,9E+10 rounded Boris',
      '! +79000000001, ext 5 extension Ivy',
    ]);
  });

  test('the words for a kind of phone are no name', () => {
    expect(read('Анна дом. +74950000001 моб. +79000000001\n+79000000002 (моб.)')).toEqual([
      '+7 495 000-00-01 Анна',
      '+7 900 000-00-01 Анна',
      '+7 900 000-00-02',
    ]);
  });

  test('forms that the service takes for different people are one person', () => {
    expect(
      read('+52 55 1234 5678 Ana\n+52 1 55 1234 5678 Ana Ruiz\n+55 31 98888-7777\n(+55) 31 98888 7777 Rui'),
    ).toEqual(['+52 55 1234 5678 Ana Ruiz', '+55 31 98888 7777 Rui']);
  });

  test('who stands there twice comes once, by the surer number and the better name', () => {
    expect(read('8 900 000-00-01 Anna P\n+79000000001; +79000000001 Anna\n12\n12')).toEqual([
      '+7 900 000-00-01 Anna P',
      '! 12 too-short',
    ]);
  });

  test('empty lines and borders alone are nobody', () => {
    expect(read(' ;; \n\t\n—\r\n')).toEqual([]);
  });

  const piece = fc.oneof(
    fc.constantFrom(
      '+7 900 000-00-01',
      '89000000002',
      'Анна',
      ';',
      '\t',
      ',',
      '\n',
      ' ',
      '+',
      '(',
      '12',
      'a@b.c',
      '1.',
      ' доб. 12',
      '7,9E+10',
      'wa.me/',
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );

  test('whatever is pasted, the answer fits the contract and the numbers are chat ids', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.constantFrom('RU' as const, null), (pieces, country) => {
        for (const entry of readEntries(pieces.join(''), country)) {
          expect(entrySchema.safeParse(entry).success).toBe(true);
          if (entry.at === 'ready') expect(isPersonChatId(entry.person.chatId)).toBe(true);
          if (entry.at === 'repair') expect(isPersonChatId(entry.guess.chatId)).toBe(true);
        }
      }),
      { numRuns: 3_000 },
    );
  });

  test('every number of a column is there, in its order', () => {
    const column = fc.uniqueArray(fc.integer({ min: 0, max: 9_999_999 }), { maxLength: 50 });
    fc.assert(
      fc.property(column, (ends) => {
        const numbers = ends.map((end) => `7900${String(end).padStart(7, '0')}`);
        const entries = readEntries(numbers.map((number) => `+${number}`).join('\n'), null);
        expect(entries.map((entry) => entry.at === 'ready' && entry.person.chatId)).toEqual(
          numbers.map((number) => `${number}@c.us`),
        );
      }),
    );
  });

  test.each([
    '1 ',
    '8 912 123-45-67 ',
    '79000000001,',
    'a',
    '. ',
    '1 . ',
    '1a',
    '(',
    '\u200b1',
    '+1',
    '8 900 000-00-01 доб. 12 ',
    '9000000001x',
    '#1',
    '7.9E+10 ',
    '7.9',
    'wa.me/?',
    'a@',
    '+52 1 55 1234 5678 (',
  ])('as much of %j as the call takes is read in reasonable time', (text) => {
    // The time of the processor: what else the machine does is no matter.
    const before = process.cpuUsage();

    readEntries(text.repeat(200_000 / text.length), 'RU');

    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(5_000);
  });
});

describe('who stands there twice', () => {
  test('comes twice when each is asked for, and becomes one by merging', () => {
    const text = '8 900 000-00-01\nАнна +79000000001';

    expect(readEach(text, 'RU').map(({ at }) => at)).toEqual(['repair', 'ready']);
    expect(mergeEntries(readEach(text, 'RU'))).toEqual(readEntries(text, 'RU'));
  });
});

test('a plain line reads as it would with two spaces, where every number is looked for', () => {
  const word = fc.constantFrom(
    'Анна',
    'О’Нил',
    'Мария-Луиза',
    'мама',
    'Тел',
    'моб',
    'phone',
    'WhatsApp',
    'доб',
    'x',
    'E',
  );
  const number = fc.oneof(
    fc.constantFrom(
      '+79000000001',
      '8 900 000-00-02',
      '8 (900) 000-00-03',
      '79000000004',
      '+1 212 555 0100',
      '9000000005',
    ),
    fc.string({ unit: fc.constantFrom(...'0123456789 ()-+'), minLength: 8, maxLength: 24 }),
  );
  const country = fc.constantFrom('RU' as const, 'KZ' as const, 'US' as const, null);
  const entriesOf = (line: string, where: Country | null): Entry[] =>
    readEach(line, where).map((entry) => ({ ...entry, text: entry.text.replace(/\s+/g, ' ') }));
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 4 }),
      fc.constantFrom('', ',', ':'),
      number,
      country,
      (words, sign, phone, where) => {
        const line = `${words.join(' ')}${sign}`;
        expect(entriesOf(`${line} ${phone}`, where)).toEqual(entriesOf(`${line}  ${phone}`, where));
      },
    ),
    { numRuns: 5_000 },
  );
});
