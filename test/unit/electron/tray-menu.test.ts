import { expect, test } from 'vitest';
import type { Account } from '../../../core/account.ts';
import type { Queue } from '../../../core/contract/events.ts';
import { createWords } from '../../../core/i18n/words.ts';
import { trayLines } from '../../../main/electron/tray-menu.ts';

const idle: Queue = { waiting: 0, sending: false, nextStartAtMs: null, lastSentAtMs: null, pleaseCheck: 0, run: null };

const account: Account = {
  id: '1',
  label: 'School 5',
  idInstance: '7107000001',
  apiUrl: 'https://7107.api.greenapi.com',
  practice: false,
  token: 'saved',
  tokenEnd: 'abcd',
  phone: null,
  phoneShown: null,
  state: { at: 'checked', state: 'authorized', suspendedUntilMs: null, atMs: 0 },
};

const labels = (queue: Queue, language: 'en' | 'ru' = 'en') =>
  trayLines({
    say: createWords(language),
    account,
    queue,
    timeOf: () => '14:35',
    open: () => {},
    goTo: () => {},
    pauseOrResume: () => {},
    quit: () => {},
  }).map((line) => (line === 'separator' ? '—' : line.label));

test('an idle tray says that nothing waits', () => {
  expect(labels(idle)).toEqual([
    'New group',
    'From a spreadsheet',
    'Find a group',
    '—',
    'Nothing waits',
    'School 5 · Ready',
    '—',
    'Open CreateGroup',
    'Quit',
  ]);
});

test('a waiting queue says how many and when the next one starts, in the plural of the language', () => {
  const queue = { ...idle, waiting: 3, nextStartAtMs: 1 };
  expect(labels(queue)).toContain('3 groups wait, next at 14:35');
  expect(labels(queue, 'ru')).toContain('3 группы ждут, следующая в 14:35');
});

test('groups that need a person have a line of their own', () => {
  expect(labels({ ...idle, pleaseCheck: 1, run: null })).toContain('1 group to check');
  expect(labels(idle)).not.toContain('1 group to check');
});

test('while a group is being made the tray says so', () => {
  expect(labels({ ...idle, sending: true, waiting: 2 })).toContain('A group is being made');
});

test('a run says how far it is and when it goes on, and can be paused and let go on', () => {
  const run = { runId: '1', file: 'Groups.xlsx', done: 37, total: 200, at: 'running', nextAtMs: 1 } as const;

  expect(labels({ ...idle, sending: true, run })).toEqual(
    expect.arrayContaining(['37 of 200, next at 14:35', 'Pause']),
  );
  expect(labels({ ...idle, run: { ...run, nextAtMs: null } })).toContain('37 of 200');
  expect(labels({ ...idle, run: { ...run, at: 'paused' } })).toEqual(
    expect.arrayContaining(['37 of 200, paused', 'Go on']),
  );
  expect(labels({ ...idle, run: { ...run, at: 'needs-you' } }, 'ru')).toContain('37 из 200, нужны вы');
  expect(labels({ ...idle, run })).not.toContain('Nothing waits');
});
