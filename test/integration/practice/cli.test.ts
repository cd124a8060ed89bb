import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, expect, test, vi } from 'vitest';
import { helpText } from '../../../main/practice/options.ts';
import { threePeople } from './open-practice.ts';

const top = path.resolve(import.meta.dirname, '../../..');
const cli = 'main/practice/cli.ts';
const task = 'build/tasks/practice.mjs';

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

function start(file: string, ...flags: string[]) {
  const child = spawn(process.execPath, [file, ...flags], { cwd: top, stdio: ['ignore', 'pipe', 'pipe'] });
  running.push(child);
  return child;
}

/** Starts the service on a free port and reads its one line. */
async function serve(file: string, ...flags: string[]) {
  const child = start(file, '--port', '0', ...flags);
  const [line] = await once(createInterface(child.stdout), 'line');
  const said: { apiUrl: string; idInstance: string; apiTokenInstance: string } = JSON.parse(line);
  const url = (method: string) => `${said.apiUrl}/waInstance${said.idInstance}/${method}/${said.apiTokenInstance}`;
  const ask = (method: string, body?: object) =>
    fetch(url(method), body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) });
  return { child, said, ask };
}

/** What a run that ends by itself printed, and its exit code. */
async function run(...flags: string[]) {
  const child = start(cli, ...flags);
  const texts = { stdout: '', stderr: '' };
  child.stdout.on('data', (part) => (texts.stdout += part));
  child.stderr.on('data', (part) => (texts.stderr += part));
  const [code] = await once(child, 'close');
  return { code, ...texts };
}

const answers = (url: string) =>
  fetch(url).then(
    () => true,
    () => false,
  );

test('it prints one line, serves whoever asks and ends at SIGTERM', async () => {
  const { child, said, ask } = await serve(cli, '--seed', '7');
  const rest: string[] = [];
  child.stdout.on('data', (part) => rest.push(String(part)));

  const state = await (await ask('getStateInstance')).json();
  const contacts = await (await ask('getContacts')).json();
  const created = await (await ask('createGroup', { groupName: 'Choir', chatIds: threePeople })).json();
  const data = await (await ask('getGroupData', { groupId: created.chatId })).json();
  child.kill('SIGTERM');
  const [code] = await once(child, 'close');

  expect(Object.keys(said)).toEqual(['apiUrl', 'idInstance', 'apiTokenInstance']);
  expect(said).toMatchObject({
    apiUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    idInstance: expect.stringMatching(/^7107\d{6}$/),
    apiTokenInstance: expect.stringMatching(/^[0-9a-f]{50}$/),
  });
  expect(state).toEqual({ stateInstance: 'authorized' });
  expect(contacts).toHaveLength(240);
  expect(created).toMatchObject({ created: true });
  expect(data.participants).toHaveLength(4);
  expect({ code, rest }).toEqual({ code: 0, rest: [] });
});

test('SIGINT ends it too, even while a call hangs', async () => {
  const { child, said, ask } = await serve(cli, '--trouble', 'hang-after-effect', '--control');
  const hanging = ask('createGroup', { groupName: 'Choir', chatIds: threePeople }).catch(() => 'closed');
  const world = async () => (await fetch(`${said.apiUrl}/practice/world`)).json();
  await vi.waitUntil(async () => (await world()).groups.length === 1);

  child.kill('SIGINT');
  const [code] = await once(child, 'close');

  expect(code).toBe(0);
  expect(await hanging).toBe('closed');
});

test('the task of `npm run practice` serves the same, and the service ends with it however it dies', async () => {
  const { child, said, ask } = await serve(task, '--seed', '1');

  const { status } = await ask('getStateInstance');
  child.kill('SIGKILL');
  await once(child, 'exit');

  expect(status).toBe(200);
  await vi.waitUntil(async () => !(await answers(said.apiUrl)), 5_000);
});

test('troubles, state, lag and tariff are switched on by flags', async () => {
  const { said, ask } = await serve(
    cli,
    ...['--control', '--lag', '90', '--tariff', 'developer', '--state', 'suspended'],
    ...['--trouble', 'created-but-500:2', '--trouble', 'getChats/502', '--trouble', '401:1'],
  );

  const world = await (await fetch(`${said.apiUrl}/practice/world`)).json();
  const chats = await ask('getChats');

  expect(world).toMatchObject({
    state: 'suspended',
    lag: { contactsMs: 90_000, chatsMs: 60_000 },
    faults: [
      { method: 'createGroup', fault: 'created-but-500', times: 2 },
      { method: 'getChats', fault: '502', times: null },
      { method: 'every', fault: '401', times: 1 },
    ],
  });
  expect(chats.status).toBe(502);
});

test('a bad flag gets a sentence and exit code 2', async () => {
  const { code, stdout, stderr } = await run('--prot', '1');

  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toBe('There is no flag --prot. --help says what there is.\n');
});

test('a port that is taken gets a sentence and exit code 1', async () => {
  const { said } = await serve(cli);

  const port = new URL(said.apiUrl).port;
  const { code, stderr } = await run('--port', port);

  expect(code).toBe(1);
  expect(stderr).toBe(`Port ${port} cannot be had: another program may use it. Choose another with --port.\n`);
});

test('--help explains itself and ends well', async () => {
  expect(await run('--help')).toEqual({ code: 0, stdout: helpText(), stderr: '' });
});
