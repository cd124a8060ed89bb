import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { type TableLimits, tableLimits } from '../../../main/spreadsheet/table.ts';
import { makeXlsx } from '../../support/xlsx.ts';
import { read } from './samples.ts';

const limits = (changed: Partial<TableLimits>): TableLimits => ({ ...tableLimits, headings: 0, ...changed });
const tooBig = (most: unknown): unknown => ({ ok: false, failure: { code: 'file-too-big', file: 'list.csv', most } });
const work = tooBig({ of: 'work' });
const row = '<row><c><v>1</v></c></row>';
const sheet = (rows: string): string => `<sheetData>${rows}</sheetData>`;

test('a file of more than 20 MB is not looked at', async () => {
  const bytes = Buffer.alloc(20 * 1024 * 1024 + 1, 'a;b\n');

  expect(await read(bytes)).toEqual(tooBig({ of: 'megabytes', count: 20 }));
});

test('so many rows are read, and not one more; blank ones do not count', async () => {
  const three = limits({ rows: 3 });

  expect(await read('1\n\n2\n3\n\n\n', three)).toMatchObject({ ok: true });
  expect(await read('1\n\n2\n3\n\n4\n', three)).toEqual(tooBig({ of: 'rows', count: 3 }));
  expect(await read(makeXlsx({ sheets: [sheet(`${row}<row/>${row}`), sheet(row)] }), three)).toMatchObject({
    ok: true,
  });
  expect(await read(makeXlsx({ sheets: [sheet(row + row), sheet(row + row)] }), three)).toEqual(
    tooBig({ of: 'rows', count: 3 }),
  );
});

test('100,000 rows are the limit in the app, and the titles and headings above them', async () => {
  expect(await read('1;2\n'.repeat(100_100))).toMatchObject({ ok: true });
  expect(await read('1;2\n'.repeat(100_101))).toEqual(tooBig({ of: 'rows', count: 100_000 }));
});

test('cells are counted with the gaps between them', async () => {
  const far = sheet('<row><c r="CV1"><v>1</v></c></row>');

  expect(await read(makeXlsx({ sheets: [far] }), limits({ cells: 100 }))).toMatchObject({ ok: true });
  expect(await read(makeXlsx({ sheets: [far] }), limits({ cells: 99 }))).toEqual(work);
  expect(await read('1;2;3\n1;2;3\n', limits({ cells: 5 }))).toEqual(work);
});

test('an archive that grows beyond the limit is left at once, whatever size it claims', async () => {
  const bomb = (claims?: { size: number }) =>
    makeXlsx({
      sheets: [sheet(row)],
      more: [{ name: 'mimetype', data: ' '.repeat(3_000_000), ...(claims && { claims }) }],
    });
  const million = limits({ inflatedBytes: 1_000_000 });

  expect(await read(bomb(), million)).toEqual(work);
  expect(await read(bomb({ size: 10 }), million)).toEqual(work);
  expect(bomb().length).toBeLessThan(10_000);
});

/** What the making of a file has left behind would hide what reading it takes. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}

test('what an archive would grow to is not even held in memory', async () => {
  const bomb = makeXlsx({
    sheets: [''],
    more: [{ name: 'mimetype', data: Buffer.alloc(150_000_000), claims: { size: 10 } }],
  });
  collectGarbage();
  const before = process.memoryUsage().arrayBuffers;

  expect(await read(bomb, limits({ inflatedBytes: 1_000_000 }))).toEqual(work);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
});

test('what several parts grow to is counted together', async () => {
  const file = makeXlsx({ sheets: [sheet(row) + ' '.repeat(600_000), sheet(row) + ' '.repeat(600_000)] });

  expect(await read(file, limits({ inflatedBytes: 1_300_000 }))).toMatchObject({ ok: true });
  expect(await read(file, limits({ inflatedBytes: 1_000_000 }))).toEqual(work);
});

test.each([
  ['more blank lines than a sheet has', Buffer.alloc(2_000_000, '\n')],
  ['more separators than cells are allowed', Buffer.alloc(4_000_000, ';')],
  ['elements inside each other without end', makeXlsx({ sheets: ['<a>'.repeat(10_000) + '</a>'.repeat(10_000)] })],
  ['a text without end', makeXlsx({ sheets: [sheet(`<row><c t="str"><v>${'a'.repeat(3_000_000)}</v></c></row>`)] })],
  [
    'a text of runs without end',
    makeXlsx({ sheets: [sheet(`<row><c t="str">${'<t>abc</t>'.repeat(400_000)}</c></row>`)] }),
  ],
  ['a tag without end', makeXlsx({ sheets: [`<a b="${'&amp;'.repeat(600_000)}"/>`] })],
  ['texts without end', makeXlsx({ sheets: [''], strings: '<si/>'.repeat(3_000_001) })],
  ['styles without end', makeXlsx({ sheets: [''], styles: `<cellXfs>${'<xf/>'.repeat(200_000)}</cellXfs>` })],
  [
    'sheets without end',
    makeXlsx({ sheets: [''], workbook: `<workbook>${'<sheet name="a" r:id="rId1"/>'.repeat(6000)}</workbook>` }),
  ],
])('%s are refused before they fill the memory', async (_, bytes) => {
  const answer = await read(bytes);

  expect(answer.ok ? 'read' : answer.failure.code).toMatch(/^file-(too-big|unreadable)$/);
});

test('blocks that overlap cost no more than their cells', async () => {
  const rows = '<row><c><v>1</v></c></row>'.repeat(2000);
  const merges = Array.from({ length: 20_000 }, (_, place) => `<mergeCell ref="A${(place % 2000) + 1}:A1048576"/>`);
  const startedAt = performance.now();

  expect(await read(makeXlsx({ sheets: [sheet(rows) + merges.join('')] }))).toMatchObject({ ok: true });
  expect(performance.now() - startedAt).toBeLessThan(2000);
});
