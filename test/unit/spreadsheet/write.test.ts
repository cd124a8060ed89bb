import { expect, test } from 'vitest';
import { writeCsv } from '../../../main/spreadsheet/write-csv.ts';
import { writeXlsx } from '../../../main/spreadsheet/write-xlsx.ts';
import { openZip } from '../../../main/spreadsheet/zip.ts';
import { read } from './samples.ts';

const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
const partsOf = (bytes: Uint8Array, name: string): string => textOf(openZip(bytes, 1e7).read(name) ?? new Uint8Array());

test('a csv file has the mark of UTF-8 and the separator of its language', () => {
  const rows = [
    ['Имя', 'Заметка'],
    ['Анна', 'a "b"\nc'],
  ];

  expect(textOf(writeCsv(rows, 'ru'))).toBe('\ufeff"Имя";"Заметка"\r\n"Анна";"a ""b""\nc"\r\n');
  expect(textOf(writeCsv(rows, 'en'))).toBe('\ufeff"Имя","Заметка"\r\n"Анна","a ""b""\nc"\r\n');
});

test.each([
  '=1+1',
  '+1+1',
  '-1',
  '@SUM(A1)',
  '＝1',
  '＋1',
  '－1',
  '＠a',
  '\t=1',
  '\r=1',
  '\0=1',
  ' =1',
  '+7-900-000-00-01',
  '+HYPERLINK("x")',
])('in a csv file, %j is no formula', (cell) => {
  const written = textOf(writeCsv([[cell]], 'en'));

  expect(written).toMatch(/^\ufeff"'/);
});

test.each(['+79000000001', '+7 900 000-00-01', '+7 (900) 000-00-01', '79000000001', '8 900 000-00-01'])(
  'in a csv file, the number %s stays as it is',
  (phone) => {
    expect(textOf(writeCsv([[phone]], 'ru'))).toBe(`\ufeff"${phone}"\r\n`);
  },
);

test('in an xlsx file every cell is text, whatever stands in it, and none is a formula', async () => {
  const bytes = await writeXlsx('Группы', [
    ['Имя', 'Телефон'],
    ['=1+1', '+79000000001'],
    ['007', '79000000001'],
  ]);

  const sheet = partsOf(bytes, 'xl/worksheets/sheet1.xml');
  const styles = partsOf(bytes, 'xl/styles.xml');
  const cells = [...sheet.matchAll(/<c r="(\w+)" s="(\d+)" t="(\w+)">/g)];
  const asText = /<numFmt [^>]*formatCode="@"/.exec(styles)?.[0].match(/numFmtId="(\d+)"/)?.[1];
  const xfs = styles.slice(styles.indexOf('<cellXfs')).match(/<xf [^>]*>/g) ?? [];
  expect(cells.map(([, place, , type]) => `${place} ${type}`)).toEqual([
    'A1 s',
    'B1 s',
    'A2 s',
    'B2 s',
    'A3 s',
    'B3 s',
  ]);
  expect(asText).toBeDefined();
  expect(cells.filter(([, , style]) => !xfs[Number(style)]?.includes(`numFmtId="${asText}"`))).toEqual([]);
  expect(sheet).not.toContain('<f');
});

test('an xlsx file has a bold first row that stays, and columns as wide as their texts', async () => {
  const bytes = await writeXlsx('Группы', [
    ['Имя', 'Ссылка'],
    ['Анна', `https://chat.whatsapp.com/${'a'.repeat(22)}`],
  ]);

  const sheet = partsOf(bytes, 'xl/worksheets/sheet1.xml');
  expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
  expect([...sheet.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width))).toEqual([8, 50]);
  expect(partsOf(bytes, 'xl/styles.xml')).toContain('<b/>');
});

test.each([
  ['[Группы] 5/6: что?', 'Группы  5 6  что'],
  ["'Группы'", 'Группы'],
  ['', '1'],
  ['a'.repeat(40), 'a'.repeat(31)],
])('the sheet %j is called %j, as Excel allows', async (name, called) => {
  const answer = await read(await writeXlsx(name, [['a']]));

  expect(answer.ok && answer.value.tables.map((table) => table.name)).toEqual([called]);
});
