import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { everybody } from '../../../core/people-query.ts';
import type { SetupFile } from '../../../core/setup-file.ts';
import { settle } from '../../support/fake-clock.ts';
import { accountNo, madeAtMs, passphrase, setupOf, token } from '../../unit/setup-file/samples.ts';
import { type Computer, openComputer } from './setup-world.ts';

const policy = { version: 1, limits: { groupsPerDay: 20 } } as const;
const head = { name: 'Heads', people: [{ name: 'Anna', phone: '+7 900 000-00-01' }] };
const drivers = {
  name: 'Drivers',
  idInstance: accountNo(2).idInstance,
  people: [
    { name: 'Ivan', phone: '+7 900 000-00-02' },
    { name: 'Anna', phone: '+7 900 000-00-01' },
  ],
};

/** Renews account 1, brings account 2, a list for both, a list for the second, and a policy. */
const setup = setupOf({
  accounts: [
    { ...accountNo(1), label: 'Renewed' },
    { ...accountNo(2), apiUrl: 'https://7103.api.green-api.com' },
  ],
  lists: [head, drivers],
  policy,
});

/** A computer where account 1 is used already, with a contact and a list. */
async function usedComputer(): Promise<Computer & { readonly first: string }> {
  const computer = openComputer();
  const { label, idInstance } = accountNo(1);
  const added = await computer.accounts.add({ label, idInstance, apiTokenInstance: token, apiUrl: '', keep: 'saved' });
  await settle();
  if (!added.ok) throw new Error(added.failure.code);
  const accountId = added.value.id;
  await computer.people.keep({ accountId, person: { chatId: '79000000009@c.us', name: 'Olga', phone: '' } });
  await computer.people.lists.create({ accountId, name: 'heads', chatIds: ['79000000009@c.us'] });
  return Object.assign(computer, { first: accountId });
}

/** All that a set-up file could have changed, on the disk and in memory. */
async function stateOf(computer: Computer & { readonly first: string }) {
  const { folder, accounts, people, first } = computer;
  const file = path.join(folder, 'config.json');
  return {
    config: readFileSync(file, 'utf8'),
    backup: readFileSync(`${file}.bak-1`, 'utf8'),
    isHalfWay: existsSync(`${file}.before`),
    accounts: accounts.view(),
    lists: await computer.listsOf(first),
    contacts: await people.search({
      ...{ accountId: first, text: '', order: 'name', filter: everybody, offset: 0, limit: 100 },
    }),
    token: accounts.giveOut([first]),
    kept: computer.store.kept(),
  };
}

const use = async (computer: Computer, given: SetupFile, keep: 'saved' | 'session' = 'saved') => {
  const { setupId } = await computer.unlock(given);
  const used = await computer.setups.use({ setupId, keep });
  await settle();
  return used;
};

test('the preview says what is new, what is renewed, and holds no key', async () => {
  const computer = await usedComputer();

  const preview = await computer.unlock(setup);

  expect(preview).toMatchObject({
    label: 'Anna',
    madeAtMs,
    expiresAtMs: null,
    accounts: [
      { label: 'Renewed', idInstance: accountNo(1).idInstance, knownAs: 'Office 1' },
      { label: 'Office 2', idInstance: accountNo(2).idInstance, knownAs: null },
    ],
    lists: [
      { name: 'Heads', people: 1 },
      { name: 'Drivers', people: 2 },
    ],
    policy,
  });
  for (const { apiTokenInstance } of setup.accounts) expect(JSON.stringify(preview)).not.toContain(apiTokenInstance);
});

test('all of it is kept: accounts with sealed keys, lists of the right accounts, the policy', async () => {
  const computer = await usedComputer();

  const used = await use(computer, setup);

  if (!used.ok) throw new Error(used.failure.code);
  expect(used.value.accounts).toMatchObject([
    { id: computer.first, label: 'Renewed', token: 'saved', tokenEnd: '0001' },
    { label: 'Office 2', token: 'saved', tokenEnd: '0002', apiUrl: 'https://7103.api.green-api.com' },
  ]);
  const second = used.value.accounts[1]?.id ?? '';
  expect(await computer.listsOf(computer.first)).toEqual({ heads: ['Anna', 'Olga'] });
  expect(await computer.listsOf(second)).toEqual({ Heads: ['Anna'], Drivers: ['Anna', 'Ivan'] });
  expect(computer.store.kept().policyFromSetup).toEqual(policy);
  expect(await computer.contacts.isNew(second)).toBe(true); // its phone is still to be read
  expect(computer.setups.offered()).toBeNull();
  for (const { apiTokenInstance } of setup.accounts) {
    expect(computer.secrets).toContain(apiTokenInstance);
    expect(readFileSync(path.join(computer.folder, 'config.json'), 'utf8')).not.toContain(apiTokenInstance);
  }
  const again = await computer.restart();
  expect(again.accounts.view().accounts).toMatchObject([{ label: 'Renewed', token: 'saved' }, { token: 'saved' }]);
});

test('the same file once more changes nothing', async () => {
  const computer = await usedComputer();
  await use(computer, setup);
  const before = await stateOf(computer);

  expect((await use(computer, setup)).ok).toBe(true);

  const after = await stateOf(computer);
  expect(after.kept.accounts.map(({ id }) => id)).toEqual(before.kept.accounts.map(({ id }) => id));
  expect(after.lists).toEqual(before.lists);
});

test('the first account of a computer is in use at once', async () => {
  const computer = openComputer();

  await use(computer, setup);

  const { accounts, currentId } = computer.accounts.view();
  expect(accounts).toHaveLength(2);
  expect(currentId).toBe(accounts[0]?.id);
  expect(computer.settings.view().currentAccountId).toBe(currentId);
});

/** Something that fails, and the failure that is told. */
const faults: Readonly<Record<string, [(computer: Computer) => void, string]>> = {
  'the password store is closed': [(c) => (c.cipher.available = false), 'keychain'],
  'the password store refuses': [(c) => (c.cipher.broken = 'encrypt'), 'keychain'],
  'the password store gives back something else': [(c) => (c.cipher.broken = 'lies'), 'keychain'],
  'the password store refuses the second key': [
    (c) => {
      const encrypt = c.cipher.encrypt.bind(c.cipher);
      let left = 1;
      c.cipher.encrypt = async (plain) => {
        if (left-- <= 0) throw new Error('no more');
        return encrypt(plain);
      };
    },
    'keychain',
  ],
  'the disk is full when the accounts are written': [failingWrites(0), 'disk-full'],
  'the disk is full when the policy is written': [failingWrites(1), 'disk-full'],
  'the disk is full when the first list is written': [(c) => (c.disk.peopleWritesLeft = 0), 'disk-full'],
  'the disk is full when the lists of the second account are written': [
    (c) => (c.disk.peopleWritesLeft = 1),
    'disk-full',
  ],
};

/** The settings can be written so many times more. */
function failingWrites(good: number) {
  return (computer: Computer) => {
    const { write } = computer.file;
    let left = good;
    computer.file.write = (content) => {
      if (left-- <= 0) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      write.call(computer.file, content);
    };
  };
}

for (const [what, [breakIt, code]] of Object.entries(faults)) {
  test(`where ${what}, everything is as before, and a second try goes well`, async () => {
    const computer = await usedComputer();
    const { setupId } = await computer.unlock(setup);
    const before = await stateOf(computer);
    const { write } = computer.file;
    const { encrypt } = computer.cipher;
    breakIt(computer);

    const used = await computer.setups.use({ setupId, keep: 'saved' });
    await settle();

    expect(used).toEqual({ ok: false, failure: { code } });
    Object.assign(computer.cipher, { available: true, broken: null, encrypt });
    computer.file.write = write;
    computer.disk.peopleWritesLeft = Number.POSITIVE_INFINITY;
    expect(await stateOf(computer)).toEqual(before);
    expect(await computer.setups.use({ setupId, keep: 'saved' })).toMatchObject({ ok: true });
  });
}

test('where the disk breaks in the middle, everything is taken back, and the fault is not hidden', async () => {
  const computer = await usedComputer();
  const { setupId } = await computer.unlock(setup);
  const before = await stateOf(computer);
  Object.assign(computer.disk, { peopleWritesLeft: 1, isBroken: true });

  await expect(computer.setups.use({ setupId, keep: 'saved' })).rejects.toThrow('the disk is broken');

  await settle();
  expect(await stateOf(computer)).toEqual(before);
});

test('a wrong address in one account keeps all of them out', async () => {
  const computer = await usedComputer();
  const before = await stateOf(computer);

  const used = await use(computer, {
    ...setup,
    accounts: [accountNo(1), { ...accountNo(2), apiUrl: 'https://evil.example' }],
  });

  expect(used).toEqual({ ok: false, failure: { code: 'bad-api-url' } });
  expect((await stateOf(computer)).config).toBe(before.config);
});

test('where the person wants it so, the keys are kept until quit alone', async () => {
  const computer = await usedComputer();
  computer.cipher.available = false;

  const used = await use(computer, setup, 'session');

  expect(used).toMatchObject({ ok: true, value: { accounts: [{ token: 'session' }, { token: 'session' }] } });
  expect(computer.store.kept().accounts).toMatchObject([{ token: null }, { token: null }]);
});

test('a file that ends while it is looked at cannot be used any more', async () => {
  const computer = await usedComputer();
  const { setupId } = await computer.unlock({ ...setup, expiresAt: new Date(madeAtMs + 1).toISOString() });
  computer.disk.nowMs += 1;

  const used = await computer.setups.use({ setupId, keep: 'saved' });

  expect(used).toEqual({ ok: false, failure: { code: 'setup-expired', atMs: madeAtMs + 1 } });
});

test('a newer file takes the place of the one before, and a closed window forgets both', async () => {
  const computer = await usedComputer();
  const { setupId } = await computer.unlock(setup);

  computer.setups.offer({ ok: false, failure: { code: 'not-read' } });

  expect(computer.setups.offered()).toEqual({ at: 'refused', failure: { code: 'not-read' } });
  expect(computer.offers).toEqual([{ at: 'refused', failure: { code: 'not-read' } }]);
  expect(await computer.setups.use({ setupId, keep: 'saved' })).toEqual({ ok: false, failure: { code: 'not-found' } });
  computer.setups.forget();
  expect(computer.setups.offered()).toBeNull();
});

test('a file made here holds the chosen accounts and lists, and opens on another computer', async () => {
  const computer = await usedComputer();
  await use(computer, setup);
  const { accounts } = computer.accounts.view();
  const lists = await Promise.all(
    accounts.map(async ({ id }) => {
      const overview = await computer.people.overview({ accountId: id });
      return overview.ok ? overview.value.lists.map(({ listId }) => ({ accountId: id, listId })) : [];
    }),
  );

  const made = await computer.setups.make(
    { label: 'Oleg', accountIds: accounts.map(({ id }) => id), lists: lists.flat(), usableFor: 'week', passphrase },
    'oleg.creategroup',
  );
  if (!made.ok) throw new Error(made.failure.code);

  const other = openComputer();
  const looked = await other.setups.openFile({ name: 'oleg.creategroup', bytes: new TextEncoder().encode(made.value) });
  const setupId = looked.ok ? looked.value.setupId : '';
  const preview = await other.setups.unlock({ setupId, passphrase });
  expect(preview).toMatchObject({ value: { label: 'Oleg', expiresAtMs: madeAtMs + 7 * 86_400_000 } });
  const used = await other.setups.use({ setupId, keep: 'saved' });
  await settle();
  const ids = used.ok ? used.value.accounts.map(({ id }) => id) : [];
  expect(await other.listsOf(ids[0] ?? '')).toEqual({ heads: ['Anna', 'Olga'] });
  expect(await other.listsOf(ids[1] ?? '')).toEqual({ Heads: ['Anna'], Drivers: ['Anna', 'Ivan'] });
  expect(other.accounts.giveOut(ids)).toEqual(computer.accounts.giveOut(accounts.map(({ id }) => id)));
});

test('an account whose key is not here cannot go along', async () => {
  const { folder, first, accounts } = await usedComputer();
  expect(accounts.giveOut([first])).toMatchObject({ ok: true });
  const later = openComputer(folder); // its keys are not opened yet
  const wanted = { label: '', lists: [], usableFor: null, passphrase };

  const withoutKey = await later.setups.make({ ...wanted, accountIds: [first] }, 'x.creategroup');
  const unknown = await later.setups.make({ ...wanted, accountIds: ['nobody'] }, 'x.creategroup');

  expect(withoutKey).toEqual({ ok: false, failure: { code: 'token-missing' } });
  expect(unknown).toEqual({ ok: false, failure: { code: 'not-found' } });
});
