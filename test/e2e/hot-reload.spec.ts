import { utimesSync } from 'node:fs';
import path from 'node:path';
import { startPractice } from '../support/clerk.ts';
import { expect, test } from './fixture.ts';

const builtPage = path.resolve('out/renderer/index.html');

test('a window that was built anew is shown at once, with the draft that stood in it', async ({ launch }) => {
  const { page } = await launch([], { CREATEGROUP_RELOAD: 'yes' });
  await startPractice(page);
  await page.getByLabel('Name of the group').fill('Chess club');
  await page.evaluate(() => {
    document.documentElement.dataset.old = 'yes';
  });

  utimesSync(builtPage, new Date(), new Date());

  await expect(page.locator('html')).not.toHaveAttribute('data-old', 'yes');
  await expect(page.getByLabel('Name of the group')).toHaveValue('Chess club');
});
