import type { Page } from '@playwright/test';
import { createWords } from '../../core/i18n/words.ts';
import { createLook, type Dress, dress, dresses } from '../support/look.ts';
import { openPeople, type PeopleFixtures } from '../support/people-page.ts';
import { expect, test } from './fixture.ts';

test.describe.configure({ mode: 'parallel' });

for (const dressed of dresses) {
  test(`people are whole and without barriers: ${dressed.language}, ${dressed.theme}`, async ({ launch, practice }) => {
    test.setTimeout(240_000);
    await walk({ launch, practice }, dressed);
  });
}

async function walk({ launch, practice }: PeopleFixtures, dressed: Dress): Promise<void> {
  const { app, page } = await openPeople({ launch, practice });
  await dress(page, dressed);
  const say = createWords(dressed.language);
  const { look, lookZoomed } = createLook({ app, page, ...dressed });
  const names = dressed.language === 'ru' ? ['Родители 5 «Б»', 'Водители, север'] : ['Parents 5 “B”', 'Drivers, north'];
  const rows = page.locator('[role="row"][aria-selected]');
  const tick = (index: number) => rows.nth(index).getByRole('gridcell').first().click();
  const button = (key: 'people.add' | 'people.allLists' | 'people.emptyAction' | 'people.showAll') =>
    page.getByRole('button', { name: say(key) });
  const bar = page.getByRole('toolbar', { name: say('people.chosenBar') });
  const inBar = (key: 'people.addToList' | 'people.export' | 'people.check' | 'people.newGroup') =>
    bar.getByRole('button', { name: say(key) });

  await makeLists(page, names);
  practice.world.quota.setCap('checkWhatsapp', 12);
  for (const index of [0, 1, 2, 4, 5, 7]) await tick(index);
  await inBar('people.check').click();
  await expect(page.getByText(say('people.checked', { count: 6 }))).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press('Escape');
  await look('people-list');
  await lookZoomed('people-list');

  for (const index of [0, 3, 5]) await tick(index);
  await look('people-chosen');
  await inBar('people.addToList').click();
  await look('people-add-to-list', ['large', 'small']);
  await page.keyboard.press('Escape');
  await inBar('people.export').click();
  await look('people-export', ['large', 'small']);
  await page.keyboard.press('Escape');

  await button('people.allLists').click();
  await look('people-lists', ['large', 'small']);
  await page
    .getByRole('dialog', { name: say('people.filter') })
    .getByRole('button', { name: new RegExp(`^${names[0]}`) })
    .click();
  await look('people-one-list');
  await page.keyboard.press('ControlOrMeta+f');
  await page.keyboard.type('zzz');
  await expect(page.getByText(say('people.noneFoundTitle'))).toBeVisible();
  await look('people-none', ['large', 'small']);
  await button('people.showAll').click();

  await rows.nth(1).getByRole('gridcell').nth(1).click();
  await look('people-person');
  await lookZoomed('people-person');
  await page
    .getByRole('complementary', { name: say('people.person') })
    .getByRole('button', { name: say('shell.close') })
    .click();

  await page.locator('[role="grid"]').focus();
  await page.keyboard.press('ControlOrMeta+a');
  await inBar('people.check').click();
  await expect(page.getByText(say('people.checkStopped', { done: 6, total: 237 }))).toBeVisible({ timeout: 30_000 });
  await look('people-checks-stopped');
  await page
    .getByRole('alert')
    .getByRole('button', { name: say('shell.close') })
    .click();

  await button('people.add').click();
  const dialog = page.getByRole('dialog', { name: say('people.addTitle') });
  await dialog.getByLabel(say('people.addNumbers')).fill('+7 900 000-01-02');
  await expect(dialog.getByLabel(say('people.addNumbers'))).toHaveAccessibleDescription(/\+7/);
  await look('people-add', ['large', 'small']);
  await page.keyboard.press('Escape');

  await page.locator('[role="grid"]').focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await expect(page.getByText(say('people.emptyTitle'))).toBeVisible();
  await practice.goOffline();
  await button('people.emptyAction').click();
  await expect(page.getByRole('alert')).toBeVisible({ timeout: 30_000 });
  await look('people-empty');
}

/** Two lists of the first people, one of them in both. */
async function makeLists(page: Page, names: readonly string[]): Promise<void> {
  await page.evaluate(async (listNames) => {
    const snapshot = await window.api['app.snapshot']({});
    const accountId = (snapshot.ok && snapshot.value.accounts.currentId) || '';
    const filter = { source: 'any', listId: null, whatsapp: 'any', groups: 'any' } as const;
    const question = { accountId, text: '', filter, order: 'name', offset: 0 } as const;
    for (const [place, name] of listNames.entries()) {
      const ids = await window.api['people.ids']({ ...question, limit: 4 + place });
      await window.api['lists.create']({ accountId, name, chatIds: ids.ok ? ids.value.slice(3 * place) : [] });
    }
  }, names);
}
