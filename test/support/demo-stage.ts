import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { launchApp } from './launch-app.ts';

/** The real app with nothing in it yet, and the folder in which a demo leaves what is to be looked at. */
export type Stage = {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** The whole path of a file in the folder `demo`. */
  readonly fileOf: (name: string) => string;
  /** Keeps a picture of the window as it is now. */
  readonly picture: (step: string) => Promise<void>;
  /** Those that were kept, from the top of the repository. */
  readonly screenshots: readonly string[];
};

const top = path.resolve(import.meta.dirname, '../..');

/** Opens the app, plays, prints what came of it as one line of JSON, and quits. */
export async function playDemo<Shown>(
  env: Readonly<Record<string, string>>,
  play: (stage: Stage) => Promise<Shown>,
): Promise<Shown> {
  rmSync(path.join(top, 'demo'), { recursive: true, force: true });
  mkdirSync(path.join(top, 'demo'), { recursive: true });
  const data = mkdtempSync(path.join(tmpdir(), 'creategroup-demo-'));
  const running = await launchApp({ userData: data, env });
  const screenshots: string[] = [];
  try {
    const page = await running.window();
    const shown = await play({
      ...{ app: running.app, page, screenshots },
      fileOf: (name) => path.join(top, 'demo', name),
      async picture(step) {
        const file = path.join('demo', `${screenshots.length + 1}-${step}.png`);
        await page.screenshot({ path: path.join(top, file) });
        screenshots.push(file);
      },
    });
    console.log(JSON.stringify(shown));
    return shown;
  } finally {
    await running.quit();
    rmSync(data, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
