import { mkdirSync } from 'node:fs';
import { createWords } from '../../core/i18n/words.ts';
import type {} from '../../preload/window.d.ts';
import { ageGroup } from '../support/age-group.ts';
import { askForGroup, firstNumbers, hurried, openSection, seeReady, setUpAccount } from '../support/clerk.ts';
import { policyFolderOf } from '../support/launch-app.ts';
import { createLook, dress, dresses } from '../support/look.ts';
import { writePolicy } from '../support/policy-file.ts';
import { expect, test } from './fixture.ts';

test.describe.configure({ mode: 'parallel' });

for (const { language, theme } of dresses) {
  test(`what the administrator decides is whole and without barriers: ${language}, ${theme}`, async ({
    apps,
    launch,
    practice,
    userData,
  }) => {
    test.setTimeout(240_000);
    const say = createWords(language);
    mkdirSync(policyFolderOf(userData));
    const first = await launch([], hurried);
    await setUpAccount(first.page, practice);
    for (const name of ['Old', 'New']) {
      if (name === 'New') await openSection(first.page, 'New group');
      await askForGroup(first.page, { name, numbers: firstNumbers(practice, 2) });
      await seeReady(first.page, name);
    }
    await apps.quit();
    ageGroup(userData, 'Old', 425 * 86_400_000);

    const { app, page } = await launch([], hurried);
    await dress(page, { language, theme });
    const { look, lookZoomed } = createLook({ app, page, language, theme });
    await page
      .getByRole('navigation')
      .getByRole('button', { name: say('shell.settings') })
      .click();
    const record = page.locator('.set-row').filter({ hasText: say('settings.keepFor') });
    await record.getByRole('combobox').selectOption('1-year');
    await expect(page.getByRole('dialog')).toContainText(say('settings.shortenGroups', { count: 1 }));
    await look('policy-shorter', ['large', 'small']);
    await page.keyboard.press('Escape');
    await record.scrollIntoViewIfNeeded();
    await look('policy-record');

    writePolicy(userData, {
      settings: {
        paceMinutes: 5,
        closeToTray: true,
        hours: { from: '08:30', to: '20:00' },
        keepRecordsFor: 'for-ever',
      },
      ...{ limits: { groupsPerDay: 25 }, accountsByHand: false },
    });
    await expect(page.getByText(say('settings.accountsLocked'))).toBeVisible();
    await page.locator('.settings').evaluate((top) => top.scrollIntoView());
    await look('policy-locked');
    await lookZoomed('policy-locked');
    await page.getByText(say('settings.making')).evaluate((heading) => heading.scrollIntoView());
    await look('policy-locked-making');

    writePolicy(userData, '{"version": 1, "limits": {"groupsPerDay": 25, "groupsPerDay": 50}}');
    await expect(page.getByRole('alert')).toContainText('limits.groupsPerDay');
    await look('policy-bad');
  });
}

for (const language of ['en', 'ru'] as const) {
  test(`the first screen without its doors is whole and without barriers: ${language}`, async ({
    launch,
    userData,
  }) => {
    writePolicy(userData, { settings: { language, theme: 'light' }, accountsByHand: false });
    const { app, page } = await launch([], hurried);
    const { look } = createLook({ app, page, language, theme: 'light' });

    await expect(page.getByText(createWords(language)('settings.accountsLocked'))).toBeVisible();
    await look('policy-first-run');
  });
}
