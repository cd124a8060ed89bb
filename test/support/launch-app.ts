import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { keychainEnv } from './native.ts';

const top = path.resolve(import.meta.dirname, '../..');

export type Launch = {
  /** The folder with the app's package.json; the repository's own without it. */
  readonly appFolder?: string;
  readonly userData: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** A file that gets a line for all that main says to the window and to the clipboard. */
  readonly saidFile?: string;
};

export type RunningApp = {
  readonly app: ElectronApplication;
  /** Everything the app has printed so far, on both streams. */
  output(): string;
  /** The window, once it shows. */
  window(): Promise<Page>;
  /** Quits as a person would; by force when the app does not go within 10 seconds. */
  quit(): Promise<void>;
  /** `kill -9`: no line of the app's own runs any more. */
  crash(): Promise<void>;
};

/** Starts the built app on Electron, or on the stand-in where Electron's runtime is not there. */
export async function launchApp(launch: Launch): Promise<RunningApp> {
  const recorder = path.join(import.meta.dirname, 'record-native.cjs');
  const app = await _electron.launch({
    args: ['-r', recorder, ...argumentsOf(launch)],
    cwd: top,
    env: environment(launch),
    colorScheme: null, // else Playwright makes every page a light one
  });
  const child = app.process(); // taken now: after the end Playwright does not give it any more
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => printed.push(String(chunk)));
  const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : Promise.resolve();

  async function crash(): Promise<void> {
    child.kill('SIGKILL');
    await ended;
  }

  return {
    app,
    output: () => printed.join(''),
    crash,
    async window() {
      const page = await app.firstWindow();
      const window = await app.browserWindow(page);
      await page.waitForURL((url) => url.href !== 'about:blank');
      await window.evaluate((shown) => {
        if (shown.isVisible()) return;
        return new Promise<void>((resolve) => shown.once('show', () => resolve()));
      });
      return page;
    },
    async quit() {
      const force = setTimeout(() => void crash(), 10_000);
      await app.close().catch(() => {}); // it may be gone already
      await ended;
      clearTimeout(force);
    },
  };
}

/** Starts the app without Playwright, as a person would, and waits for its end: for starts that are to be refused. */
export async function runApp(launch: Launch): Promise<{ code: number | null; output: string }> {
  // Outside Electron the package `electron` is the path of the executable.
  const electron = createRequire(import.meta.url)('electron') as unknown as string;
  // One that does not end is ended, so that its output can be seen.
  const limit = { timeout: 30_000, killSignal: 'SIGKILL' } as const;
  const child = spawn(electron, argumentsOf(launch), { cwd: top, env: environment(launch), ...limit });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const [code] = await once(child, 'exit');
  return { code, output };
}

/** Where the app of a test looks for its administrator's policy. */
export const policyFolderOf = (userData: string): string => `${userData}-policy`;

function argumentsOf({ appFolder = '.', userData, args = [] }: Launch): string[] {
  return [appFolder, `--user-data-dir=${userData}`, ...args];
}

function environment({ userData, env, saidFile }: Launch): Record<string, string> {
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return {
    ...Object.fromEntries(inherited),
    LANG: 'en_US.UTF-8',
    LANGUAGE: 'en',
    STANDIN_HEADED: process.env.STANDIN_HEADED ?? '0',
    ...keychainEnv({ backend: 'gnome_libsecret' }),
    // The desktop's folders: nothing of a test may reach the person's own autostart.
    XDG_CONFIG_HOME: path.join(userData, 'config-home'),
    // Whatever an administrator decided for this computer is no matter of a test.
    CREATEGROUP_POLICY_FOLDER: policyFolderOf(userData),
    PATH: [path.join(import.meta.dirname, 'desktop'), process.env.PATH].join(path.delimiter),
    ...(saidFile && { RECORD_SAID_TO: saidFile }),
    ...env,
  };
}
