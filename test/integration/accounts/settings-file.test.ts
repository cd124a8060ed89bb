import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createRandom, type Random } from '../../../main/practice/random.ts';
import type { Kept } from '../../../main/settings/kept.ts';
import { openSettingsStore, type SettingsFile } from '../../../main/settings/settings-store.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { accountOf } from '../../unit/settings/samples.ts';

const now = () => Date.UTC(2026, 10, 23, 9);
let fileIn: (folder: string) => SettingsFile;

// electron-store asks the electron package where it lies. With this, that package answers without a runtime.
beforeAll(async () => {
  process.env.ELECTRON_OVERRIDE_DIST_PATH ??= path.dirname(process.execPath);
  fileIn = (await import('../../../main/settings/settings-file.ts')).createSettingsFile;
});

const openIn = (folder: string) => openSettingsStore({ file: fileIn(folder), now });

test('electron-store keeps the file for its owner alone, and the next start reads it', () => {
  const folder = tempFolder();
  openIn(folder).saveAccounts([accountOf(1)]);

  const again = openIn(folder);

  expect(again.opening).toEqual({ at: 'good' });
  expect(again.kept().accounts).toEqual([accountOf(1)]);
  if (process.platform !== 'win32') {
    for (const name of readdirSync(folder)) expect(statSync(path.join(folder, name)).mode & 0o777).toBe(0o600);
  }
});

/** What can happen to the bytes of a file. */
const damages: readonly ((bytes: Buffer, random: Random) => Buffer | null)[] = [
  (bytes, random) => bytes.subarray(0, random.int(bytes.length)),
  (bytes, random) => bytes.subarray(random.int(bytes.length)),
  (bytes, random) => flipped(bytes, random, 1),
  (bytes, random) => flipped(bytes, random, 20),
  (bytes, random) => Buffer.concat([bytes.subarray(0, random.int(bytes.length)), Buffer.alloc(64)]),
  (bytes, random) => {
    const at = random.int(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + random.int(40))]);
  },
  (bytes) => Buffer.alloc(bytes.length),
  (bytes) => Buffer.concat([bytes, bytes]),
  (bytes) => Buffer.from(bytes.toString(), 'utf16le'),
  (bytes) => Buffer.from(bytes.toString().replace(/"accounts": \[[\s\S]*\]/, '"accounts": []')),
  () => Buffer.alloc(0),
  () => Buffer.from('{}'),
  () => Buffer.from('[1, 2]'),
  () => null,
];

function flipped(bytes: Buffer, random: Random, times: number): Buffer {
  const copy = Buffer.from(bytes);
  for (let time = 0; time < times; time += 1) {
    const at = random.int(copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << random.int(8));
  }
  return copy;
}

function damage(file: string, random: Random, kind: number): void {
  const bytes = damages[kind % damages.length]?.(readFileSync(file), random) ?? null;
  if (bytes === null) rmSync(file);
  else writeFileSync(file, bytes);
}

describe('200 corruptions', () => {
  const states: Kept['accounts'][] = [
    [accountOf(1)],
    [accountOf(1), accountOf(2)],
    [accountOf(1, { label: 'Учительская' }), accountOf(2), accountOf(3, { token: null })],
  ];
  const latest = states.at(-1);

  test('the app starts, has every account of the file or of a backup, and says which', () => {
    const used = tempFolder();
    for (const accounts of states) openIn(used).saveAccounts(accounts);
    const tally = { good: 0, restored: 0, lost: 0, new: 0 };
    for (let round = 0; round < 200; round += 1) {
      const folder = tempFolder();
      const random = createRandom(round, 'corruption');
      cpSync(used, folder, { recursive: true });
      const file = path.join(folder, 'config.json');
      damage(file, random, round);
      // In every fourth round the newest backup is hit too, in every sixteenth all of them.
      const hit = round % 16 === 0 ? [1, 2, 3] : round % 4 === 0 ? [1] : [];
      for (const place of hit) damage(`${file}.bak-${place}`, random, round + place);

      const { opening, kept } = openIn(folder);

      tally[opening.at] += 1;
      const { accounts } = kept();
      if (opening.at === 'good') expect(accounts, `round ${round}`).toEqual(latest);
      if (opening.at === 'restored') {
        expect(states, `round ${round}`).toContainEqual(accounts);
        if (hit.length === 0) expect(accounts, `round ${round}`).toEqual(latest);
      }
      if (opening.at === 'restored' || opening.at === 'lost') {
        for (const aside of opening.setAside) expect(existsSync(aside), `round ${round}`).toBe(true);
      } else expect(accounts, `round ${round}`).toEqual(latest);
    }
    // The damage is real: hardly any file stays readable, and where all copies are gone that is said.
    expect(tally.restored).toBeGreaterThan(150);
    expect(tally.lost).toBeGreaterThan(0);
    expect(tally.new).toBe(0);
  }, 60_000);
});
