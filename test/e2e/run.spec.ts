import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createPractice, type Practice } from '../../main/practice/practice.ts';
import { readTableFile } from '../../main/spreadsheet/read-table-file.ts';
import { openZip } from '../../main/spreadsheet/zip.ts';
import { systemClock } from '../../main/system-clock.ts';
import { accountCard, hurried, openSection, setUpAccount, typeAccount } from '../support/clerk.ts';
import { openRun, startRun, writeGroups } from '../support/start-run.ts';
import { expect, test } from './fixture.ts';

test.describe.configure({ mode: 'parallel', timeout: 120_000 });

/** The groups that came to be on the server, in their order; one that came twice is there twice. */
const made = ({ world }: Practice): readonly string[] =>
  world.effects.flatMap((effect) => (effect.what === 'group-created' ? effect.name : []));

const sentAt = ({ calls }: Practice): readonly number[] =>
  calls.flatMap(({ method, atMs }) => (method === 'createGroup' ? atMs : []));

const soon = { timeout: 30_000 };

test('killed twice in mid-run it goes on by itself, and each group is made once', async ({
  launch,
  crash,
  practice,
  userData,
}) => {
  const names = ['5 A', '5 B', '5 C', '5 D'];
  const file = await writeGroups(userData, practice, names);
  practice.faults.nth('createGroup', 'hang-after-effect', 2);
  const first = await launch([], hurried);
  await setUpAccount(first.page, practice);
  await startRun(first, file, 4);

  await expect.poll(() => made(practice), soon).toHaveLength(2);
  await crash(); // the second is on the wire
  await launch([], hurried);
  await expect.poll(() => made(practice), soon).toHaveLength(3);
  await crash(); // nobody knows whether the answer was written down
  const { page } = await launch([], hurried);
  await openRun(page, file);

  await expect(page.getByText('Done: 4 of 4 created')).toBeVisible({ timeout: 60_000 });
  expect(made(practice)).toEqual(names);
  expect(sentAt(practice)).toHaveLength(4);
});

test('WhatsApp’s own warning stops the run, also over a restart, until a person lets it go on', async ({
  launch,
  restart,
  practice,
  userData,
}) => {
  const file = await writeGroups(userData, practice, ['6 A', '6 B', '6 C']);
  practice.faults.nth('createGroup', 'rate-overlimit', 2);
  const first = await launch([], hurried);
  await setUpAccount(first.page, practice);
  await startRun(first, file, 3);
  const warning = 'We stopped: WhatsApp says that too many groups were made in a short time.';
  await expect(first.page.getByText(warning)).toBeVisible(soon);
  const { page } = await restart();
  await openRun(page, file);
  await expect(page.getByText(warning)).toBeVisible();
  expect(sentAt(practice)).toHaveLength(2);

  await page.getByRole('button', { name: 'Go on', exact: true }).click();

  await expect(page.getByText('Done: 2 of 3 created')).toBeVisible(soon);
  await expect(page.getByText('0 refused, 1 to check, 0 skipped.')).toBeVisible();
  expect(made(practice)).toEqual(['6 A', '6 C']);
  expect(sentAt(practice)).toHaveLength(3);
});

test('two accounts go on side by side, each at its own pace', async ({ launch, practice, userData }) => {
  const other = await createPractice({ seed: 2, clock: systemClock, world: { own: '79000009999' } });
  const ours = await writeGroups(path.join(userData, 'ours'), practice, ['7 A', '7 B', '7 C']);
  const theirs = await writeGroups(path.join(userData, 'theirs'), other, ['8 A', '8 B', '8 C']);
  const started = await launch([], hurried);
  const { page } = started;
  await setUpAccount(page, practice);
  await startRun(started, ours, 3);
  await openSection(page, 'Settings');
  await page.getByRole('button', { name: 'Add an account' }).click();
  await typeAccount(page, other, { label: 'School 6' });
  await expect(page.getByText('The account is saved')).toBeVisible();
  await page.getByRole('button', { name: 'Use this one' }).click();
  await expect(accountCard(page)).toContainText('School 6');
  await startRun(started, theirs, 3);

  await expect(page.getByText('Done: 3 of 3 created')).toBeVisible(soon);
  await expect.poll(() => made(practice), soon).toEqual(['7 A', '7 B', '7 C']);
  expect(made(other)).toEqual(['8 A', '8 B', '8 C']);
  const [times, otherTimes] = [sentAt(practice), sentAt(other)];
  for (const [first = 0, second = 0, third = 0] of [times, otherTimes]) {
    expect(second - first).toBeGreaterThanOrEqual(4_900); // five minutes at sixty times the speed
    expect(third - second).toBeGreaterThanOrEqual(4_900);
  }
  expect(otherTimes[0]).toBeLessThan(times[2] ?? 0);
  await other.close();
});

test('the results lie beside the spreadsheet, everything in them typed as text', async ({
  launch,
  practice,
  userData,
}) => {
  const names = ['007', '=SUM(A1:A9)'];
  const file = await writeGroups(userData, practice, names);
  const started = await launch([], hurried);
  await setUpAccount(started.page, practice);
  await startRun(started, file, 2);

  await expect(started.page.getByText('The results are in “Classes - results.xlsx”.')).toBeVisible(soon);

  const results = path.join(path.dirname(file), 'Classes - results.xlsx');
  const cells = async () => {
    const read = await readTableFile(readFileSync(results), results);
    return read.ok ? read.value.tables[0]?.rows.slice(1).map((row) => row.cells.slice(1, 5)) : [];
  };
  const links = practice.world.groups.map(({ link }) => link);
  await expect.poll(cells, soon).toEqual([
    ['007', 'created', links[0], '2'],
    ['=SUM(A1:A9)', 'created', links[1], '2'],
  ]);
  const sheet = Buffer.from(
    openZip(readFileSync(results), 10_000_000).read('xl/worksheets/sheet1.xml') ?? [],
  ).toString();
  const filled = [...sheet.matchAll(/<c [^>]*[^/]>/g)].map(([cell]) => cell);
  expect(filled.length).toBeGreaterThan(18);
  expect(filled.filter((cell) => !cell.includes(' t="s"'))).toEqual([]);
});
