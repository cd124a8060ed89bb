import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeResults } from '../../main/runs/sheet/write-results.ts';
import { type Apps, withApps } from '../support/apps.ts';
import { expect, test } from './fixture.ts';

/** Leaves the key somewhere, as a mistake of the app's would. */
type Plant = (apps: Apps, key: string) => Promise<unknown>;

const resultRow = { line: 2, name: 'Class 5 A', what: 'refused', link: '', in: [], notIn: [], atMs: null } as const;

const firstWindow = async ({ launch }: Apps) => (await launch()).page;

const plants: Readonly<Record<string, Plant>> = {
  'notes.bin: base64': async (apps, key) => {
    await apps.launch();
    writeFileSync(path.join(apps.userData, 'notes.bin'), Buffer.from(`key=${key}`).toString('base64'));
  },
  'Classes - results.xlsx: xl/sharedstrings.xml: as it is': async (apps, key) => {
    await apps.launch();
    const results = await writeResults('xlsx', [{ ...resultRow, reason: `The answer was ${key}` }], 'en');
    writeFileSync(path.join(apps.userData, 'Classes - results.xlsx'), results);
  },
  'the name of a file: as it is': async (apps, key) => {
    await apps.launch();
    writeFileSync(path.join(apps.userData, `${key}.tmp`), '');
  },
  'what the app printed: as it is': async ({ launch }, key) => {
    const { app } = await launch();
    await app.evaluate((_electron, text) => console.error(text), key);
  },
  'what main said (event accounts.leaked): as it is': async ({ launch }, key) => {
    const { app } = await launch();
    await app.evaluate(({ BrowserWindow }, text) => {
      for (const window of BrowserWindow.getAllWindows()) window.webContents.send('accounts.leaked', { text });
    }, key);
  },
  'what main said (answer app.snapshot): as it is': async (apps, key) => {
    const page = await firstWindow(apps);
    await page.evaluate(async (name) => {
      await window.api['draft.keep']({ practice: false, name, entries: [] });
      await window.api['app.snapshot']({});
    }, key);
  },
  'what main said (clipboard text): as it is': async (apps, key) => {
    const page = await firstWindow(apps);
    await page.evaluate((text) => window.api['app.copy']({ text }), key);
  },
  'the text of the window: as it is': async (apps, key) => {
    const page = await firstWindow(apps);
    await page.evaluate((text) => document.querySelector('h1')?.setAttribute('title', text.slice(5, 20)), key);
  },
  'a field of the window: as it is': async (apps, key) => {
    const page = await firstWindow(apps);
    await page.getByRole('button', { name: /Type in an account/ }).click();
    await page.getByLabel('Key', { exact: true }).fill(key);
  },
  ...(process.platform === 'linux' && { 'a command line: as it is': plantOnCommandLine }),
};

for (const [leak, plant] of Object.entries(plants)) {
  test(`a test fails over «${leak}»`, async ({ appFolder, practice }) => {
    const token = practice.apiTokenInstance;

    const outcome = withApps(appFolder, async (apps) => void (await plant(apps, token)), token);

    await expect(outcome).rejects.toThrow(leak);
    await expect(outcome).rejects.not.toThrow(token);
  });
}

async function plantOnCommandLine({ launch }: Apps, key: string): Promise<void> {
  const { app } = await launch();
  await app.evaluate((_electron, text) => {
    // Waits for a line that never comes, and ends with the app.
    process.getBuiltinModule('node:child_process').spawn('sh', ['-c', 'read line', text]);
  }, key);
}
