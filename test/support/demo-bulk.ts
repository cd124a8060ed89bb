import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { readTableFile } from '../../main/spreadsheet/read-table-file.ts';
import type {} from '../../preload/window.d.ts';
import { type Judgement, judgeBulk } from './bulk-judge.ts';
import { writeBulkSheet } from './bulk-sheet.ts';
import { bulkTroubles, createBystander } from './bulk-troubles.ts';
import { openSection, startPractice } from './clerk.ts';
import { playDemo, type Stage } from './demo-stage.ts';
import { answerDialog } from './native.ts';
import { knowPracticeAccount } from './practice-groups.ts';
import { readRows, readRun } from './run-page.ts';

/** What the demo prints as its last line. */
type Shown = {
  readonly groups: number;
  readonly created: number;
  readonly unknown: number;
  readonly refused: number;
  readonly duplicates: number;
  readonly resultsFile: string;
};

const groups = 200;
const account = await knowPracticeAccount();
const sheet = await writeBulkSheet(groups, account.people);

await playDemo({}, show);

/** A spreadsheet becomes two hundred groups while everything goes wrong that can be practised. */
async function show({ app, page, fileOf, picture }: Stage): Promise<Shown> {
  await startPractice(page);
  await page.getByLabel('Clock').selectOption('fastest');
  const file = fileOf('School.xlsx');
  writeFileSync(file, sheet.bytes);
  await answerDialog(app, 'showOpenDialog', { canceled: false, filePaths: [file] });
  await startRun(page, picture);

  const bystander = createBystander({ page, picture });
  for (const trouble of Object.keys(bulkTroubles) as (keyof typeof bulkTroubles)[]) await bystander.meet(trouble);
  await picture('going-on');
  await bystander.stayUntil(({ state }) => state.at === 'ended');
  await expect(page.getByText(/The results are in/)).toBeVisible();
  await picture('done');
  const { resultsFile, broken, ...counts } = await judge(page);
  for (const promise of broken) console.error(`Broken: ${promise}`);
  if (broken.length > 0) process.exitCode = 1;
  return { groups, ...counts, resultsFile };
}

/** What the app says, held against the service's own list of groups and against the file beside the spreadsheet. */
async function judge(page: Page): Promise<Judgement & { readonly resultsFile: string }> {
  const run = await readRun(page);
  const resultsFile = path.join('demo', run.resultsFile ?? 'no results file');
  const read = await readTableFile(readFileSync(resultsFile), resultsFile);
  const snapshot = await page.evaluate(() => window.api['app.snapshot']({}));
  const accounts = snapshot.ok ? snapshot.value.accounts.accounts : [];
  const apiUrl = accounts.find(({ practice }) => practice)?.apiUrl ?? '';
  const judged = judgeBulk({
    good: sheet.good,
    rows: await readRows(page, run),
    served: await account.groups(apiUrl),
    results: read.ok ? (read.value.tables[0]?.rows.map(({ cells }) => cells) ?? []) : [],
  });
  return { ...judged, resultsFile };
}

/** From the file to the first group, as a person goes: columns, check, plan. */
async function startRun(page: Page, picture: Stage['picture']): Promise<void> {
  const click = (name: string) => page.getByRole('button', { name, exact: true }).click();
  await openSection(page, 'From a spreadsheet');
  await click('Choose a file');
  await expect(page.getByRole('heading', { name: 'So it reads' })).toBeVisible();
  await picture('columns');
  await page.getByRole('button', { name: /^Check \d+ groups$/ }).click();
  await expect(page.getByText(`${sheet.duplicates + sheet.toFix} groups stay out until you decide.`)).toBeVisible();
  await picture('check');
  await click(`Go on with ${groups} groups`);
  await expect(page.getByRole('button', { name: `Start ${groups} groups` })).toBeEnabled();
  await picture('plan');
  await click(`Start ${groups} groups`);
  await page.getByRole('dialog').getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByRole('progressbar')).toBeVisible();
}
