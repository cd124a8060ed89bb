import { expect, test } from 'vitest';
import type { Failure } from '../../../core/failure.ts';
import { readTableFile } from '../../../main/spreadsheet/read-table-file.ts';
import { makeXlsx } from '../../support/xlsx.ts';
import { makeZip } from '../../support/zip.ts';
import { fixture } from './samples.ts';

const isOther = (file: string, is: string): unknown => ({ ok: false, failure: { code: 'file-is-other', file, is } });

test.each([
  ['people.xls', 'xls'],
  ['people.ods', 'ods'],
  ['people.pdf', 'pdf'],
  ['people-web-page.xls', 'web-page'],
  ['people-locked.xlsx', 'locked'],
])('%s is told for what it is: %s', async (name, is) => {
  expect(await readTableFile(fixture(name), name)).toEqual(isOther(name, is));
});

const sign = (hex: string): Buffer => Buffer.concat([Buffer.from(hex, 'hex'), Buffer.alloc(600, '\x01\x02PK')]);

test.each<[string, Buffer, Extract<Failure, { code: 'file-is-other' }>['is']]>([
  ['a Numbers table', makeZip([{ name: 'Index/Document.iwa', data: 'x' }]), 'numbers'],
  ['an older Numbers table', makeZip([{ name: 'Index.zip', data: 'x' }]), 'numbers'],
  ['an archive of pictures', makeZip([{ name: 'a.png', data: 'x' }]), 'unknown'],
  ['an OpenDocument text', makeZip([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.text' }]), 'unknown'],
  ['a Word document', makeXlsx({ sheets: [''], workbook: '<document/>' }), 'unknown'],
  ['an archive with a password', makeZip([{ name: '_rels/.rels', data: 'x', claims: { encrypted: true } }]), 'locked'],
  ['an old Word document', sign('d0cf11e0a1b11ae1'), 'unknown'],
  ['a picture', sign('89504e470d0a1a0a'), 'unknown'],
  ['a program', sign('4d5a90000300000004000000ffff0000'), 'unknown'],
  ['a text of WordPad', Buffer.from('{\\rtf1\\ansi name}'), 'unknown'],
  [
    "Excel's XML of 2003",
    Buffer.from('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?><Workbook/>'),
    'xls',
  ],
  ['a page without its head', Buffer.from('\n<table border=1><tr><td>Anna</td></tr></table>'), 'web-page'],
])('%s is told for what it is, whatever its name says', async (_, bytes, is) => {
  expect(await readTableFile(bytes, 'list.xlsx')).toEqual(isOther('list.xlsx', is));
});

test.each([
  ['no bytes', ''],
  ['only the mark of UTF-8', '\ufeff'],
  ['only blank lines', '\r\n \r\n;;\r\n'],
  ['only NUL bytes', '\0\0\0\0\0\0\0\0'],
  ['a workbook of empty sheets', makeXlsx({ sheets: ['<sheetData><row><c/></row></sheetData>', ''] })],
])('a file with %s is empty', async (_, content) => {
  expect(await readTableFile(Buffer.from(content), 'list.csv')).toEqual({
    ok: false,
    failure: { code: 'file-empty', file: 'list.csv' },
  });
});

const whole = fixture('classes-libreoffice.xlsx');

/** The number of parts stands in the last record. */
function withFewerParts(bytes: Buffer): Buffer {
  const fewer = Buffer.from(bytes);
  fewer.writeUInt16LE(fewer.readUInt16LE(fewer.length - 12) - 1, fewer.length - 12);
  return fewer;
}

test.each([
  ['is cut off', whole.subarray(0, -100)],
  ['is half there', whole.subarray(0, whole.length >> 1)],
  ['has lost a piece', Buffer.concat([whole.subarray(0, 3000), whole.subarray(3100)])],
  ['is only a beginning', Buffer.from('PK\x03\x04')],
  ['claims to have fewer parts than it has', withFewerParts(whole)],
  ['claims another checksum', makeZip([{ name: '_rels/.rels', data: 'x', claims: { crc: 1 } }])],
  ['claims another size', makeZip([{ name: '_rels/.rels', data: 'x', claims: { size: 5 } }])],
])('an xlsx file that %s is damaged', async (_, bytes) => {
  const answer = await readTableFile(bytes, 'a.xlsx');

  expect(answer).toEqual({
    ok: false,
    failure: { code: 'file-unreadable', file: 'a.xlsx', kind: 'xlsx', why: 'damaged', line: null },
  });
});

test('a failure names the file without its folders', async () => {
  expect(await readTableFile(Buffer.from(''), '/home/anna/list.csv')).toMatchObject({ failure: { file: 'list.csv' } });
});
