import path from 'node:path';
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { openSection } from './clerk.ts';
import { answerDialog } from './native.ts';

/** A file of people as a program or a phone has saved it. */
export const peopleFile = (name: string): string => path.resolve(import.meta.dirname, '../fixtures/people', name);

/** The import of people, opened from the People screen. */
export async function openImport(page: Page): Promise<Locator> {
  await openSection(page, 'People');
  await page.getByRole('button', { name: 'Import a file' }).click();
  return importDialog(page);
}

export const importDialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Import people' });

/** Answers the system's question for a file and asks it, from the door of the import. */
export async function chooseFile(app: ElectronApplication, dialog: Locator, file: string): Promise<void> {
  await answerDialog(app, 'showOpenDialog', { canceled: false, filePaths: [file] });
  await dialog.getByRole('button', { name: /^Choose (a|another) file$/ }).click();
}

type Dropped = {
  readonly name: string;
  readonly text?: string;
  /** Of nothing but zeros. */
  readonly bytes?: number;
};

/** Lets go of a file over a place of the window, as the system's file manager does. */
export const dropFile = (place: Locator, { name, text = '', bytes = 0 }: Dropped): Promise<void> =>
  place.evaluate(
    (element, file) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([file.text, new Uint8Array(file.bytes)], file.name));
      for (const type of ['dragenter', 'dragover', 'drop']) {
        element.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      }
    },
    { name, text, bytes },
  );
