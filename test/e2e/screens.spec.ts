import type { ElectronApplication, Page } from '@playwright/test';
import type { Practice } from '../../core/contract/events.ts';
import { createWords } from '../../core/i18n/words.ts';
import type {} from '../../preload/window.d.ts';
import { hurried } from '../support/clerk.ts';
import { createLook, type Dress, dress, dresses } from '../support/look.ts';
import { expect, test } from './fixture.ts';

test.describe.configure({ mode: 'parallel' });

for (const { language, theme } of dresses) {
  test(`every screen is whole and without barriers: ${language}, ${theme}`, async ({ launch, practice }) => {
    test.setTimeout(240_000);
    const { app, page } = await launch([], { ...hurried, LANGUAGE: language, LANG: `${language}.UTF-8` });
    await walk({ app, page, language, theme });
    expect(practice.world.groups).toEqual([]); // all of it was practice
  });
}

type Walk = Dress & { readonly app: ElectronApplication; readonly page: Page };

async function walk({ app, page, language, theme }: Walk): Promise<void> {
  const say = createWords(language);
  await dress(page, { language, theme });
  const { look, lookZoomed } = createLook({ app, page, language, theme });
  const rail = (key: 'shell.newGroup' | 'shell.people' | 'shell.groups' | 'shell.settings') =>
    page
      .getByRole('navigation')
      .getByRole('button', { name: say(key) })
      .first()
      .click();

  await look('first-run');
  await page.getByRole('button', { name: new RegExp(say('firstRun.typeTitle')) }).click();
  await expect(page.getByRole('heading', { name: say('accountForm.newTitle') })).toBeVisible();
  await page.getByRole('button', { name: say('accountForm.save'), exact: true }).click();
  await look('account-form-problems');
  await page
    .getByRole('button', { name: say('shell.back') })
    .or(page.getByRole('button', { name: say('shell.cancel') }))
    .first()
    .click();

  await page.getByRole('button', { name: new RegExp(say('firstRun.practiceTitle')) }).click();
  const options = page.getByRole('listbox', { name: say('newGroup.found') }).getByRole('option');
  await expect(options.first()).toBeVisible();
  await look('new-group-empty');

  await rail('shell.groups');
  await look('groups-empty');

  await rail('shell.newGroup');
  const title = language === 'ru' ? 'Родители 5 «Б», 2026/27' : 'Parents 5 “B”, 2026/27';
  await page.getByLabel(say('newGroup.name')).fill(title);
  for (let index = 0; index < 5; index += 1) await options.nth(index * 3).click();
  await page.getByRole('combobox', { name: say('newGroup.people') }).fill('8 900 000-01-77');
  await page.keyboard.press('Enter');
  await expect(page.getByText(say('newGroup.look', { count: 1 })).first()).toBeVisible();
  await look('new-group-problem');
  await lookZoomed('new-group');
  await page
    .getByRole('button', { name: say('newGroup.takeOutShort'), exact: true })
    .first()
    .click();
  await page.getByRole('combobox', { name: say('newGroup.people') }).fill(language === 'ru' ? 'ан' : 'an');
  await expect(options.first()).toBeVisible();
  await look('new-group-filled');

  const create = async () => {
    await page
      .locator('.foot')
      .getByRole('button', {
        name: new RegExp(`^(${say('newGroup.create')}|${say('newGroup.queueAt', { time: '' }).trim()})`),
      })
      .click();
  };
  await create();
  await look('sum-up', ['large', 'small']);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp(`^(${say('newGroup.createIt')}|${say('newGroup.queueIt')})$`) })
    .click();
  await expect(page.getByText(say('result.ready'), { exact: true })).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('button', { name: say('result.check') })).toBeVisible({ timeout: 20_000 });
  await look('result-created');
  await lookZoomed('result');

  const askAgain = async (name: string) => {
    await rail('shell.newGroup');
    await page.getByLabel(say('newGroup.name')).fill(name);
    await page.getByRole('combobox', { name: say('newGroup.people') }).fill('');
    await options.nth(0).click();
    await create();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: new RegExp(`^(${say('newGroup.createIt')}|${say('newGroup.queueIt')})$`) })
      .click();
  };
  const practise = (practice: Practice) =>
    page.evaluate((wanted) => window.api['practice.setTrouble'](wanted), practice);

  await practise({ trouble: 'none', clock: 'real' });
  await askAgain(language === 'ru' ? 'Водители, север' : 'Drivers, north');
  await expect(page.getByText(say('result.queuedTitle'))).toBeVisible();
  await look('result-queued');
  await practise({ trouble: 'not-made-500', clock: 'fast' });
  await expect(page.getByText(say('result.unknownTitle'))).toBeVisible({ timeout: 20_000 });
  await look('result-unknown');
  await expect(page.getByRole('button', { name: say('result.itDoesNot') })).toBeVisible({ timeout: 40_000 });
  await look('result-please-check');

  await rail('shell.groups');
  await expect(
    page
      .getByRole('button', { name: title })
      .or(page.getByRole('link', { name: title }))
      .first(),
  ).toBeVisible();
  await look('groups-list');
  await page
    .getByRole('button', { name: title })
    .or(page.getByRole('link', { name: title }))
    .first()
    .click();
  await look('groups-detail');

  await practise({ trouble: 'quota', clock: 'fast' });
  await askAgain(language === 'ru' ? 'Школьный хор' : 'School choir');
  await expect(page.getByText(say('result.refusedTitle'), { exact: true })).toBeVisible({ timeout: 20_000 });
  await look('result-refused');

  await rail('shell.people');
  await expect(
    page
      .getByRole('grid', { name: say('people.list') })
      .getByRole('row')
      .nth(1),
  ).toBeVisible();
  await look('people');
  await rail('shell.settings');
  await look('settings');
  await lookZoomed('settings');
}
