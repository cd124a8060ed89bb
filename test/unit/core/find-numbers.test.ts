import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCell } from '../../../core/find-numbers.ts';
import { readPhone } from '../../../core/phone.ts';

/** One short text for each number: `8 900… ? 7900…`, `12 ! too-short`. */
const read = (cell: string): string[] =>
  readCell(cell, 'RU').map(({ text, reading }) => {
    if (reading.at === 'bad') return `${text} ! ${reading.reason}`;
    return `${text} ${reading.at === 'ready' ? '=' : '?'} ${reading.digits}`;
  });

describe('readCell', () => {
  test.each([
    ['+7 900 000-00-01', ['+7 900 000-00-01 = 79000000001']],
    [' 8 900 000-00-01 ', ['8 900 000-00-01 ? 79000000001']],
    ["'79000000001", ['79000000001 = 79000000001']],
    ['+7 900 000-00-01, 8 900 000-00-02', ['+7 900 000-00-01 = 79000000001', '8 900 000-00-02 ? 79000000002']],
    ['89000000001/89000000002', ['89000000001 ? 79000000001', '89000000002 ? 79000000002']],
    ['89000000001 89000000002', ['89000000001 ? 79000000001', '89000000002 ? 79000000002']],
    ['+79000000001\r\n+79000000002', ['+79000000001 = 79000000001', '+79000000002 = 79000000002']],
    ['1) +79000000001\n2) +79000000002', ['+79000000001 = 79000000001', '+79000000002 = 79000000002']],
    ['дом. 8 495 000-00-01 моб. 8 900 000-00-02', ['8 495 000-00-01 ? 74950000001', '8 900 000-00-02 ? 79000000002']],
    [
      '+54 9 11 2345-6789 / +54 11 15-2345-6780',
      ['+54 9 11 2345-6789 = 5491123456789', '+54 11 15-2345-6780 = 5491123456780'],
    ],
    ['https://wa.me/79000000001?text=8', ['https://wa.me/79000000001?text=8 = 79000000001']],
  ])('finds every number of %j', (cell, numbers) => {
    expect(read(cell)).toEqual(numbers);
  });

  test('leaves out dates, classes and flats beside a number', () => {
    expect(read('+79000000001, кв. 5, 5 «А», 01.02.2015')).toEqual(['+79000000001 = 79000000001']);
    expect(read('кв. 5\n+79000000001')).toEqual(['+79000000001 = 79000000001']);
  });

  test.each([
    ['нет', ['нет ! letters']],
    ['12', ['12 ! too-short']],
    ['7.9001E+10', ['7.9001E+10 ! rounded']],
    ['7,9Е+10; +79000000001', ['7,9Е+10 ! rounded', '+79000000001 = 79000000001']],
    ['7.9000000001E+10', ['7.9000000001E+10 ? 79000000001']],
    ['+7900000000O', ['+7900000000O ! letters']],
  ])('says what is wrong with %j', (cell, numbers) => {
    expect(read(cell)).toEqual(numbers);
  });

  test('a tab is a border, though the digits around it would make a number', () => {
    expect(read('7900000\t0001')).toEqual(['7900000 ! too-short']);
  });

  test.each([
    'доб. 12',
    'доб.12',
    '(доб. 12)',
    ', добавочный 12',
    'вн. 12',
    'внутр. 12',
    'ext. 12',
    'ext 12',
    'Ext12',
    ';ext=12',
    'extension 12',
    '#12',
    'x12',
    'x 12',
    'х12',
  ])('refuses the number in front of %j, and not the one after it', (extension) => {
    const cell = `8 900 000-00-01 ${extension}, +79000000002`;

    expect(read(cell)).toEqual([`8 900 000-00-01 ${extension} ! extension`, '+79000000002 = 79000000002']);
    expect(readPhone(`8 900 000-00-01${extension}`, 'RU')).toEqual({ at: 'bad', reason: 'extension' });
  });

  test('a number behind an extension is another one', () => {
    expect(read('8 900 000-00-01 доб. 12 8 900 000-00-02')).toEqual([
      '8 900 000-00-01 доб. 12 ! extension',
      '8 900 000-00-02 ? 79000000002',
    ]);
  });

  test.each(['внук 5', 'добрый 5', 'extra 5', 'Xenia', 'класс 5', 'номер 12'])(
    '%j behind a number is no extension',
    (words) => {
      expect(read(`+79000000001 ${words}`)).toEqual(['+79000000001 = 79000000001']);
    },
  );

  test.each(['', ' ', ' - ', '\n\t\n', '—;'])('%j holds nobody', (cell) => {
    expect(read(cell)).toEqual([]);
  });

  test('as many numbers come out as went in, whatever parts them', () => {
    const numbers = fc.array(fc.integer({ min: 0, max: 9_999_999 }), { minLength: 1, maxLength: 6 });
    const border = fc.constantFrom(', ', ';', '\n', ' / ', '\t', ' и ', ' ', ', моб. ');

    fc.assert(
      fc.property(numbers, border, (ends, between) => {
        const digits = ends.map((end) => `7900${String(end).padStart(7, '0')}`);
        const cell = digits.map((number) => `+${number}`).join(between);

        expect(readCell(cell, null).map(({ reading }) => reading)).toEqual(
          digits.map((number) => ({ at: 'ready', digits: number })),
        );
      }),
    );
  });

  test('never throws, and every text it answers stands in the cell', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '+7 900 000-00-01',
        '89000000002',
        ' доб. 12',
        '#1',
        'x5',
        '7,9E+10',
        'wa.me/',
        '/',
        '\n',
        '(',
        ';',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    );

    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const cell = pieces.join('');
        // A link to a chat is read as its number, so its text is not the cell's.
        for (const { text } of readCell(cell, 'RU')) expect(/wa\.me/i.test(cell) || cell.includes(text)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
