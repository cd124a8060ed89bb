import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import type { SetupAccount } from '../../core/setup-file.ts';
import { type Making, makeSetup } from '../../main/setup-file/make-setup.ts';

export const samplePassphrase = 'correct horse battery staple';

type Credentials = Pick<SetupAccount, 'idInstance' | 'apiTokenInstance'> & { readonly apiUrl: string };

/** Two lists, one of them for a certain account. */
export const sampleLists = [
  { name: 'Branch heads', people: [{ name: 'Anna Petrova', phone: '+7 900 000-01-01' }] },
  {
    name: 'Drivers',
    people: [
      { name: 'Ivan Sidorov', phone: '+7 900 000-01-02' },
      { name: 'Lucía', phone: '+34 612 34 56 78' },
    ],
  },
];

/** The content of a set-up file for one account. */
export async function sealedSample(account: Credentials, change: Partial<Making> = {}): Promise<string> {
  const made = await makeSetup({
    label: 'Anna, front desk',
    accounts: [
      {
        label: 'School 5',
        idInstance: account.idInstance,
        apiTokenInstance: account.apiTokenInstance,
        apiUrl: account.apiUrl,
      },
    ],
    lists: sampleLists,
    madeAtMs: Date.now(),
    expiresAtMs: null,
    passphrase: samplePassphrase,
    file: 'for-anna.creategroup',
    ...change,
  });
  if (!made.ok) throw new Error(made.failure.code);
  return made.value;
}

/** Writes it as a file into a folder; the answer is its path. */
export function writeSample(folder: string, content: string, name = 'for-anna.creategroup'): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

export const setupDialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Set-up file' });
export const setupPreview = (page: Page): Locator => page.getByRole('dialog', { name: 'This is in the file' });

/** Types the passphrase and presses Enter. */
export async function typePassphrase(page: Page, passphrase: string): Promise<void> {
  const field = setupDialog(page).getByLabel('Passphrase', { exact: true });
  await field.fill(passphrase);
  await field.press('Enter');
}

/** From the question for the passphrase to the end. */
export async function useSetup(page: Page): Promise<void> {
  await typePassphrase(page, samplePassphrase);
  await setupPreview(page).getByRole('button', { name: 'Set up' }).click();
  await expect(setupPreview(page)).toBeHidden();
}
