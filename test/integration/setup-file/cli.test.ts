import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readSealed } from '../../../main/setup-file/envelope.ts';
import { openSetup } from '../../../main/setup-file/open-setup.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { passphrase, token } from '../../unit/setup-file/samples.ts';

const top = path.resolve(import.meta.dirname, '../../..');
const cli = path.join(top, 'main/setup-file/cli.ts');
const template = path.join(top, 'docs/admin/setup-template.json');

type Given = { readonly folder: string; readonly env?: Record<string, string>; readonly input?: string };

async function run(args: readonly string[], { folder, env = {}, input = '' }: Given) {
  const child = spawn(process.execPath, [cli, ...args], { cwd: folder, env: { ...process.env, ...env } });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (part) => (said.stdout += part));
  child.stderr.on('data', (part) => (said.stderr += part));
  child.stdin.end(input);
  const [code] = await once(child, 'close');
  return { code, ...said };
}

function folderWith(change: Record<string, unknown> = {}): string {
  const folder = tempFolder();
  const source = JSON.parse(readFileSync(template, 'utf8'));
  const [account] = source.accounts;
  const accounts = [{ ...account, apiTokenInstance: token }];
  writeFileSync(path.join(folder, 'setup.json'), JSON.stringify({ ...source, accounts, ...change }));
  return folder;
}

const make = ['make', '--from', 'setup.json', '--out', 'anna.creategroup'];

test('a file made from the template opens, is for its owner alone, and can be shown without its key', async () => {
  const folder = folderWith();
  const file = path.join(folder, 'anna.creategroup');

  const made = await run(make, { folder, env: { CREATEGROUP_PASSPHRASE: passphrase } });
  expect(made).toMatchObject({ code: 0, stderr: '' });
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  const sealed = readSealed(readFileSync(file), 'anna.creategroup');
  if (!sealed.ok) throw new Error(sealed.failure.code);
  const opened = await openSetup({ sealed: sealed.value, file: '', passphrase, nowMs: Date.now() });
  expect(opened).toMatchObject({
    value: { label: 'Anna, front desk', accounts: [{ apiTokenInstance: token }], policy: { version: 1 } },
  });

  const shown = await run(['show', 'anna.creategroup'], { folder, input: `${passphrase}\n` });
  expect(shown.code).toBe(0);
  expect(JSON.parse(shown.stdout)).toMatchObject({ accounts: [{ label: 'School 5', keyEnd: token.slice(-4) }] });
  expect(shown.stdout + shown.stderr + made.stdout).not.toContain(token);
  expect(shown.stdout + shown.stderr + made.stdout).not.toContain(passphrase);
}, 20_000);

test.each<[string, Record<string, unknown>, string]>([
  ['a misspelt key', { acounts: [] }, 'setup.json: the file: there is no “acounts” here.'],
  [
    'a number that is no full one',
    { lists: [{ name: 'A', people: [{ name: '', phone: '+7 912 345' }] }] },
    'lists.0.people.0.phone',
  ],
  ['a day that is over', { expires: '2020-01-01' }, 'expires: this is over already'],
  ['no account', { accounts: [] }, 'accounts: here something is missing'],
  [
    'an address that is not the service',
    { accounts: [{ label: 'A', idInstance: '1101000001', apiTokenInstance: token, apiUrl: 'https://evil.example' }] },
    'accounts.0.apiUrl',
  ],
])('%s is told by its place, and nothing is written', async (_, change, says) => {
  const folder = folderWith(change);

  const { code, stderr } = await run(make, { folder, env: { CREATEGROUP_PASSPHRASE: passphrase } });

  expect(code).toBe(1);
  expect(stderr).toContain(says);
  expect(stderr).not.toContain(token);
  expect(existsSync(path.join(folder, 'anna.creategroup'))).toBe(false);
});

test('a weak or missing passphrase makes no file', async () => {
  const folder = folderWith();

  expect(await run(make, { folder, input: 'short\n' })).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/too easy to guess/),
  });
  expect(await run(make, { folder, input: '\n' })).toMatchObject({ code: 1, stderr: 'There is no passphrase.\n' });
  expect(existsSync(path.join(folder, 'anna.creategroup'))).toBe(false);
});

test('a file that is there is replaced only when that is asked for', async () => {
  const folder = folderWith();
  const env = { CREATEGROUP_PASSPHRASE: passphrase };
  writeFileSync(path.join(folder, 'anna.creategroup'), 'mine');

  expect(await run(make, { folder, env })).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/is there already/),
  });
  expect(readFileSync(path.join(folder, 'anna.creategroup'), 'utf8')).toBe('mine');
  expect(await run([...make, '--overwrite'], { folder, env })).toMatchObject({ code: 0 });
}, 20_000);

test.each([
  [['make', '--passphrase', passphrase], 'never an argument'],
  [['make', '--from', 'setup.json'], 'make needs --from and --out.'],
  [['make', '--from', 'setup.json', '--out', 'anna.txt'], 'must end with .creategroup'],
  [['make', '--form', 'x'], 'There is no flag --form.'],
  [['show'], 'show needs one file.'],
  [['show', 'gone.creategroup'], 'gone.creategroup cannot be read.'],
  [['show', 'setup.json'], 'is not a set-up file'],
  [['open', 'x'], '“open” is neither make nor show.'],
])('%j is refused in a sentence', async (args, says) => {
  const { code, stderr } = await run(args, { folder: folderWith() });

  expect(code).toBe(1);
  expect(stderr).toContain(says);
  expect(stderr).not.toMatch(/ at |Error:/);
});

test('--help says what there is', async () => {
  expect(await run(['--help'], { folder: tempFolder() })).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/CREATEGROUP_PASSPHRASE/),
  });
});
