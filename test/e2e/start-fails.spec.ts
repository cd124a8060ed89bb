import { readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { runApp } from '../support/launch-app.ts';
import { expect, test } from './fixture.ts';

test('data that cannot be opened end the start with a sentence and a code, instead of an app that nobody sees', async ({
  userData,
}) => {
  symlinkSync('no-such-folder/groups.db', path.join(userData, 'groups.db'));

  const { code, output } = await runApp({ userData });

  expect(code).toBe(1);
  expect(output).toContain('CreateGroup could not start');
  expect(output).toContain(userData);
  const logId = /Code for the administrator: ([\dA-F]{4}-\d\d)/.exec(output)?.[1] ?? 'none';
  expect(readFileSync(path.join(userData, 'logs', 'main.log'), 'utf8')).toContain(logId);
});

test('quitting is not closing: nobody is told that the app goes on', async ({ apps, launch, userData }) => {
  await launch();
  await apps.quit();

  const again = await launch();

  expect(readFileSync(path.join(userData, 'config.json'), { encoding: 'utf8', flag: 'a+' })).not.toContain(
    '"closeNoticeSeen": true',
  );
  expect(readFileSync(path.join(userData, 'logs', 'main.log'), { encoding: 'utf8', flag: 'a+' })).not.toContain(
    'unhandled',
  );
  await expect(again.page.locator('body')).toBeVisible();
});
