import { expect, test } from 'vitest';
import type { Account } from '../../core/account.ts';
import { settingsSchema } from '../../core/settings.ts';
import { createRedaction } from '../../main/log/redaction.ts';
import type { RecordFacts } from '../../main/storage/sqlite-facts.ts';
import { type SupportDeps, supportText } from '../../main/support-file.ts';

const token = 'd75b3a66374942c5b3c019c698abc2067e151558acbd412345';
const number = '79001234567';

const account: Account = {
  id: 'a-1',
  label: 'School of Anna Petrova',
  idInstance: '1101000001',
  apiUrl: 'https://1101.api.greenapi.com',
  practice: false,
  token: 'saved',
  tokenEnd: '2345',
  phone: number,
  phoneShown: '+7 900 123-45-67',
  state: { at: 'failed', failure: { code: 'offline' }, atMs: 0 },
};

const facts: RecordFacts = {
  version: 4,
  bytes: 12_300_000,
  jobs: { created: 3, unknown: 1 },
  runs: {},
  contacts: 214,
  lately: [
    {
      id: '0f8fad5b-d9cb-469f-a165-70867728950e',
      askedAtMs: Date.UTC(2026, 10, 2, 9),
      at: 'unknown',
      code: 'no-answer',
      chatId: '120363041234567890@g.us',
      numbers: [`${number}@c.us`],
    },
  ],
};

function write(change: Partial<SupportDeps> = {}, withNumbers = false) {
  const redaction = createRedaction();
  redaction.hide(token);
  const deps: SupportDeps = {
    product: { version: '0.1.0', system: 'linux x64 6.1.0' },
    settings: () => settingsSchema.parse({}),
    accounts: () => [account],
    records: () => ({ real: facts, practice: null }),
    log: {
      recentLines: () => ['{"event":"attempt.begun"}'],
      clean: redaction.clean,
      holdsSecret: redaction.holdsSecret,
    },
    now: () => Date.UTC(2026, 10, 3),
    ...change,
  };
  return supportText(deps, { withNumbers });
}

const textOf = (...args: Parameters<typeof write>): string => {
  const written = write(...args);
  if (!written.ok) throw new Error(written.failure.code);
  return written.value;
};

test('versions, settings, states, figures, the newest groups and the log are in it', () => {
  const text = textOf();
  for (const line of [
    'version: 0.1.0',
    'theme: system',
    'state: failed: offline',
    'groups: created 3, unknown 1',
    'megabytes: 12.3',
    'contacts: 214',
    '2026-11-02T09:00:00.000Z | 0f8fad5b-d9cb-469f-a165-70867728950e | unknown: no-answer',
    '{"event":"attempt.begun"}',
  ]) {
    expect(text).toContain(line);
  }
});

test('no name of a person, a group or an account is in it, and of numbers only their ends', () => {
  const text = textOf();
  expect(text).not.toMatch(/Anna|School/);
  for (const whole of [number, '120363041234567890', '1101000001']) expect(text).not.toContain(whole);
  expect(text).toContain('•••4567');
});

test('whole numbers are in it when they are asked for', () => {
  const text = textOf({}, true);
  for (const whole of [number, '120363041234567890@g.us', '1101000001']) expect(text).toContain(whole);
});

test('a key that came into the log is taken out, whether numbers are shown or not', () => {
  const log = ['{"event":"odd","token":"', token, '"}'].join('');
  const redaction = createRedaction();
  redaction.hide(token);
  const change = { log: { ...redaction, recentLines: () => [log] } };
  for (const withNumbers of [false, true]) expect(textOf(change, withNumbers)).not.toContain(token);
});

test.each([
  ['as it is', token],
  ['in base64', Buffer.from(`key ${token}`).toString('base64')],
  ['in capitals', token.toUpperCase()],
])('a key that the redaction misses, %s, keeps the file from being written', (_, written) => {
  const redaction = createRedaction();
  redaction.hide(token);
  const log = { recentLines: () => [written], clean: (text: string) => text, holdsSecret: redaction.holdsSecret };
  expect(write({ log })).toEqual({ ok: false, failure: { code: 'unsafe-file' } });
});
