import { expect, test } from 'vitest';
import type { SetupFile } from '../../../core/setup-file.ts';
import { readSealed, seal } from '../../../main/setup-file/envelope.ts';
import { type Making, makeSetup } from '../../../main/setup-file/make-setup.ts';
import { openSetup } from '../../../main/setup-file/open-setup.ts';
import { accountNo, madeAtMs, making, passphrase, quick, setupOf } from './samples.ts';

const file = 'x.creategroup';

async function open(content: string, nowMs = madeAtMs) {
  const sealed = readSealed(new TextEncoder().encode(content), file, quick);
  if (!sealed.ok) return sealed;
  return openSetup({ sealed: sealed.value, file, passphrase, nowMs }, quick);
}

const sealOf = (content: unknown) => seal(JSON.stringify(content), passphrase, quick);
const make = (change: Partial<Making>) => makeSetup(making(change), quick);
const peopleOf = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ name: `Person ${n}`, phone: `+${79_000_000_000 + n}` }));

test('everything that goes in comes out', async () => {
  const lists = [{ name: 'Heads', idInstance: accountNo(2).idInstance, people: peopleOf(2) }];
  const policy = { version: 1, limits: { groupsPerDay: 20 } } as const;
  const made = await make({ accounts: [accountNo(1), accountNo(2)], lists, policy, expiresAtMs: madeAtMs + 1 });
  if (!made.ok) throw new Error(made.failure.code);

  const opened = await open(made.value);

  const expiresAt = new Date(madeAtMs + 1).toISOString();
  const accounts = [accountNo(1), accountNo(2)];
  expect(opened).toEqual({ ok: true, value: setupOf({ accounts, lists, policy, expiresAt }) });
});

test('it can be used up to its last moment and not after that', async () => {
  const expiresAtMs = madeAtMs + 60_000;
  const content = await sealOf(setupOf({ expiresAt: new Date(expiresAtMs).toISOString() }));

  expect(await open(content, expiresAtMs - 1)).toMatchObject({ ok: true });
  expect(await open(content, expiresAtMs)).toEqual({
    ok: false,
    failure: { code: 'setup-expired', atMs: expiresAtMs },
  });
});

test.each<[string, object, string]>([
  ['a later version inside', { version: 2 }, 'setup-newer'],
  ['no account', { accounts: [] }, 'setup-damaged'],
  ['a field that nobody knows', { extra: true }, 'setup-damaged'],
  ['an account twice', { accounts: [accountNo(1), accountNo(1)] }, 'setup-damaged'],
  [
    'a list of an account that is not there',
    { lists: [{ name: 'A', idInstance: '7103', people: peopleOf(1) }] },
    'setup-damaged',
  ],
  [
    'a number without its country',
    { lists: [{ name: 'A', people: [{ name: '', phone: '8 912 345-67-89' }] }] },
    'setup-damaged',
  ],
  ['a date that is none', { expiresAt: 'tomorrow' }, 'setup-damaged'],
  ['a policy with a misspelt key', { policy: { version: 1, updats: false } }, 'setup-damaged'],
  ['too many accounts', { accounts: Array.from({ length: 21 }, (_, n) => accountNo(n)) }, 'setup-too-many'],
  [
    'too many lists',
    { lists: Array.from({ length: 51 }, (_, n) => ({ name: `${n}`, people: peopleOf(1) })) },
    'setup-too-many',
  ],
  ['too many people in one list', { lists: [{ name: 'A', people: peopleOf(20_001) }] }, 'setup-too-many'],
  [
    'too many people in all lists',
    {
      lists: [
        { name: 'A', people: peopleOf(20_000) },
        { name: 'B', people: peopleOf(1) },
      ],
    },
    'setup-too-many',
  ],
])('%s is refused', async (_, change, code) => {
  expect(await open(await sealOf({ ...setupOf(), ...change }))).toMatchObject({ ok: false, failure: { code } });
});

test.each(['', 'null', '[]', '{"version":1}', 'no json'])('“%s” inside is damage', async (plain) => {
  expect(await open(await seal(plain, passphrase, quick))).toMatchObject({ failure: { code: 'setup-damaged' } });
});

test('nothing is written that would not be read', async () => {
  const tooMany = await make({ lists: [{ name: 'A', people: peopleOf(20_001) }] });
  const tooBig = await make({
    lists: [{ name: 'A', people: peopleOf(20_000).map((p) => ({ ...p, name: 'й'.repeat(200) })) }],
  });

  expect(tooMany).toMatchObject({ failure: { code: 'setup-too-many', of: 'people', most: 20_000 } });
  expect(tooBig).toMatchObject({ failure: { code: 'setup-too-big' } });
  expect(await make({ passphrase: 'short' })).toMatchObject({ failure: { code: 'setup-weak-passphrase' } });
});

test('the largest file that may be is made and opened', async () => {
  const made = await make({ lists: [{ name: 'A', people: peopleOf(20_000) }] });
  if (!made.ok) throw new Error(made.failure.code);

  const opened = await open(made.value);

  expect(opened.ok && (opened.value satisfies SetupFile).lists[0]?.people).toHaveLength(20_000);
});

test('no failure repeats anything of what is inside', async () => {
  const broken = await open(await sealOf({ ...setupOf(), label: 7 }));

  expect(JSON.stringify(broken)).not.toContain(accountNo(1).apiTokenInstance);
});
