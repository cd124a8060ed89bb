import type { Page } from '@playwright/test';
import type {} from '../../preload/window.d.ts';

/** The numbers of so many people of the account that is in use, as its phone lists them. */
export async function knownNumbers(page: Page, count: number): Promise<readonly string[]> {
  const phones = await page.evaluate(async (limit) => {
    const snapshot = await window.api['app.snapshot']({});
    const accountId = (snapshot.ok && snapshot.value.accounts.currentId) || '';
    await window.api['people.sync']({ accountId });
    const found = await window.api['people.search']({
      accountId,
      text: '',
      filter: { source: 'any', listId: null, whatsapp: 'any', groups: 'any' },
      order: 'name',
      offset: 0,
      limit,
    });
    return found.ok ? found.value.people.map(({ phone }) => phone) : [];
  }, count * 2);
  return phones.filter((phone) => phone !== '').slice(0, count);
}

type Line = readonly [group: string, name: string, phone: string];

/** A table of groups with a row for each person, as a clerk has it: `;` between the cells, a heading line. */
export const personRows = (lines: readonly Line[]) => ({
  name: 'Year 5.csv',
  text: ['Group;Parent;Phone', ...lines.map((line) => line.join(';'))].join('\r\n'),
});
