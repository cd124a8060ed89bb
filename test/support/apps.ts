import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { type Launch, launchApp, type RunningApp } from './launch-app.ts';

export type Started = { readonly app: ElectronApplication; readonly page: Page };

/** The app of one test, started as often as the test likes, always with the same data folder. */
export type Apps = {
  readonly userData: string;
  /** Starts the app and waits for its window. */
  launch(args?: readonly string[], env?: Readonly<Record<string, string>>): Promise<Started>;
  /** Starts the app where no window is to come, as with `--hidden`. */
  launchHidden(args?: readonly string[], env?: Readonly<Record<string, string>>): Promise<ElectronApplication>;
  /** Quits in order and starts again with the arguments and environment of the last launch. */
  restart(): Promise<Started>;
  quit(): Promise<void>;
  /** `kill -9`. */
  crash(): Promise<void>;
  /** What every launch so far has printed, on both streams. */
  output(): string;
};

/** Gives a test its apps, and afterwards ends what still runs and removes the data folder. */
export async function withApps(appFolder: string, use: (apps: Apps) => Promise<void>): Promise<void> {
  const userData = mkdtempSync(path.join(tmpdir(), 'creategroup-e2e-'));
  const all: RunningApp[] = [];
  let last: Pick<Launch, 'args' | 'env'> = {};

  async function start(args: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Promise<RunningApp> {
    last = { args, env };
    const running = await launchApp({ appFolder, userData, args, env });
    all.push(running);
    return running;
  }

  async function launch(args?: readonly string[], env?: Readonly<Record<string, string>>): Promise<Started> {
    const running = await start(args, env);
    return { app: running.app, page: await running.window() };
  }

  const newest = (): RunningApp => {
    const running = all.at(-1);
    if (!running) throw new Error('No app has been launched');
    return running;
  };

  try {
    await use({
      userData,
      launch,
      launchHidden: async (args, env) => (await start(args, env)).app,
      async restart() {
        await newest().quit();
        return launch(last.args, last.env);
      },
      quit: () => newest().quit(),
      crash: () => newest().crash(),
      output: () => all.map((running) => running.output()).join(''),
    });
  } finally {
    for (const running of all) await running.quit();
    rmSync(userData, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
