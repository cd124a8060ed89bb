import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import path from 'node:path';
import type { PartOf } from '../part-of.ts';
import { preventable } from '../preventable.ts';
import { runtime } from '../runtime.ts';
import { createCommandLine } from './command-line.ts';
import { systemLanguages, uiLanguage } from './languages.ts';
import { createPaths } from './paths.ts';
import { type Lock, takeLock } from './single-instance.ts';
import { started } from './started.ts';

const ready = Promise.withResolvers<void>();
const { commandLine, chromiumSwitches } = createCommandLine(started.switches);

export class App extends EventEmitter {
  readonly commandLine = commandLine as unknown as Electron.CommandLine; // the part of it that is used
  readonly isPackaged = started.isPackaged;
  name = started.manifest.productName ?? started.manifest.name;
  readonly #paths = createPaths(() => this.name);
  #lock: Lock | null = null;
  #loginItem = { openAtLogin: false };
  #badgeCount = 0;
  /** What is to be started when this process has ended. */
  #next: (() => void) | null = null;

  getName = (): string => this.name;
  getVersion = (): string => started.manifest.version ?? '0.0.0';
  getAppPath = (): string => started.root;
  getPath = (name: string): string => this.#paths.get(name);
  isReady = (): boolean => runtime.isReady;
  whenReady = (): Promise<void> => ready.promise;
  getPreferredSystemLanguages = (): string[] => [...systemLanguages(process.env)];

  setName(name: string): void {
    this.name = name;
  }

  setPath(name: string, folder: string): void {
    this.#paths.set(name, folder);
  }

  getLocale(): string {
    return uiLanguage([
      ...(commandLine.hasSwitch('lang') ? [commandLine.getSwitchValue('lang')] : []),
      ...systemLanguages(process.env),
    ]);
  }

  enableSandbox(): void {} // every page runs sandboxed here
  setAppUserModelId(): void {} // Windows alone has them
  focus(): void {
    [...runtime.windows].at(-1)?.window.focus();
  }

  getBadgeCount = (): number => this.#badgeCount;

  /** False where no desktop would show it: it is kept all the same. */
  setBadgeCount(count = 0): boolean {
    this.#badgeCount = count;
    return process.platform === 'darwin';
  }

  setLoginItemSettings({ openAtLogin = false }: Electron.Settings): void {
    this.#loginItem = { openAtLogin };
  }

  getLoginItemSettings(): Electron.LoginItemSettings {
    const { openAtLogin } = this.#loginItem;
    const status = openAtLogin ? 'enabled' : 'not-registered';
    return { openAtLogin, status, wasOpenedAtLogin: false, executableWillLaunchAtLogin: openAtLogin, launchItems: [] };
  }

  requestSingleInstanceLock(additionalData: object = {}): boolean {
    const mine = { argv: process.argv, cwd: process.cwd(), additionalData };
    this.#lock ??= takeLock(this.getPath('userData'), mine, ({ argv, cwd, additionalData: theirs }) => {
      void ready.promise.then(() => this.emit('second-instance', {}, argv, cwd, theirs));
    });
    return this.#lock !== null;
  }

  hasSingleInstanceLock = (): boolean => this.#lock !== null;

  releaseSingleInstanceLock(): void {
    this.#lock?.release();
    this.#lock = null;
  }

  /** before-quit, then every window's close, then will-quit; any of them may say no. */
  quit(): void {
    if (runtime.isQuitting) return;
    const event = preventable({});
    this.emit('before-quit', event);
    if (event.defaultPrevented) return;
    runtime.isQuitting = true;
    void this.#closeAndExit();
  }

  async #closeAndExit(): Promise<void> {
    for (const open of runtime.windows) {
      if (await open.requestClose()) continue;
      runtime.isQuitting = false;
      return;
    }
    const event = preventable({});
    this.emit('will-quit', event);
    if (event.defaultPrevented) runtime.isQuitting = false;
    else this.exit(0);
  }

  relaunch({ execPath = process.execPath, args = process.argv.slice(1) }: Electron.RelaunchOptions = {}): void {
    this.#next = () => spawn(execPath, args, { detached: true, stdio: 'ignore' }).unref();
  }

  exit(code = 0): void {
    runtime.isQuitting = true;
    this.emit('quit', {}, code);
    const closed = runtime.chromium?.then((chromium) => chromium.close()) ?? Promise.resolve();
    const end = () => {
      this.#next?.();
      process.exit(code);
    };
    void closed.catch(() => {}).then(end); // a Chromium that never started needs no closing
  }
}

export const app = new App();
true satisfies PartOf<App, Electron.App>;

if (commandLine.hasSwitch('user-data-dir')) {
  app.setPath('userData', path.resolve(commandLine.getSwitchValue('user-data-dir')));
}

export { chromiumSwitches };

/** Lets `ready` through, once Chromium is there. */
export function becomeReady(): void {
  runtime.isReady = true;
  ready.resolve();
  app.emit('ready', {}, {});
}
