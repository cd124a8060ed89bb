import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Accounts } from '../../../main/accounts/accounts.ts';
import { linkedApi, otherToken, token } from './samples.ts';
import { add, failureOf, setUp, typed } from './set-up.ts';

let world: ReturnType<typeof setUp>;
let accounts: Accounts;
beforeEach(async () => {
  world = setUp();
  accounts = world.accounts;
  await accounts.start();
});

const added = (change?: Partial<Parameters<Accounts['add']>[0]>) => add(accounts, change);

describe('the token', () => {
  test('opens at the next start', async () => {
    const { id } = await added();

    const again = await world.restart();

    expect(again.accounts.view().accounts).toMatchObject([{ token: 'saved', state: { at: 'not-checked' } }]);
    expect(again.accounts.api(id).ok).toBe(true);
    expect(again.made).toEqual([
      { apiUrl: 'https://7103.api.greenapi.com', idInstance: '7103000001', apiTokenInstance: token },
    ]);
  });

  test('is told to the redaction of the log, typed or opened, and lies in no file', async () => {
    await added();
    const again = await world.restart();

    expect([world.secrets, again.secrets].map((secrets) => new Set(secrets))).toEqual([
      new Set([token]),
      new Set([token]),
    ]);
    for (const name of readdirSync(world.folder)) {
      const text = readFileSync(path.join(world.folder, name), 'latin1');
      expect(text).not.toContain(token.slice(0, 12));
    }
  });

  test('is told to the redaction even when it cannot be saved', async () => {
    world.cipher.available = false;

    await accounts.add(typed);

    expect(world.secrets).toEqual([token]);
  });

  test('is missing while the password store is locked, and there again when it is not', async () => {
    const { id } = await added();
    world.cipher.available = false;
    const again = await world.restart();
    const locked = again.accounts.view();
    const refused = again.accounts.api(id);
    world.cipher.available = true;
    again.service = linkedApi('79000000000');

    const checked = await again.accounts.check({ accountId: id });

    expect(locked).toMatchObject({ canSave: false, accounts: [{ token: 'missing', tokenEnd: token.slice(-4) }] });
    expect(failureOf(refused)).toEqual({ code: 'token-missing' });
    expect(checked).toMatchObject({ ok: true, value: { token: 'saved', state: { state: 'authorized' } } });
  });

  test('that the system refused to open is asked for again by a person alone', async () => {
    const { id } = await added();
    world.cipher.broken = 'decrypt';
    const again = await world.restart();
    world.cipher.broken = null;

    await again.accounts.checkAll();
    const unasked = again.accounts.api(id);
    await again.accounts.check({ accountId: id });

    expect(failureOf(unasked)).toEqual({ code: 'token-missing' });
    expect(again.accounts.api(id).ok).toBe(true);
  });

  test('typed for this session while the store is locked, the saved one is there at the next start', async () => {
    const { id } = await added();
    world.cipher.available = false;
    const locked = await world.restart();

    const answer = await locked.accounts.change({ accountId: id, apiTokenInstance: token, keep: 'session' });

    world.cipher.available = true;
    expect(answer).toMatchObject({ ok: true, value: { token: 'session' } });
    expect((await world.restart()).accounts.view().accounts).toMatchObject([{ token: 'saved' }]);
  });

  test('sealed again by the system is kept in its new form', async () => {
    await added();
    const before = world.store.kept().accounts[0]?.token;
    world.cipher.shouldReseal = true;
    world.cipher.name = 'toy-2';

    const again = await world.restart();

    expect(again.store.kept().accounts[0]?.token).toMatchObject({ backend: 'toy-2', end: before?.end });
  });

  test('makes one client until it or the address changes', async () => {
    const { id } = await added();
    const first = accounts.api(id);
    const same = accounts.api(id);

    await accounts.change({ accountId: id, apiTokenInstance: otherToken });
    const other = accounts.api(id);

    expect(first).toEqual(same);
    expect(first.ok && same.ok && first.value === same.value).toBe(true);
    expect(first.ok && other.ok && first.value === other.value).toBe(false);
    expect(world.made.map(({ apiTokenInstance }) => apiTokenInstance)).toEqual([token, otherToken]);
  });
});
