import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { isFileAt, writeBeside } from '../../../main/electron/beside.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('a dropped file is believed to lie where its very bytes lie', async () => {
  const folder = tempFolder();
  const file = path.join(folder, 'groups.csv');
  writeFileSync(file, 'Choir;1');

  expect(await isFileAt(file, bytes('Choir;1'))).toBe(true);
  expect(await isFileAt(file, bytes('Choir;2'))).toBe(false);
  expect(await isFileAt(file, bytes('Choir;1 and more'))).toBe(false);
  expect(await isFileAt(path.join(folder, 'other.csv'), bytes('Choir;1'))).toBe(false);
  expect(await isFileAt(path.relative(process.cwd(), file), bytes('Choir;1'))).toBe(false);
  expect(await isFileAt(folder, bytes(''))).toBe(false);
  expect(await isFileAt('', bytes(''))).toBe(false);
});

test('what is written beside a file replaces an older one of its name, and nothing else is left there', async () => {
  const folder = tempFolder();
  const file = path.join(folder, 'groups.csv');
  writeFileSync(path.join(folder, 'results.csv'), 'old');

  const written = await writeBeside(file, 'results.csv', bytes('new'));

  expect(written).toEqual({ ok: true, value: 'results.csv' });
  expect(readFileSync(path.join(folder, 'results.csv'), 'utf8')).toBe('new');
  expect(readdirSync(folder)).toEqual(['results.csv']);
});

test('where nothing can be written, it is said, and what was there stays', async () => {
  const folder = tempFolder();
  mkdirSync(path.join(folder, 'results.csv'));

  expect(await writeBeside(path.join(folder, 'groups.csv'), 'results.csv', bytes('new'))).toMatchObject({
    failure: { code: 'not-saved' },
  });
  expect(await writeBeside(path.join(folder, 'gone', 'groups.csv'), 'results.csv', bytes('new'))).toMatchObject({
    failure: { code: 'not-saved' },
  });
  expect(readdirSync(folder)).toEqual(['results.csv']);
});
