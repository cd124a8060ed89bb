import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tidyCell } from '../../../main/spreadsheet/tidy-cell.ts';
import { writeCsv } from '../../../main/spreadsheet/write-csv.ts';
import { writeXlsx } from '../../../main/spreadsheet/write-xlsx.ts';
import { fuzzRuns, read } from './samples.ts';

/** Texts that some part of a file might take for its own. */
const awkward = [
  ...['=1+1', '+7 900 000-00-01', '+79000000001', '-1', '@a', "'", "''=a", "'79000000001", "'a'", '＝1', '=', '+', '-'],
  ...['a"b', '""', '"', 'a;b', 'a,b', 'a\tb', 'a|b', 'a\nb', 'a\r\nb', '\r', 'sep=;', 'sep=,', '\ufeffa'],
  ...[
    '_x0041_',
    '_x005F_',
    '_X000d_',
    '&amp;',
    '<b>',
    ']]>',
    '😀',
    '👨‍👩‍👧',
    '\ud800',
    'a\u0000b',
    '\ufffd',
    '\ufffe',
    '\u{1fffe}x',
  ],
  ...[
    'constructor',
    '__proto__',
    'toString',
    '007',
    '7.9E+10',
    '1/2',
    'TRUE',
    '#N/A',
    'Ёлкина',
    '\u00a0 a \u00a0',
    '\u0085',
    '\u2028',
  ],
];
const part = fc.oneof(
  fc.constantFrom(...awkward),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.string({ maxLength: 8 }),
);
const cell = fc.oneof(
  part,
  fc.array(part, { maxLength: 4 }).map((parts) => parts.join('')),
);
const rows = fc.array(fc.array(cell, { maxLength: 5 }), { minLength: 1, maxLength: 6 });

/** What is to be read again: rows that say something, without empty cells at the end. */
const expected = (written: readonly (readonly string[])[]): string[][] =>
  written
    .map((row) => row.map(tidyCell))
    .map((row) => row.slice(0, row.findLastIndex((text) => text !== '') + 1))
    .filter((row) => row.length > 0);

async function readAgain(bytes: Uint8Array): Promise<unknown> {
  const answer = await read(bytes);
  if (answer.ok) return answer.value.tables[0]?.rows.map(({ cells }) => cells);
  return answer.failure.code === 'file-empty' ? [] : answer.failure;
}

test('what is tidy loses only control signs, spaces around it and halves of letters', () => {
  fc.assert(
    fc.property(cell, (text) => {
      const kept = text
        .replace(/\r\n?/g, '\n')
        .replace(/[^\P{Cc}\t\n]/gu, '')
        .replace(/\p{Cs}/gu, '\ufffd')
        .trim();
      expect(tidyCell(text)).toBe(kept);
    }),
    { numRuns: fuzzRuns },
  );
});

test.each(['ru', 'en'] as const)('whatever is written as a csv file in %s is read again', async (language) => {
  await fc.assert(
    fc.asyncProperty(rows, async (written) => {
      expect(await readAgain(writeCsv(written, language))).toEqual(expected(written));
    }),
    { numRuns: fuzzRuns },
  );
});

test('whatever is written as an xlsx file is read again, on its line', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (written) => {
      expect(await readAgain(await writeXlsx('Группы', written))).toEqual(expected(written));
    }),
    { numRuns: fuzzRuns },
  );
}, 60_000);

test('no cell of a csv file begins like a formula, but for numbers of phones', () => {
  fc.assert(
    fc.property(rows, (written) => {
      const text = new TextDecoder().decode(writeCsv(written, 'en'));
      const starts = [...text.matchAll(/(?:^|,|\r\n)"((?:[^"]|"")*)"/g)].map(([, inside = '']) => inside);
      expect(
        starts.filter((start) => /^[\s\0]*[=+\-@＝＋－＠]/.test(start) && !/^\+\d[\d\s()-]*$/.test(start)),
      ).toEqual([]);
    }),
    { numRuns: fuzzRuns },
  );
});
