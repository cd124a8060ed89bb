import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runApp } from '../../support/launch-app.ts';
import { expect, test } from './sample.ts';

const appFolder = 'test/standin/sample';

test('the store of the app outlives a restart and a crash', async ({ launch, restart, crash }) => {
  await launch();
  await restart();
  await crash();

  const { page } = await launch();

  expect(await page.evaluate(() => sample.call('starts'))).toBe(3);
});

test('a second start hands its words to the first and ends', async ({ launch, userData }) => {
  const { page } = await launch();

  const second = await runApp({ appFolder, userData, args: ['list.creategroup'] });

  expect(second.code).toBe(3);
  await expect(page.getByRole('status')).toHaveText('{"second":"list.creategroup","data":{"from":"the second"}}');
});

test('after a crash nothing of it is left, and the next start is the first again', async ({
  launch,
  crash,
  userData,
}) => {
  await launch();
  expect(processesOf(userData).length).toBeGreaterThan(1);

  await crash();

  await expect.poll(() => processesOf(userData)).toEqual([]);
  await launch();
});

test('SIGTERM quits in order, with Chromium', async ({ launch, output, userData }) => {
  const { app } = await launch();
  const child = app.process();

  child.kill('SIGTERM');
  await once(child, 'exit');

  expect(child.exitCode).toBe(0);
  expect(output().match(/^(before-quit|will-quit|quit|window-all-closed)$/gm)).toEqual([
    'before-quit',
    'will-quit',
    'quit',
  ]);
  await expect.poll(() => processesOf(userData)).toEqual([]);
});

test('what is to be relaunched starts when this process has ended, not before', async ({ launch, userData }) => {
  const { app } = await launch();
  const file = path.join(userData, 'again');
  const code = `require('fs').writeFileSync(${JSON.stringify(file)}, 'again')`;
  await app.evaluate(({ app: running }, args) => running.relaunch({ execPath: process.argv0, args }), ['-e', code]);
  expect(existsSync(file)).toBe(false);

  const exited = once(app.process(), 'exit');
  await app.evaluate(({ app: running }) => running.quit());
  await exited;

  await expect.poll(() => existsSync(file)).toBe(true);
});

test('nothing that was said to the app alone is in the words of Chromium', async ({ launch, userData }) => {
  await launch(['--token=canary-in-the-words', '--lang=ru']);

  const words = processesOf(userData).filter((line) => line.includes('standin-chromium'));

  expect(words.filter((line) => line.includes('--lang=ru')).length).toBeGreaterThan(0);
  expect(words.filter((line) => line.includes('canary-in-the-words'))).toEqual([]);
});

test('the language is that of the words, then of the environment', async ({ launch }) => {
  const { app } = await launch(['--lang=ru'], { LANGUAGE: 'de_AT:en' });

  const languages = await app.evaluate(({ app: self }) => [self.getLocale(), self.getPreferredSystemLanguages()]);

  expect(languages).toEqual(['ru', ['de-AT', 'en', 'en-US']]);
});

test('the app knows its name, version and folders, and that it is not packaged', async ({ launch, userData }) => {
  const { app } = await launch();

  const facts = await app.evaluate(({ app: self }) => ({
    name: self.getName(),
    version: self.getVersion(),
    userData: self.getPath('userData'),
    isPackaged: self.isPackaged,
    isLoginItem: self.getLoginItemSettings().openAtLogin,
  }));

  expect(facts).toEqual({ name: 'Sample', version: '1.2.3', userData, isPackaged: false, isLoginItem: false });
});

/** The command lines of every process that uses the data folder. */
function processesOf(userData: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      } catch {
        return ''; // it ended meanwhile
      }
    })
    .filter((line) => line.includes(userData));
}
