import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hurried, setUpAccount } from '../support/clerk.ts';
import { checkFile, startChecked, writeGroups } from '../support/start-run.ts';
import { expect, test } from './fixture.ts';

/** The size tells which one the service was given. */
const jpeg = (size: number) => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(size - 4)]);

test('each group gets the picture that its row names, also when the file is gone by then', async ({
  launch,
  practice,
  userData,
}) => {
  test.setTimeout(120_000);
  const names = ['6 A', '6 B', '6 C'];
  const file = await writeGroups(userData, practice, names, ['a.jpg', 'b.jpg', '../c.jpg']);
  const put = (name: string, size: number) => writeFileSync(path.join(path.dirname(file), name), jpeg(size));
  put('a.jpg', 1001);
  put('../c.jpg', 3003);
  const started = await launch([], hurried);
  const { page } = started;
  const row = (name: string) =>
    page.getByRole('region', { name: 'Rows of the spreadsheet' }).getByRole('listitem').filter({ hasText: name });
  await setUpAccount(page, practice);
  await checkFile(started, file, 3);
  await expect(row('6 A')).toContainText('ready');
  await expect(row('6 B')).toContainText('“b.jpg” is not in the spreadsheet’s folder.');
  await expect(row('6 C')).toContainText('“../c.jpg” is outside the spreadsheet’s folder.');

  put('b.jpg', 2002);
  await row('6 B').getByRole('button', { name: 'Look again' }).click();
  await expect(row('6 B')).toContainText('ready');
  await row('6 C').getByRole('button', { name: 'Leave the picture out' }).click();
  for (const name of ['a.jpg', 'b.jpg']) rmSync(path.join(path.dirname(file), name));
  await startChecked(page, 3);

  await expect(page.getByText('Done: 3 of 3 created')).toBeVisible({ timeout: 60_000 });
  const nameOf = new Map(practice.world.groups.map(({ chatId, name }) => [chatId, name]));
  const pictures = () =>
    practice.world.effects.flatMap((effect) =>
      effect.what === 'picture-set' ? [`${nameOf.get(effect.chatId)}: ${effect.bytes}`] : [],
    );
  await expect.poll(pictures).toEqual(['6 A: 1001', '6 B: 2002']);
});
