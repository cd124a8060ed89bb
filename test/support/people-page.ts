import { expect, type Locator, type Page } from '@playwright/test';
import type { Practice } from '../../main/practice/practice.ts';
import type {} from '../../preload/window.d.ts';
import type { Apps, Started } from './apps.ts';
import { openSection, setUpAccount } from './clerk.ts';

export type PeopleFixtures = { readonly launch: Apps['launch']; readonly practice: Practice };

/** From the first launch to the contacts of the practice phone. */
export async function openPeople({ launch, practice }: PeopleFixtures): Promise<Started> {
  const started = await launch();
  await setUpAccount(started.page, practice);
  await openSection(started.page, 'People');
  await seeTotal(started.page, 243);
  return started;
}

/** The list of contacts on the screen People. */
export const peopleGrid = (page: Page): Locator => page.getByRole('grid', { name: 'Contacts' });

/** Its rows that are drawn, without the head. */
export const peopleRows = (page: Page): Locator => peopleGrid(page).locator('[role="row"][aria-selected]');

/** The row that the keys point at. */
export const pointedRow = (page: Page): Locator => peopleGrid(page).locator('[data-active]');

export const peopleSearch = (page: Page): Locator => page.getByRole('searchbox', { name: 'Search' });

/** What floats over the list while somebody is chosen. */
export const chosenBar = (page: Page): Locator => page.getByRole('toolbar', { name: 'Chosen people' });

/** The open person. */
export const personPanel = (page: Page): Locator => page.getByRole('complementary', { name: 'Person' });

/** Chooses the row at this place by its tick, or lets it go. */
export const tick = (page: Page, index: number): Promise<void> =>
  peopleRows(page).nth(index).getByRole('gridcell').first().click();

/** Waits until the screen counts so many contacts. */
export const seeTotal = (page: Page, count: number): Promise<void> =>
  expect(page.getByRole('button', { name: new RegExp(`^All\\s*${count.toLocaleString('en-GB')}$`) })).toBeVisible();

/** Newcomer 0, Newcomer 1, … with numbers of their own, by the import. */
export const addMany = (page: Page, count: number): Promise<void> =>
  importPeople(
    page,
    Array.from({ length: count }, (_, n) => `Newcomer ${n};+7901${String(n).padStart(7, '0')}`),
  );

/** Imports lines of a table, `name;number`, as a file that was let go of in the window. */
export async function importPeople(page: Page, lines: readonly string[]): Promise<void> {
  const answer = await page.evaluate(
    async (text) => {
      const snapshot = await window.api['app.snapshot']({});
      const accountId = (snapshot.ok && snapshot.value.accounts.currentId) || '';
      const bytes = new TextEncoder().encode(text);
      const opened = await window.api['people.openFile']({ accountId, name: 'many.csv', bytes });
      if (!opened.ok) return opened.failure.code;
      const { importId } = opened.value;
      const kept = await window.api['people.import']({ accountId, importId, listName: null, toPhone: false });
      return kept.ok ? 'kept' : kept.failure.code;
    },
    ['Name;Phone', ...lines].join('\n'),
  );
  expect(answer).toBe('kept');
}
