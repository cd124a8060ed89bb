import { expect, test } from 'vitest';
import { makeXlsx } from '../../support/xlsx.ts';
import { makeZip } from '../../support/zip.ts';
import { read, rowsOf } from './samples.ts';

/* What no program at hand writes, but some program does. */

const sheet = (...rows: readonly string[]): string => `<sheetData>${rows.join('')}</sheetData>`;
const text = (value: string): string => `<c t="str"><v>${value}</v></c>`;
const damaged = (line: number | null) => ({
  code: 'file-unreadable',
  file: 'list.csv',
  kind: 'xlsx',
  why: 'damaged',
  line,
});

test.each(['79000000001', '7.9000000001E10', '79000000001.0'])(
  'a phone kept as the number %s is written in full',
  async (raw) => {
    expect(await rowsOf(makeXlsx({ sheets: [sheet(`<row r="2"><c r="B2"><v>${raw}</v></c></row>`)] }))).toEqual([
      [2, '', '79000000001'],
    ]);
  },
);

test('rows and cells that do not say where they are follow on the last ones', async () => {
  const rows = [
    '<row>',
    text('a'),
    '<c r="C1"><v>1</v></c>',
    text('d'),
    '</row><row r="5">',
    text('e'),
    '</row><row>',
    text('f'),
    '</row>',
  ];

  expect(await rowsOf(makeXlsx({ sheets: [sheet(...rows)] }))).toEqual([
    [1, 'a', '', '1', 'd'],
    [5, 'e'],
    [6, 'f'],
  ]);
});

test('elements may have the prefix of a namespace, attributes other quotes, cells comments and CDATA', async () => {
  const rows = `<x:sheetData><x:row r='1'><x:c r='A1' t="str"><x:v><!-- > --><![CDATA[a & <b>]]></x:v></x:c><x:c note="a > b" r="C1"><x:v>2</x:v></x:c></x:row></x:sheetData>`;

  expect(await rowsOf(makeXlsx({ sheets: [rows] }))).toEqual([[1, 'a & <b>', '', '2']]);
});

test('a text is put together from its runs, without how it is spoken, and with its entities', async () => {
  const strings =
    '<si><r><t>Анна </t></r><r><rPr><b/></rPr><t>&#1055;етрова &amp; Co</t></r></si><si><t>東京</t><rPh><t>とうきょう</t></rPh></si>';
  const cells = '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>';

  expect(await rowsOf(makeXlsx({ sheets: [sheet(cells)], strings }))).toEqual([[1, 'Анна Петрова & Co', '東京']]);
});

test('a number is a date by its style alone', async () => {
  const styles =
    '<numFmts><numFmt numFmtId="170" formatCode="dd.mm.yyyy"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf/></cellXfs>';
  const cells = [0, 1, 2, 3].map((style) => `<c s="${style}"><v>46266</v></c>`).join('');

  expect(await rowsOf(makeXlsx({ sheets: [sheet(`<row>${cells}</row>`)], styles }))).toEqual([
    [1, '46266', '2026-09-01', '2026-09-01', '46266'],
  ]);
});

test('true, false, errors, days as ISO writes them and cells without a value', async () => {
  const cells =
    '<c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c t="d"><v>2026-09-01T00:00:00</v></c><c t="s"/><c t="inlineStr"><is/></c><c t="b"/>';

  expect(await rowsOf(makeXlsx({ sheets: [sheet(`<row>${cells}</row>`)] }))).toEqual([
    [1, 'true', 'false', '', '2026-09-01'],
  ]);
});

test('a merged block fills its first column downwards, in the rows that say something', async () => {
  const rows = [
    `<row>${text('Title')}</row>`,
    `<row>${text('5A')}<c/>${text('Anna')}</row>`,
    `<row><c/><c/>${text('Boris')}</row>`,
    '<row><c/></row>',
    `<row><c r="C5"/><c r="D5" t="str"><v>Vera</v></c></row>`,
    `<row>${text('5B')}<c/>${text('Gleb')}</row>`,
  ];
  const merges = '<mergeCells><mergeCell ref="A1:D1"/><mergeCell ref="A2:B5"/></mergeCells>';

  expect(await rowsOf(makeXlsx({ sheets: [sheet(...rows) + merges] }))).toEqual([
    [1, 'Title'],
    [2, '5A', '', 'Anna'],
    [3, '5A', '', 'Boris'],
    [5, '5A', '', '', 'Vera'],
    [6, '5B', '', 'Gleb'],
  ]);
});

test('of blocks that overlap the first one counts', async () => {
  const rows = [1, 2, 3, 4, 5].map((line) => `<row>${line % 2 === 1 ? text(`v${line}`) : '<c/>'}${text('x')}</row>`);
  const merges = '<mergeCell ref="A3:A5"/><mergeCell ref="A1:A3"/>';

  expect(await rowsOf(makeXlsx({ sheets: [sheet(...rows) + merges] }))).toEqual([
    [1, 'v1', 'x'],
    [2, 'v1', 'x'],
    [3, 'v1', 'x'],
    [4, '', 'x'],
    [5, 'v5', 'x'],
  ]);
});

test('an archive written as for files over 4 GB is read as any other', async () => {
  const rows = `<worksheet>${sheet(`<row>${text('a')}</row>`)}</worksheet>`;
  const relation = (type: string, target: string) =>
    `<Relationships><Relationship Id="rId1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/${type}" Target="${target}"/></Relationships>`;
  const parts = [
    { name: '_rels\\.rels', data: relation('officeDocument', '/Book/Main.xml') },
    { name: 'book\\main.xml', data: '<workbook><sheets><sheet name="S" ns:id="rId1"/></sheets></workbook>' },
    { name: 'book\\_rels\\main.xml.rels', data: relation('worksheet', '../sheets/./one.xml') },
    { name: 'sheets/ONE.xml', data: `\ufeff${rows}` },
  ];

  expect(await rowsOf(makeZip(parts, { wide: true }))).toEqual([[1, 'a']]);
});

test.each([
  ['a text that is not in the list', sheet('<row r="7"><c t="s"><v>5</v></c></row>'), 7],
  ['rows in the wrong order', sheet('<row r="3"/><row r="2"/>'), 3],
  ['cells in the wrong order', sheet('<row r="4"><c r="B4"/><c r="A4"/></row>'), 4],
  ['a column that no program has', sheet('<row r="4"><c r="XFE4"/></row>'), 4],
  ['a line that no program has', sheet('<row r="1048577"/>'), 1],
  ['a kind of cell that does not exist', sheet('<row><c t="x"><v>1</v></c></row>'), 1],
  ['an element that is not closed', '<sheetData><row></sheetData>', null],
  ['elements that cross each other', '<a><b></a></b>', null],
  ['a tag that does not end', '<sheetData', null],
  ['a document type', '<!DOCTYPE a [<!ENTITY b "c">]>', null],
])('%s is damage, told with its line where there is one', async (_, xml, line) => {
  expect(await read(makeXlsx({ sheets: [xml], strings: '<si><t>a</t></si>' }))).toEqual({
    ok: false,
    failure: damaged(line),
  });
});

test('a part that the workbook names and the archive lacks is damage, not an empty sheet', async () => {
  const workbook = '<workbook><sheets><sheet name="A" r:id="rId1"/><sheet name="B" r:id="rId9"/></sheets></workbook>';

  expect(await rowsOf(makeXlsx({ sheets: [sheet(`<row>${text('a')}</row>`)], workbook }))).toEqual(damaged(null));
});
