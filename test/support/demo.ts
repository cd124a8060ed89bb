import { expect, type Page } from '@playwright/test';
import type {} from '../../preload/window.d.ts';
import { hurried, seeReady, startPractice } from './clerk.ts';
import { playDemo, type Stage } from './demo-stage.ts';

/** What the demo prints as its last line. */
type Shown = {
  readonly runtime: 'electron' | 'stand-in';
  readonly created: true;
  readonly chatId: string;
  readonly groupInviteLink: string;
  readonly members: { readonly in: number; readonly notYet: number };
  readonly screenshots: readonly string[];
};

const runtime = process.argv[2] === 'electron' ? 'electron' : 'stand-in';
const name = 'Friends of the demo';

await playDemo(hurried, show);

/** Practises with pretend people: a name, three of them ticked by search, the sum-up, the group and its link. */
async function show({ page, picture, screenshots }: Stage): Promise<Shown> {
  await picture('first-run');
  await startPractice(page);
  await page.getByLabel('Name of the group').fill(name);
  const search = page.getByRole('combobox', { name: 'People' });
  const found = page.getByRole('listbox', { name: 'Found people' }).getByRole('option');
  await expect(found.first()).toBeVisible();
  await search.focus();
  for (let person = 0; person < 3; person += 1) {
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
  }
  await expect(page.getByRole('list', { name: 'People in the group' }).getByRole('listitem')).toHaveCount(3);
  await picture('new-group');
  await page.getByRole('button', { name: 'Create the group' }).click();
  await picture('sum-up');
  await page.getByRole('dialog').getByRole('button', { name: 'Create', exact: true }).click();
  await seeReady(page, name);
  const link = page.getByLabel('Link for joining');
  await expect(link).toHaveValue(/^https:\/\/chat\.whatsapp\.com\//);
  await expect(page.getByRole('heading', { name: /\d+ in/ })).toBeVisible();
  await picture('result');
  const { chatId, members } = await created(page);
  const groupInviteLink = await link.inputValue();
  return { runtime, created: true, chatId, groupInviteLink, members, screenshots };
}

/** What the record says of the group. The window asks for it as it does when somebody opens it. */
async function created(page: Page): Promise<Pick<Shown, 'chatId' | 'members'>> {
  const job = await page.evaluate(async (wanted) => {
    const snapshot = await window.api['app.snapshot']({});
    const accountId = (snapshot.ok && snapshot.value.accounts.currentId) || '';
    const rows = await window.api['groups.find']({ accountId, text: wanted, offset: 0, limit: 1 });
    const jobId = (rows.ok && rows.value.rows[0]?.id) || '';
    const shown = await window.api['groups.show']({ accountId, jobId });
    return shown.ok ? shown.value : null;
  }, name);
  if (job?.state.at !== 'created') throw new Error('The record does not hold the group that the window shows');
  const members = job.membership?.members ?? [];
  const inside = members.filter(({ at }) => at === 'in').length;
  return {
    chatId: job.state.chatId,
    members: { in: inside, notYet: job.people.length - inside },
  };
}
