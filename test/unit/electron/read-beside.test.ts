import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { readBeside } from '../../../main/electron/read-beside.ts';
import { tempFolder } from '../../support/temp-folder.ts';

let folder: string;
let sheet: string;
beforeEach(() => {
  const top = tempFolder();
  folder = path.join(top, 'school');
  sheet = path.join(folder, 'Classes.xlsx');
  mkdirSync(path.join(folder, 'Pictures'), { recursive: true });
  writeFileSync(path.join(top, 'secret.jpg'), 'secret');
  writeFileSync(path.join(folder, '3b.jpg'), 'of 3b');
  writeFileSync(path.join(folder, 'Pictures', 'Хор.JPG'.normalize('NFD')), 'of the choir');
  symlinkSync(path.join(top, 'secret.jpg'), path.join(folder, 'link.jpg'));
  symlinkSync(top, path.join(folder, 'up'));
  symlinkSync(path.join(folder, '3b.jpg'), path.join(folder, 'same.jpg'));
});

const read = async (name: string, mostBytes = 1000) => {
  const found = await readBeside(sheet, name, mostBytes);
  return found.is === 'found' ? Buffer.from(found.bytes).toString() : found.is;
};

test.each([
  ['3b.jpg', 'of 3b'],
  ['./3b.jpg', 'of 3b'],
  ['3B.JPG', 'of 3b'],
  ['3b', 'of 3b'],
  ['Pictures/Хор.jpg', 'of the choir'],
  ['pictures\\хор', 'of the choir'],
  ['same.jpg', 'of 3b'],
])('%j is found beside the spreadsheet', async (name, text) => {
  expect(await read(name)).toBe(text);
});

test.each([
  ['../secret.jpg'],
  ['..\\secret.jpg'],
  ['Pictures/../../secret.jpg'],
  ['/etc/hostname'],
  ['\\\\server\\share\\a.jpg'],
  ['C:\\a.jpg'],
  ['c:a.jpg'],
  ['a\0.jpg'],
  ['link.jpg'],
  ['up/secret.jpg'],
  ['..'],
  ['.'],
  ['/'],
])('%j leads out of the folder and is not read', async (name) => {
  expect(await read(name)).toBe('outside');
});

test.each([['4b.jpg'], ['Pictures'], ['3b.jpg/4b.jpg'], ['No folder/3b.jpg']])('%j is missing', async (name) => {
  expect(await read(name)).toBe('missing');
});

test('what is too big is not read', async () => {
  expect(await read('3b.jpg', 4)).toBe('too-big');
  expect(await read('3b.jpg', 5)).toBe('of 3b');
});

test('beside a file that lies nowhere nothing is read', async () => {
  expect(await readBeside('', '3b.jpg', 1000)).toEqual({ is: 'outside' });
  expect(await readBeside('Classes.xlsx', '3b.jpg', 1000)).toEqual({ is: 'outside' });
});
