import { appendFileSync, copyFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSoundness } from '../../../main/storage/soundness.ts';

const nowMs = Date.UTC(2026, 10, 23, 9);
const dayMs = 86_400_000;
let folder = '';
let file = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'soundness-'));
  file = path.join(folder, 'record.db');
  writeFileSync(file, 'a whole record');
});
afterEach(() => rmSync(folder, { recursive: true }));

function closeInOrder(): void {
  const soundness = createSoundness(file);
  soundness.checked(nowMs);
  soundness.vouch();
}
const isTaken = (atMs = nowMs) => createSoundness(file).take(atMs);

test('the file that was closed in order is taken as it is, once', () => {
  closeInOrder();

  expect([isTaken(), isTaken()]).toEqual(['whole', 'unread']);
});

test('nobody vouches for a file that was never closed', () => {
  expect(isTaken()).toBe('unread');
});

test.each<[string, () => void]>([
  ['written to', () => appendFileSync(file, '.')],
  [
    'replaced by a copy of itself',
    () => {
      copyFileSync(file, `${file}.copy`);
      renameSync(`${file}.copy`, file);
    },
  ],
  ['left with changes beside it', () => writeFileSync(`${file}-wal`, 'changes')],
  ['taken away', () => rmSync(file)],
])('a file that was since %s is read through', (_, change) => {
  closeInOrder();
  change();

  expect(isTaken()).toBe('unread');
});

test('it is read through once a week all the same, however often it is opened', () => {
  closeInOrder();
  const later = createSoundness(file);

  expect(later.take(nowMs + 4 * dayMs)).toBe('whole');
  later.vouch();

  expect(isTaken(nowMs + 8 * dayMs)).toBe('unread');
});

test('a clock that was set back vouches for nothing', () => {
  closeInOrder();

  expect(isTaken(nowMs - 1)).toBe('unread');
});

test('what could not be read is remembered once, whatever the file’s times say', () => {
  closeInOrder();
  createSoundness(file).doubt();

  expect([isTaken(), isTaken()]).toEqual(['doubtful', 'unread']);
});
