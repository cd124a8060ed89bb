import type { Page } from '@playwright/test';
import { createWords, type Say } from '../../core/i18n/words.ts';
import { createLook, dress, dresses } from '../support/look.ts';
import { answerDialog } from '../support/native.ts';
import { dropFile } from '../support/people-files.ts';
import { sampleLists, samplePassphrase, sealedSample } from '../support/setup-samples.ts';
import { expect, test } from './fixture.ts';

test.describe.configure({ mode: 'parallel' });

const longName = 'Городская общеобразовательная школа № 5 имени А. С. Пушкина';

for (const { language, theme } of dresses) {
  test(`set-up files are whole and without barriers: ${language}, ${theme}`, async ({ launch, practice }) => {
    test.setTimeout(120_000);
    const say = createWords(language);
    const { app, page } = await launch([], { LANGUAGE: language, LANG: `${language}.UTF-8` });
    await dress(page, { language, theme });
    const { look, lookZoomed } = createLook({ app, page, language, theme });
    const { idInstance, apiTokenInstance, apiUrl } = practice;
    const content = await sealedSample(practice, {
      label: longName.slice(0, 60),
      accounts: [{ label: longName.slice(0, 60), idInstance, apiTokenInstance, apiUrl }],
      lists: [...sampleLists, { name: 'x'.repeat(100), people: [{ name: '', phone: '+79000000103' }] }],
      expiresAtMs: Date.now() + 86_400_000,
      policy: {
        version: 1,
        settings: { language, theme, openAtLogin: true, closeToTray: false, paceMinutes: 10 },
        limits: { leastPaceMinutes: 6, groupsPerDay: 20 },
        allowedHosts: ['api.school.example'],
        ...{ accountsByHand: true, practice: false, updates: false },
      },
    });

    await dropFile(page.locator('main'), { name: 'letter.creategroup', text: 'Dear Anna' });
    await expect(page.getByRole('dialog')).toContainText('letter.creategroup');
    await look('setup-refused', ['large', 'middle', 'small']);
    await page.keyboard.press('Escape');

    await dropFile(page.locator('main'), { name: `${'long-'.repeat(12)}.creategroup`, text: content });
    const field = page.getByRole('dialog').getByRole('textbox');
    await field.fill('not this one');
    await field.press('Enter');
    await expect(field).toHaveAccessibleDescription(say('setupFile.wrong'));
    await look('setup-passphrase');
    await lookZoomed('setup-passphrase');
    await field.fill(samplePassphrase);
    await field.press('Enter');
    await expect(page.getByRole('heading', { name: say('setupFile.previewTitle') })).toBeVisible();
    await look('setup-preview');
    await lookZoomed('setup-preview');
    await page.getByRole('button', { name: say('setupFile.use') }).click();
    await expect(page.getByRole('dialog')).toBeHidden();

    await openMaking(page, say);
    await expect(page.getByRole('checkbox', { name: /Drivers/ })).toBeVisible();
    await look('setup-make');
    await lookZoomed('setup-make');
    await page.getByRole('button', { name: say('setupFile.ownOne') }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('setupFile.save') })
      .click();
    await expect(page.getByLabel(say('setupFile.passphrase'), { exact: true })).toBeFocused();
    await look('setup-make-own');
    await page.getByRole('button', { name: say('setupFile.makeOne') }).click();
    await answerDialog(app, 'showSaveDialog', { canceled: false, filePath: '/nowhere/at/all.creategroup' });
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('setupFile.save') })
      .click();
    await expect(page.getByRole('alert')).toContainText(say('failure.not-saved'));
    await look('setup-make-not-saved', ['middle']);
  });
}

test('a set-up file is opened and made by keyboard alone', async ({ launch, practice, userData }) => {
  const { app, page } = await launch();
  await dropFile(page.locator('main'), { name: 'for-anna.creategroup', text: await sealedSample(practice) });
  await expect(page.getByRole('dialog', { name: 'Set-up file' })).toBeVisible();
  await page.keyboard.type(samplePassphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'This is in the file' })).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Set up' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'New group' })).toBeVisible();

  await page.keyboard.press('Control+Comma');
  const make = page.getByRole('button', { name: 'Make a file for a colleague' });
  await make.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'A set-up file for a colleague' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(make).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('For', { exact: true })).toBeVisible();
  await page.getByLabel('For', { exact: true }).focus();
  await page.keyboard.type('Oleg');
  await answerDialog(app, 'showSaveDialog', { canceled: false, filePath: `${userData}/oleg.creategroup` });
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'The set-up file is saved' })).toBeVisible();
});

async function openMaking(page: Page, say: Say): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('button', { name: say('shell.settings') })
    .click();
  await page.getByRole('button', { name: say('settings.makeSetup') }).click();
}
