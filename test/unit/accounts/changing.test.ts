import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { accountsSchema } from '../../../core/contract/events.ts';
import { ok } from '../../../core/result.ts';
import type { Accounts } from '../../../main/accounts/accounts.ts';
import { settle } from '../../support/fake-clock.ts';
import { apiThat, failing, linkedApi, otherToken, token } from './samples.ts';
import { add, failureOf, setUp } from './set-up.ts';

let world: ReturnType<typeof setUp>;
let accounts: Accounts;
beforeEach(async () => {
  world = setUp();
  accounts = world.accounts;
  await accounts.start();
});

const added = (change?: Partial<Parameters<Accounts['add']>[0]>) => add(accounts, change);
const only = () => accounts.view().accounts[0];

describe('changing', () => {
  test('a missing field stays, an empty address is the one of the number', async () => {
    const { id } = await added({ apiUrl: 'https://api.green-api.com' });
    world.service = linkedApi('79000000000');

    const renamed = await accounts.change({ accountId: id, label: 'South' });
    const moved = await accounts.change({ accountId: id, apiUrl: '' });
    await settle();

    expect(renamed).toMatchObject({ ok: true, value: { label: 'South', apiUrl: 'https://api.green-api.com' } });
    expect(moved).toMatchObject({ ok: true, value: { label: 'South', apiUrl: 'https://7103.api.greenapi.com' } });
    expect(only()).toMatchObject({ state: { at: 'checked' } });
  });

  test('a token that cannot be saved leaves the old one', async () => {
    const { id } = await added();
    world.cipher.broken = 'encrypt';

    expect(failureOf(await accounts.change({ accountId: id, apiTokenInstance: otherToken }))).toEqual({
      code: 'keychain',
    });
    expect(only()).toMatchObject({ token: 'saved', tokenEnd: token.slice(-4) });
  });

  test('an answer for the old token does not count for the new one', async () => {
    const { id } = await added();
    let answer = (_state: 'authorized') => {};
    const waiting = new Promise<'authorized'>((resolve) => {
      answer = resolve;
    });
    world.service = apiThat({ getStateInstance: async () => ok(await waiting) });
    const check = accounts.check({ accountId: id });
    await settle();
    await accounts.change({ accountId: id, apiTokenInstance: otherToken });
    world.service = apiThat({ getStateInstance: async () => failing({ code: 'wrong-account' }) });
    answer('authorized');

    expect(await check).toMatchObject({
      ok: true,
      value: { state: { at: 'failed', failure: { code: 'wrong-account' } } },
    });
  });
});

describe('removing', () => {
  test.each([
    [{ open: 1, queued: 0 }, true],
    [{ open: 0, queued: 2 }, false],
  ])('is refused while there are %j (cancel the queue: %s)', async (jobs, cancelQueued) => {
    const { id } = await added();
    world.jobs = jobs;

    expect(failureOf(await accounts.remove({ accountId: id, cancelQueued }))).toEqual({
      code: 'account-busy',
      ...jobs,
    });
    expect(accounts.view().accounts).toHaveLength(1);
  });

  test('is refused when a group has begun while the others were cancelled', async () => {
    const { id } = await added();
    Object.assign(world, { jobs: { open: 0, queued: 2 }, afterCancel: { open: 1, queued: 0 } });

    expect(failureOf(await accounts.remove({ accountId: id, cancelQueued: true }))).toEqual({
      code: 'account-busy',
      open: 1,
      queued: 0,
    });
    expect(accounts.view().accounts).toHaveLength(1);
  });

  test('cancels what is queued, forgets what belongs to it, and another account is in use', async () => {
    const { id } = await added();
    const other = await added({ idInstance: '7103000002' });
    world.jobs = { open: 0, queued: 2 };

    expect(await accounts.remove({ accountId: id, cancelQueued: true })).toEqual({ ok: true, value: null });

    expect(accounts.view()).toMatchObject({ accounts: [{ id: other.id }], currentId: other.id });
    expect(world.forgotten).toEqual([id]);
    expect(failureOf(accounts.api(id))).toEqual({ code: 'not-found' });
  });
});

describe('choosing', () => {
  test('holds over a restart, and an unknown account is refused', async () => {
    await added();
    const second = await added({ idInstance: '7103000002' });

    await accounts.choose({ accountId: second.id });
    const unknown = await accounts.choose({ accountId: 'nobody' });

    expect(failureOf(unknown)).toEqual({ code: 'not-found' });
    expect((await world.restart()).accounts.view().currentId).toBe(second.id);
  });
});

describe('practice', () => {
  const practice = {
    label: 'Practice',
    apiUrl: 'http://127.0.0.1:4010',
    idInstance: '7107000000',
    apiTokenInstance: otherToken,
  };

  test('is an account beside the others, never written down, and gone when it is closed', async () => {
    const { id } = await added();
    world.service = linkedApi('79000000000');
    const opened = accounts.openPractice(practice);
    await accounts.choose({ accountId: opened.id });
    await accounts.check({ accountId: opened.id });
    const practising = accounts.view();
    accounts.closePractice();

    expect(practising).toMatchObject({
      currentId: opened.id,
      accounts: [{ id }, { practice: true, token: 'session', phone: '79000000000', apiUrl: practice.apiUrl }],
    });
    expect(accountsSchema.parse(practising)).toEqual(practising);
    expect(accounts.view()).toMatchObject({ currentId: id, accounts: [{ id }] });
    expect(readFileSync(world.file.path, 'utf8')).not.toContain(practice.idInstance);
    expect(world.secrets).toContain(otherToken);
  });

  test('cannot be changed or removed', async () => {
    const { id } = accounts.openPractice(practice);

    expect(failureOf(await accounts.change({ accountId: id, label: 'x' }))).toEqual({ code: 'not-found' });
    expect(failureOf(await accounts.remove({ accountId: id, cancelQueued: true }))).toEqual({ code: 'not-found' });
  });
});
