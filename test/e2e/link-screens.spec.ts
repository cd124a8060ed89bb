import type { Page } from '@playwright/test';
import { createWords } from '../../core/i18n/words.ts';
import type { Practice } from '../../main/practice/practice.ts';
import type { Apps } from '../support/apps.ts';
import { typeAccount } from '../support/clerk.ts';
import { createLook, type Dress, dress, dresses } from '../support/look.ts';
import { expect, test } from './fixture.ts';

test.describe.configure({ mode: 'parallel' });

for (const dressed of dresses) {
  test(`linking a phone is whole and without barriers: ${dressed.language}, ${dressed.theme}`, async ({
    launch,
    practice,
  }) => {
    test.setTimeout(240_000);
    await walk({ launch, practice }, dressed);
  });
}

type Walk = { readonly launch: Apps['launch']; readonly practice: Practice };

async function walk({ launch, practice }: Walk, dressed: Dress): Promise<void> {
  practice.world.instance.set('notAuthorized');
  const { app, page } = await launch();
  await page.getByRole('button', { name: /Type in an account/ }).click();
  await typeAccount(page, practice);
  await expect(page.getByRole('heading', { name: 'Link the phone' })).toBeVisible();
  await dress(page, dressed);
  const say = createWords(dressed.language);
  const { look, lookZoomed } = createLook({ app, page, ...dressed });
  const button = (key: 'linkPhone.usePairing' | 'linkPhone.useQr' | 'linkPhone.getCode') =>
    page.getByRole('button', { name: say(key) });

  await expect(page.getByRole('img', { name: say('linkPhone.qrLabel') })).toBeVisible();
  await look('link-phone');
  await lookZoomed('link-phone');

  await button('linkPhone.usePairing').click();
  const number = page.getByLabel(say('linkPhone.phone'));
  await number.fill('8 900 000-00-00');
  await button('linkPhone.getCode').click();
  await expect(number).toHaveAccessibleDescription(/8 900 000/);
  await look('link-phone-number');

  await number.fill('+7 900 000-00-00');
  await button('linkPhone.getCode').click();
  await expect(page.getByRole('status').filter({ hasText: say('linkPhone.code') })).toContainText(/[A-Z0-9]{4}/);
  await look('link-phone-code', ['large', 'small']);

  await button('linkPhone.useQr').click();
  await practice.goOffline();
  await expect(page.getByRole('alert')).toBeVisible({ timeout: 30_000 });
  await look('link-phone-failure', ['large', 'small']);
  await lookAtSettings(page, dressed);
  await look('settings-not-linked', ['large', 'small']);
}

/** The account as Settings show it when something is wrong with it. */
async function lookAtSettings(page: Page, { language }: Dress): Promise<void> {
  const say = createWords(language);
  await page
    .getByRole('navigation')
    .getByRole('button', { name: say('shell.settings') })
    .first()
    .click();
  await expect(page.getByRole('heading', { name: say('settings.title'), level: 1 })).toBeVisible();
}
