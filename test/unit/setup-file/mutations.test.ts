import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSealed, seal } from '../../../main/setup-file/envelope.ts';
import { openSetup, readSetup } from '../../../main/setup-file/open-setup.ts';
import { accountNo, madeAtMs, passphrase, quick, setupOf } from './samples.ts';

const file = 'x.creategroup';
const slowestMs = 2_000;

const plain = JSON.stringify(
  setupOf({
    accounts: [accountNo(1), accountNo(2)],
    lists: [{ name: 'Heads', people: [{ name: 'Anna', phone: '+7 900 000-00-01' }] }],
    policy: { version: 1, settings: { theme: 'dark' }, allowedHosts: ['api.school.example'] },
    expiresAt: '2030-01-01T00:00:00.000Z',
  }),
);

/** What befalls a file: bytes that change, go, come or come twice. */
type Blow = { readonly at: number; readonly how: 'change' | 'cut' | 'add' | 'double' | 'end'; readonly byte: number };

const blows = fc.array(
  fc.record<Blow>({
    at: fc.integer({ min: 0, max: 9_999 }).map((n) => n / 10_000),
    how: fc.constantFrom('change', 'cut', 'add', 'double', 'end'),
    byte: fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(...Buffer.from('AZaz09-_.{}":,'))),
  }),
  { minLength: 1, maxLength: 4 },
);

function strike(bytes: Buffer, all: readonly Blow[]): Buffer {
  let struck = bytes;
  for (const { at, how, byte } of all) {
    const place = Math.floor(at * struck.length);
    const [before, after] = [struck.subarray(0, place), struck.subarray(place)];
    const ways: Readonly<Record<Blow['how'], readonly Buffer[]>> = {
      change: [before, Buffer.of(byte), after.subarray(1)],
      cut: [before, after.subarray(1 + (byte % 40))],
      add: [before, Buffer.of(byte), after],
      double: [before, after, after],
      end: [before],
    };
    struck = Buffer.concat(ways[how]);
  }
  return struck;
}

/** A sum that fits, so that the damage is met further inside. */
function summed(bytes: Buffer): Buffer {
  const [jwe = ''] = bytes.toString('latin1').trim().split(/\s+/);
  return Buffer.from(`${jwe}\n${createHash('sha256').update(jwe).digest('base64url')}\n`, 'latin1');
}

type OpenOptions = Parameters<typeof readSealed>[2];

/** Opens bytes as the app does; a crash fails the test, and so does more time than a person would wait. */
async function openAny(bytes: Buffer, options: OpenOptions): Promise<string> {
  const startedMs = performance.now();
  const sealed = readSealed(bytes, file, options);
  const opened = sealed.ok
    ? await openSetup({ sealed: sealed.value, file, passphrase, nowMs: madeAtMs }, options)
    : sealed;
  expect(performance.now() - startedMs).toBeLessThan(slowestMs);
  if (opened.ok) return 'opened';
  expect(opened.failure.code).toMatch(/^setup-/);
  return opened.failure.code;
}

test('3,000 files that suffered on their way are told as such', async () => {
  const whole = Buffer.from(await seal(plain, passphrase, quick));
  const met = new Map<string, number>();

  await fc.assert(
    fc.asyncProperty(blows, async (all) => {
      const struck = strike(whole, all);
      const code = await openAny(struck, quick);
      met.set(code, (met.get(code) ?? 0) + 1);
      // Spaces at the end are no damage, whatever else is.
      if (code === 'opened') expect(struck.toString().trim()).toBe(whole.toString().trim());
    }),
    { numRuns: 3_000, seed: 7 },
  );

  expect([...met.keys()]).toEqual(expect.arrayContaining(['setup-damaged', 'setup-not-one']));
}, 60_000);

test('3,000 files with a sum that fits open as they were or not at all', async () => {
  const whole = Buffer.from(await seal(plain, passphrase, quick));
  const met = new Map<string, number>();

  await fc.assert(
    fc.asyncProperty(blows, async (all) => {
      const struck = summed(strike(whole, all));
      const code = await openAny(struck, quick);
      met.set(code, (met.get(code) ?? 0) + 1);
      if (code === 'opened') expect(struck.equals(summed(whole))).toBe(true);
    }),
    { numRuns: 3_000, seed: 8 },
  );

  expect([...met.keys()]).toEqual(expect.arrayContaining(['setup-wrong-passphrase', 'setup-damaged']));
}, 60_000);

test('4,000 contents that somebody has changed inside are read or refused', () => {
  const whole = Buffer.from(plain);
  const met = new Map<string, number>();

  fc.assert(
    fc.property(blows, (all) => {
      const startedMs = performance.now();
      const read = readSetup(strike(whole, all).toString(), file);
      expect(performance.now() - startedMs).toBeLessThan(slowestMs);
      const code = read.ok ? 'opened' : read.failure.code;
      met.set(code, (met.get(code) ?? 0) + 1);
    }),
    { numRuns: 4_000, seed: 9 },
  );

  expect([...met.keys()]).toEqual(expect.arrayContaining(['opened', 'setup-damaged']));
}, 60_000);

test('20 files of the real strength, some with more rounds, end in time', async () => {
  const whole = Buffer.from(await seal(plain, passphrase));
  const most = Buffer.from(await seal(plain, passphrase, { rounds: 1_000_000 }));

  expect(await openAny(most, {})).toBe('opened');
  await fc.assert(
    fc.asyncProperty(blows, async (all) => void (await openAny(summed(strike(whole, all)), {}))),
    { numRuns: 20, seed: 10 },
  );
}, 60_000);
