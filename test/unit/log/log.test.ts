import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createLog, type LogFields } from '../../../main/log/log.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const atMs = Date.UTC(2026, 10, 23, 9);
const at = '2026-11-23T09:00:00.000Z';

function openLog({ folder = path.join(tempFolder(), 'logs'), random = (max: number) => max - 1 } = {}) {
  const log = createLog({ folder, now: () => atMs, random });
  const lines = () => log.recentLines().map((line): unknown => JSON.parse(line));
  return { folder, log, lines };
}

/** Every byte that the log has left on the disk. */
const onDisk = (folder: string): string =>
  readdirSync(folder)
    .map((name) => readFileSync(path.join(folder, name), 'latin1'))
    .join('\n');

test('a line tells when, how bad, what and the fields', () => {
  const { log, lines } = openLog();

  log.info('attempt.begun', { attempt: 'a-1', count: 3 });
  log.warn('call-refused', { call: 'groups.create', status: null });

  expect(lines()).toEqual([
    { at, level: 'info', event: 'attempt.begun', attempt: 'a-1', count: 3 },
    { at, level: 'warn', event: 'call-refused', call: 'groups.create', status: null },
  ]);
});

test('a field that is not on the list is left out, and a text that is no single word tells its length', () => {
  const { log, lines } = openLog();
  // The compiler would refuse this; whatever comes here all the same must not be written.
  const fields = {
    phone: '79001234567',
    code: 'offline',
    field: 'Хор мальчиков',
    file: '/home/masha/list.csv',
  } as LogFields;

  log.info('odd', fields);

  expect(lines()).toEqual([
    { at, level: 'info', event: 'odd', code: 'offline', field: '(13 characters)', file: '(20 characters)' },
  ]);
});

test('an error gets a short name to be read out, and tells where it happened', () => {
  const { log, lines } = openLog();

  const logId = log.error('call-failed', new RangeError('far too much'), { call: 'groups.create' });

  expect(logId).toBe('FFFF-99');
  expect(lines()).toMatchObject([
    {
      level: 'error',
      event: 'call-failed',
      logId,
      call: 'groups.create',
      error: { name: 'RangeError', code: null, message: 'far too much' },
    },
  ]);
  expect(log.recentLines()[0]).toMatch(/"stack":\["[^"]*\(log\.test\.ts:\d+:\d+\)"/);
});

test('a short name is as long for small numbers', () => {
  const { log } = openLog({ random: () => 7 });

  expect(log.error('odd', null)).toBe('0007-07');
});

test('the newest lines are kept for the support file, also those of the last run', () => {
  const { folder, log } = openLog();
  for (const count of [1, 2, 3]) log.info('step', { count });
  const next = openLog({ folder });
  next.log.info('step', { count: 4 });

  expect(next.log.recentLines(2).map((line) => JSON.parse(line).count)).toEqual([3, 4]);
});

test('files rotate and the disk never fills up', () => {
  const { folder, log } = openLog();
  const code = 'x'.repeat(80);
  for (let count = 0; count < 15_000; count += 1) log.info('step', { code, count });

  const sizes = readdirSync(folder).map((name) => statSync(path.join(folder, name)).size);

  expect(readdirSync(folder).sort()).toEqual(['main.log', 'main.old.log']);
  expect(Math.max(...sizes)).toBeLessThan(1.1 * 1024 * 1024);
  expect(JSON.parse(log.recentLines(1)[0] ?? '')).toMatchObject({ count: 14_999 });
});

test('only the person whose log it is may read it', () => {
  const { folder, log } = openLog();
  log.info('step');

  // Windows keeps rights elsewhere; there the folder of the person's data protects it.
  if (process.platform === 'win32') return;
  expect(statSync(path.join(folder, 'main.log')).mode & 0o077).toBe(0);
});

test('a disk that refuses does not stop the app', () => {
  const file = path.join(tempFolder(), 'file');
  writeFileSync(file, 'not a folder');
  const { log } = openLog({ folder: file });

  log.info('step');

  expect(log.recentLines()).toEqual([]);
});

const token = 'd75b3a66374942c5b3c019c698abc2067e151558acbd412345';

test('a hidden secret is on no line and in no file, wherever it comes from', () => {
  const { folder, log } = openLog();
  log.hide('Qx7-secret_of-the.firm');
  const cause = new Error('Qx7-secret_of-the.firm');
  const error = Object.assign(
    new Error(`Qx7-secret_of-the.firm went wrong at /waInstance1101000001/qr/${token}`, { cause }),
    {
      code: 'Qx7-secret_of-the.firm',
      options: { url: `https://1101.api.green-api.com/waInstance1101000001/qr/${token}` },
    },
  );

  log.info('Qx7-secret_of-the.firm', { code: 'Qx7-secret_of-the.firm' });
  log.error('odd', error, { reason: token });
  log.error('odd', 'Qx7-secret_of-the.firm');

  expect(log.recentLines()).toHaveLength(3);
  expect(onDisk(folder)).not.toMatch(/Qx7|d75b3a66|1101000001/);
});

test('messages of libraries do not tell what they choked on', () => {
  const { folder, log } = openLog();
  const messages = [
    'Unexpected token \'М\', "Маша Петрова" is not valid JSON',
    "ENOENT: no such file or directory, open '/home/masha/список.csv'",
    'cannot read C:\\Users\\masha\\list.csv',
    'getaddrinfo ENOTFOUND https://1101.api.green-api.com/x',
    'the number +7 900 123-45-67 is odd',
  ];

  for (const message of messages) log.error('odd', new Error(message));

  expect(onDisk(folder)).not.toMatch(/masha|Маша|Петрова|green-api|900|123-45/i);
  expect(onDisk(folder)).toMatch(/is not valid JSON/);
});

test('a message that looks like a stack is not taken for one', () => {
  const { log, lines } = openLog();

  log.error('odd', new Error('first\n    at Masha (/home/masha/secret.ts:1:1)'));

  expect(JSON.stringify(lines())).not.toMatch(/secret\.ts/);
});
