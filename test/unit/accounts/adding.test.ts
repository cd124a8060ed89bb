import { beforeEach, describe, expect, test } from 'vitest';
import { accountSchema } from '../../../core/account.ts';
import type { Accounts } from '../../../main/accounts/accounts.ts';
import { linkedApi, token } from './samples.ts';
import { add, failureOf, setUp, typed } from './set-up.ts';

let world: ReturnType<typeof setUp>;
let accounts: Accounts;
beforeEach(async () => {
  world = setUp();
  accounts = world.accounts;
  await accounts.start();
});

const added = (change?: Partial<Parameters<Accounts['add']>[0]>) => add(accounts, change);
const only = () => accounts.view().accounts[0];

describe('adding', () => {
  test('works without a network: the account is there, in use, and not checked yet', async () => {
    const account = await added({
      label: '  Office   north ',
      idInstance: ' 7103000001 ',
      apiTokenInstance: ` ${token} `,
    });

    expect(account).toMatchObject({
      label: 'Office north',
      idInstance: '7103000001',
      apiUrl: 'https://7103.api.greenapi.com',
      practice: false,
      token: 'saved',
      tokenEnd: token.slice(-4),
      phone: null,
      state: { at: 'not-checked' },
    });
    expect(accountSchema.parse(account)).toEqual(account);
    expect(accounts.view()).toMatchObject({ currentId: account.id, canSave: true });
  });

  test('asks the service in the background and learns the number', async () => {
    world.service = linkedApi('79000000000');

    const account = await added();

    expect(only()).toMatchObject({
      phone: '79000000000',
      phoneShown: '+7 900 000-00-00',
      state: { state: 'authorized' },
    });
    expect(accounts.senderOf(account.id)).toBe('79000000000');
  });

  test.each([
    ['bad-id-instance', { idInstance: '12' }],
    ['bad-id-instance', { idInstance: '71o3000001' }],
    ['bad-token', { apiTokenInstance: '' }],
    ['bad-token', { apiTokenInstance: `${token.slice(0, 20)} ${token.slice(20)}` }],
    ['bad-token', { apiTokenInstance: `waInstance7103/${token}` }],
    ['bad-api-url', { apiUrl: 'https://green-api.example.com' }],
    ['bad-api-url', { apiUrl: 'http://127.0.0.1:8080' }],
  ])('says %s to %j and keeps nothing', async (code, wrong) => {
    const answer = await accounts.add({ ...typed, ...wrong });

    expect(failureOf(answer)).toEqual({ code });
    expect(accounts.view().accounts).toEqual([]);
  });

  test('a second account of one idInstance is refused by the name of the first', async () => {
    await added();

    expect(failureOf(await accounts.add({ ...typed, label: 'Twin' }))).toEqual({
      code: 'account-exists',
      label: 'Office',
    });
  });

  test('a double click adds one account', async () => {
    const answers = await Promise.all([accounts.add(typed), accounts.add(typed)]);

    expect(answers.map(({ ok: isOk }) => isOk)).toEqual([true, false]);
    expect(accounts.view().accounts).toHaveLength(1);
  });

  test('without a password store nothing is kept until the person chooses this session', async () => {
    world.cipher.name = 'basic_text';

    expect(failureOf(await accounts.add(typed))).toEqual({ code: 'keychain' });
    expect(await added({ keep: 'session' })).toMatchObject({ token: 'session', tokenEnd: token.slice(-4) });
    expect((await world.restart()).accounts.view()).toMatchObject({
      accounts: [{ label: 'Office', token: 'missing', tokenEnd: '' }],
      canSave: false,
    });
  });

  test('on a full disk nothing is added', async () => {
    world.file.failWith = 'ENOSPC';

    expect(failureOf(await accounts.add(typed))).toEqual({ code: 'disk-full' });
    expect(accounts.view().accounts).toEqual([]);
  });
});
