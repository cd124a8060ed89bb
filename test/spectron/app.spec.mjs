import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createWords } from '../../core/i18n/words.ts';
import { startAttached } from './attach.mjs';

const say = createWords('en');
const longest = { timeout: 30_000 };
let app;

before(async () => {
  app = await startAttached();
});

after(() => app?.stop());

test('the app opens one window with its name', async () => {
  await click(`//button[contains(., "${say('firstRun.practiceTitle')}")]`, { onlyWait: true });

  assert.match(await app.client.getTitle(), /CreateGroup$/);
  assert.equal(await app.client.getWindowCount(), 1);
});

test('the page has nothing of Node', async () => {
  const kinds = await app.client.execute(() => [typeof globalThis.require, typeof globalThis.process]);

  assert.deepEqual(kinds, ['undefined', 'undefined']);
});

test('a group is created by clicks on the practice account, and its link is shown', async () => {
  await click(`//button[contains(., "${say('firstRun.practiceTitle')}")]`);

  await (await field(say('newGroup.name'))).setValue('Choir, Friday');
  await (await field(say('newGroup.people'))).setValue('+7 900 123-45-67');
  await app.client.keys('Enter');
  await click('main .foot button.primary');
  await click('dialog[open] button.primary');

  const link = await field(say('result.link'));
  assert.match(await link.getValue(), /^https:\/\/chat\.whatsapp\.com\/\w+$/);
  assert.equal(await (await app.client.$('main h1')).getText(), 'Choir, Friday');
});

async function click(selector, { onlyWait = false } = {}) {
  const element = await app.client.$(selector);
  await element.waitForClickable(longest);
  if (!onlyWait) await element.click();
}

async function field(label) {
  const labelled = await app.client.$(`//label[normalize-space() = "${label}"]`);
  await labelled.waitForDisplayed(longest);
  return app.client.$(`[id="${await labelled.getAttribute('for')}"]`);
}
