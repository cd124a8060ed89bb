import { expect, test } from 'vitest';
import type { Account } from '../../../core/account.ts';
import type { Args } from '../../../core/contract/calls.ts';
import type { Failure } from '../../../core/failure.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { createAccountForm } from '../../../renderer/state/account-form.ts';
import { account, nowMs } from './samples.ts';

type Answers = {
  readonly add?: Result<Account, Failure>[];
  readonly check?: Result<Account, Failure>[];
};

/** A form over scripted accounts; what was asked is kept in order. */
function create(answers: Answers = {}, known: Account | null = null) {
  const asked: [string, unknown][] = [];
  let held = known;
  const take = (result: Result<Account, Failure>) => {
    if (result.ok) held = result.value;
    return result;
  };
  const form = createAccountForm({
    account: known,
    accounts: {
      add: async (args: Args<'accounts.add'>) => {
        asked.push(['add', args]);
        return take(answers.add?.shift() ?? ok(account({ idInstance: args.idInstance })));
      },
      change: async (args: Args<'accounts.change'>) => {
        asked.push(['change', args]);
        return take(ok(account()));
      },
      remove: async (args: Args<'accounts.remove'>) => {
        asked.push(['remove', args]);
        return ok(null);
      },
      check: async () => take(answers.check?.shift() ?? ok(account())),
      byId: () => held,
    },
  });
  return { form, asked };
}

function typeAll({ form }: ReturnType<typeof create>): void {
  form.typeIdInstance('1101000001');
  form.typeKey('d75b3a66374942c5b3c019c698abc2067e151558acbd412345');
}

const failed = (failure: Failure) => ok(account({ state: { at: 'failed', failure, atMs: nowMs } }));

test('the address follows the number until it is typed by hand', () => {
  const { form } = create();

  form.typeIdInstance('7103000001');
  expect(form.apiUrl.value).toBe('https://7103.api.greenapi.com');
  form.typeApiUrl('https://api.green-api.com');
  form.typeIdInstance('1101000001');

  expect(form.apiUrl.value).toBe('https://api.green-api.com');
});

test('spaces and line ends that were copied along are dropped', () => {
  const { form } = create();

  form.typeIdInstance(' 1101 000001\n');
  form.typeKey('\td75b 3a66 ');

  expect([form.idInstance.value, form.key.value]).toEqual(['1101000001', 'd75b3a66']);
});

test('an empty field is said beside it, and nothing is asked', async () => {
  const made = create();

  made.form.typeIdInstance('1101000001');
  await made.form.submit();

  expect(made.form.problem.value).toEqual({ field: 'key', failure: 'empty' });
  expect(made.asked).toEqual([]);
});

test('a refusal stands beside its field and goes when that field is typed in', async () => {
  const made = create({ add: [err({ code: 'bad-token' })] });
  typeAll(made);

  await made.form.submit();
  expect(made.form.problem.value).toEqual({ field: 'key', failure: { code: 'bad-token' } });
  made.form.typeLabel('School 5');
  expect(made.form.problem.value).not.toBeNull();
  made.form.typeKey('d75b');

  expect(made.form.problem.value).toBeNull();
});

test('a closed password store asks for a choice, and the account can be kept until quit', async () => {
  const made = create({ add: [err({ code: 'keychain' })] });
  typeAll(made);

  await made.form.submit();
  expect(made.form.problem.value).toEqual({ field: null, failure: { code: 'keychain' } });
  const account = await made.form.submit('session');

  expect(account).not.toBeNull();
  expect(made.asked.map(([, args]) => args)).toMatchObject([{ keep: 'saved' }, { keep: 'session' }]);
});

test('without a network the account is saved and the person goes on', async () => {
  const made = create({ check: [failed({ code: 'offline' })] });
  typeAll(made);

  expect(await made.form.submit()).toMatchObject({ state: { at: 'failed' } });
  expect(made.form.problem.value).toBeNull();
});

test('an account that the service does not accept sends the person back to its key', async () => {
  const made = create({ check: [failed({ code: 'wrong-account' })] });
  typeAll(made);

  expect(await made.form.submit()).toBeNull();
  expect(made.form.problem.value).toEqual({ field: 'key', failure: { code: 'wrong-account' } });
});

test('a second try with another key changes the account and adds none', async () => {
  const made = create({ check: [failed({ code: 'wrong-account' })] });
  typeAll(made);

  await made.form.submit();
  made.form.typeKey('another');
  await made.form.submit();

  expect(made.asked.map(([call]) => call)).toEqual(['add', 'change']);
  expect(made.asked[1]?.[1]).toMatchObject({ accountId: 'a1', apiTokenInstance: 'another' });
});

test('a number that was mistyped is replaced: the right account comes, the wrong one goes', async () => {
  const made = create({ check: [failed({ code: 'wrong-account' })] });
  typeAll(made);

  await made.form.submit();
  made.form.typeIdInstance('1101000002');
  await made.form.submit();

  expect(made.asked.map(([call]) => call)).toEqual(['add', 'add', 'remove']);
});

test('changing an account leaves its key alone unless one is typed', async () => {
  const made = create({}, account());

  made.form.typeLabel('School 6');
  await made.form.submit();

  expect(made.asked).toEqual([
    ['change', { accountId: 'a1', label: 'School 6', apiUrl: 'https://1101.api.greenapi.com', keep: 'saved' }],
  ]);
});

test('an account whose key is missing asks for it', async () => {
  const made = create({}, account({ token: 'missing' }));

  await made.form.submit();

  expect(made.form.problem.value).toEqual({ field: 'key', failure: 'empty' });
});

test('a second click while it saves does nothing', async () => {
  const made = create();
  typeAll(made);

  await Promise.all([made.form.submit(), made.form.submit()]);

  expect(made.asked).toHaveLength(1);
});
