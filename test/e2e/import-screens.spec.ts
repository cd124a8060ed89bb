import type { ElectronApplication, Page } from '@playwright/test';
import { createWords } from '../../core/i18n/words.ts';
import { createLook, type Dress, dress, dresses } from '../support/look.ts';
import { answerDialog } from '../support/native.ts';
import { dropFile, peopleFile } from '../support/people-files.ts';
import { expect, test } from './fixture.ts';

test.describe.configure({ mode: 'parallel' });

for (const { language, theme } of dresses) {
  test(`people from files and lists are whole and without barriers: ${language}, ${theme}`, async ({ launch }) => {
    test.setTimeout(240_000);
    const { app, page } = await launch([], { LANGUAGE: language, LANG: `${language}.UTF-8` });
    await walkThroughImport({ app, page, language, theme });
  });
}

type Walk = Dress & { readonly app: ElectronApplication; readonly page: Page };

async function walkThroughImport({ app, page, language, theme }: Walk): Promise<void> {
  const say = createWords(language);
  await dress(page, { language, theme });
  const { look, lookZoomed } = createLook({ app, page, language, theme });
  const button = (name: string) => page.getByRole('button', { name });
  const choose = async (file: string) => {
    await answerDialog(app, 'showOpenDialog', { canceled: false, filePaths: [file] });
    await button(say('peopleImport.choose'))
      .or(button(say('peopleImport.another')))
      .first()
      .click();
  };
  const found = (count: number) => page.getByRole('heading', { name: say('peopleImport.people', { count }) });

  await button(say('firstRun.practiceTitle')).click();
  await button(say('savedLists.add')).click();
  await expect(page.getByText(say('savedLists.none'))).toBeVisible();
  await look('saved-lists-none', ['large', 'small']);
  await page.keyboard.press('Escape');

  await page
    .getByRole('navigation')
    .getByRole('button', { name: say('shell.people') })
    .first()
    .click();
  await button(say('people.importFile')).click();
  await look('import-door');
  await lookZoomed('import-door');
  await choose(peopleFile('cut-off.vcf').replace('cut-off', 'not-there'));
  await expect(page.getByRole('alert')).toBeVisible();
  await look('import-failure', ['large', 'small']);
  await button(say('peopleImport.paste')).click();
  await look('import-paste', ['large', 'small']);
  await button(say('shell.back')).click();

  await choose(peopleFile('1c-employees.xlsx'));
  await expect(found(4)).toBeVisible();
  await look('import-table');
  await lookZoomed('import-table');
  await dropFile(page.getByRole('heading', { name: say('peopleImport.title') }).locator('~ .import-body'), wideFile());
  await expect(found(30)).toBeVisible();
  await look('import-wide');
  await choose(peopleFile('iphone-3.0.vcf'));
  await expect(found(4)).toBeVisible();
  await page.getByLabel(say('peopleImport.asList')).check();
  await look('import-cards');
  const listName = 'Хор и учителя младших классов, весна 2027';
  await page.getByLabel(say('peopleImport.listName')).fill(listName);
  await button(say('peopleImport.keep', { count: 4 })).click();
  await expect(page.getByText(say('peopleImport.kept', { count: 4 }))).toBeVisible();
  await look('import-done', ['large', 'small']);

  await page
    .getByRole('navigation')
    .getByRole('button', { name: say('shell.newGroup') })
    .first()
    .click();
  await button(say('savedLists.add')).click();
  await look('saved-lists', ['large', 'small']);
  await button(listName).click();
  await expect(page.getByRole('list', { name: say('newGroup.chips') }).getByRole('listitem')).toHaveCount(4);
  await look('saved-list-added');
}

/** Forty columns with long headings, and lines that give nobody. */
function wideFile(): { name: string; text: string } {
  const columns = Array.from(
    { length: 38 },
    (_, n) => `Согласие родителя (законного представителя) на обработку, пункт ${n}`,
  );
  const person = (n: number) => [
    `Константинопольская Александра ${n}`,
    `8 900 000-00-${10 + n}`,
    ...columns.map(() => 'да'),
  ];
  const rows = [
    ['ФИО', 'Телефон', ...columns],
    ...Array.from({ length: 30 }, (_, n) => person(n)),
    ['Без номера', 'нет'],
  ];
  return {
    name: `${'Родители и законные представители '.repeat(4)}.csv`,
    text: rows.map((row) => row.join(';')).join('\n'),
  };
}
