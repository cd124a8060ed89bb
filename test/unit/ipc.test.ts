import { beforeEach, expect, test } from 'vitest';
import type { Api } from '../../core/contract/calls.ts';
import { callNames } from '../../core/contract/names.ts';
import { ok } from '../../core/result.ts';
import { type Sender, serveCalls } from '../../main/ipc.ts';
import type { Log } from '../../main/log/log.ts';

type Listener = (event: Sender, args: unknown) => Promise<unknown>;

const ourWindow = { senderFrame: { url: 'app://window/index.html', parent: null }, sender: { id: 1 } };
const otherPage = { senderFrame: { url: 'https://evil.example/', parent: null }, sender: { id: 1 } };

let listeners: Map<string, Listener>;
let logged: string[];
let copied: string[];

const log: Log = {
  info: () => {},
  warn: (event) => void logged.push(event),
  error: (event) => {
    logged.push(event);
    return '7F3A-21';
  },
};

/** Handlers that only note what reached them; all but `app.copy` fail loudly. */
const handlers = Object.fromEntries(
  callNames.map((name) => [
    name,
    async (args: { text?: string }) => {
      if (name !== 'app.copy') throw new Error('https://service.example/waInstance1/createGroup/secret');
      copied.push(args.text ?? '');
      return ok(null);
    },
  ]),
) as unknown as Api; // the loop covers every name of the contract

beforeEach(() => {
  listeners = new Map();
  logged = [];
  copied = [];
  serveCalls({
    ipcMain: { handle: (channel, listener) => void listeners.set(channel, listener) },
    isOurs: (sender) => sender === ourWindow,
    handlers,
    log,
  });
});

const call = (name: string, event: Sender, args: unknown) => listeners.get(name)?.(event, args);

test('every call of the contract is served', () => {
  expect([...listeners.keys()].sort()).toEqual([...callNames].sort());
});

test('a call from our page with good arguments reaches its handler', async () => {
  expect(await call('app.copy', ourWindow, { text: 'link' })).toEqual({ ok: true, value: null });
  expect(copied).toEqual(['link']);
});

test('a call from another page is refused before anything looks at its arguments', async () => {
  expect(await call('app.copy', otherPage, { text: 'link' })).toEqual({ ok: false, failure: { code: 'forbidden' } });
  expect(copied).toEqual([]);
  expect(logged).toEqual(['call-refused']);
});

test.each([
  [undefined, ''],
  [{}, 'text'],
  [{ text: 5 }, 'text'],
  [{ text: '' }, 'text'],
  [{ text: 'x', extra: 1 }, ''],
])('malformed arguments %j are answered with the field and reach no handler', async (args, field) => {
  expect(await call('app.copy', ourWindow, args)).toEqual({ ok: false, failure: { code: 'bad-request', field } });
  expect(copied).toEqual([]);
});

test('a handler that throws answers a code and nothing of its message', async () => {
  const answer = await call('app.snapshot', ourWindow, {});
  expect(answer).toEqual({ ok: false, failure: { code: 'unexpected', logId: '7F3A-21' } });
  expect(logged).toEqual(['call-failed']);
});
