import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { type Launch, launchApp, type RunningApp } from './launch-app.ts';
import { leaksIn, placeOf, placesOfFolder, placesOfRunning } from './leaks.ts';
import { createTokenSearch, type FindToken } from './token-search.ts';

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

/**
 * Gives a test its apps, and afterwards ends what still runs and removes the data folder. It fails when the `token` of its
 * accounts is then in a window, a command line, what the app printed or told the window or the clipboard, or in any file.
 */
export async function withApps(
  appFolder: string,
  use: (apps: Apps) => Promise<void>,
  token: string | null = null,
): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'creategroup-e2e-'));
  const userData = path.join(folder, 'data');
  const saidFile = path.join(folder, 'said.jsonl');
  mkdirSync(userData);
  const all: RunningApp[] = [];
  let last: Pick<Launch, 'args' | 'env'> = {};

  async function start(args: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Promise<RunningApp> {
    last = { args, env };
    const running = await launchApp({ appFolder, userData, saidFile, args, env });
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

  const output = (): string => all.map((running) => running.output()).join('');

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
      output,
    });
    if (token !== null) await expectNoLeaks(createTokenSearch(token));
  } finally {
    for (const running of all) await running.quit();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }

  async function expectNoLeaks(find: FindToken): Promise<void> {
    const shown = await Promise.all(all.map(({ app }) => placesOfRunning(app)));
    for (const running of all) await running.quit();
    const said = existsSync(saidFile) ? readFileSync(saidFile, 'utf8').split('\n') : [];
    const places = [
      ...shown.flat(),
      placeOf('what the app printed', output()),
      ...said.map((line) => placeOf(`what main said (${line.split(' ', 2).join(' ')})`, line)),
      ...placesOfFolder(userData),
    ];
    const leaks = leaksIn(places, find);
    if (leaks.length > 0) throw new Error(`The key of the account is where it must not be:\n${leaks.join('\n')}`);
  }
}
