import type { ElectronApplication, Page } from '@playwright/test';
import { createWords } from '../../core/i18n/words.ts';
import type {} from '../../preload/window.d.ts';
import { hurried } from '../support/clerk.ts';
import { createLook, type Dress, dress, dresses } from '../support/look.ts';
import { dropFile } from '../support/people-files.ts';
import { knownNumbers, personRows } from '../support/sheet-files.ts';
import { expect, test } from './fixture.ts';

test.describe.configure({ mode: 'parallel' });

for (const { language, theme } of dresses) {
  test(`from a spreadsheet to a run, whole and without barriers: ${language}, ${theme}`, async ({ launch }) => {
    test.setTimeout(240_000);
    const { app, page } = await launch([], { ...hurried, LANGUAGE: language, LANG: `${language}.UTF-8` });
    await walkThroughRun({ app, page, language, theme });
  });
}

type Walk = Dress & { readonly app: ElectronApplication; readonly page: Page };

async function walkThroughRun({ app, page, language, theme }: Walk): Promise<void> {
  const say = createWords(language);
  await dress(page, { language, theme });
  const { look, lookZoomed } = createLook({ app, page, language, theme });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const inDialog = (name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true });

  await page.getByRole('button', { name: new RegExp(say('firstRun.practiceTitle')) }).click();
  const numbers = await knownNumbers(page, 24);
  await page
    .getByRole('navigation')
    .getByRole('button', { name: say('sheet.title') })
    .click();
  await look('sheet-door');
  await lookZoomed('sheet-door');

  await dropFile(page.locator('.drop-zone'), sheetOf(language, numbers));
  await expect(button(say('sheet.checkVerb', { count: 8 }))).toBeVisible();
  await look('sheet-columns');
  await page.getByLabel(say('sheet.byPattern')).check();
  await expect(page.getByLabel(say('sheet.pattern'))).toBeVisible();
  await look('sheet-pattern', ['large', 'small']);
  await page.getByLabel(say('sheet.byPattern')).uncheck();
  await lookZoomed('sheet-columns');

  await button(say('sheet.checkVerb', { count: 8 })).click();
  const rows = page.getByRole('region', { name: say('sheet.list') });
  await expect(rows.getByText(say('sheet.isToFix')).first()).toBeVisible();
  await look('sheet-check');
  await lookZoomed('sheet-check');
  await rows.getByRole('button', { name: say('sheet.typeIn') }).click();
  await expect(page.getByLabel(say('newGroup.name'))).toBeVisible();
  await look('sheet-edit', ['large', 'small']);
  await inDialog(say('shell.back')).click();
  await rows.getByRole('button', { name: say('sheet.goWithout') }).click();

  await button(say('sheet.goOn', { count: 8 })).click();
  await expect(page.getByText(say('sheet.doneTitle')).first()).toBeVisible();
  await look('sheet-plan');
  await lookZoomed('sheet-plan');
  await page.getByLabel(say('sheet.beginAt')).check();
  await button(say('sheet.start', { count: 8 })).click();
  await look('sheet-start', ['large', 'small']);
  await inDialog(say('sheet.startVerb')).click();

  await expect(button(say('run.pause'))).toBeVisible();
  await look('run-waiting');
  await lookZoomed('run-waiting');
  await button(say('run.pause')).click();
  await expect(page.getByText(say('run.pausedText'))).toBeVisible();
  await look('run-paused', ['large', 'small']);
  await page
    .locator('.head')
    .getByRole('button', { name: say('run.more') })
    .click();
  await page.getByRole('menuitem', { name: say('run.changePlan') }).click();
  await page.evaluate(() => window.api['practice.setTrouble']({ trouble: 'person-not-added', clock: 'fastest' }));
  await look('run-plan', ['large', 'small']);
  await button(say('run.planDone')).click();
  await page
    .locator('.head')
    .getByRole('button', { name: say('run.more') })
    .click();
  await page.getByRole('menuitem', { name: say('run.stop') }).click();
  await look('run-stop', ['large', 'small']);
  await inDialog(say('run.stopVerb')).click();
  await expect(page.getByText(new RegExp(say('run.stoppedTitle', { created: 0, total: 8 }).slice(0, 8)))).toBeVisible();
  await look('run-ended');
}

/** Eight groups of three; one number is too short. */
function sheetOf(language: Dress['language'], numbers: readonly string[]) {
  const name = (group: number) =>
    language === 'ru' ? `5 «${'АБВГДЕЖЗ'[group]}», школа 12` : `5 “${'ABCDEFGH'[group]}”, school 12`;
  const person = language === 'ru' ? 'Константинопольская Александра' : 'Alexandra of Constantinople';
  const lines = numbers.map((phone, n) => [name(Math.floor(n / 3)), `${person} ${n}`, phone] as const);
  return personRows([...lines, [name(1), person, '905 718']]);
}
