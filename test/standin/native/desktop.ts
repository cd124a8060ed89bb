import { EventEmitter } from 'node:events';

/** Dialogs that nobody answers, as if the person had closed each; a test puts its own answer in place. */
export const dialog = {
  showOpenDialog: () => Promise.resolve({ canceled: true, filePaths: [] }),
  showSaveDialog: () => Promise.resolve({ canceled: true, filePath: '' }),
  showMessageBox: (...args: unknown[]) => {
    const options = args.at(-1) as Electron.MessageBoxOptions; // the window before it may be left out
    return Promise.resolve({ response: options.cancelId ?? 0, checkboxChecked: false });
  },
  showErrorBox: (title: string, content: string) => console.error(`${title}\n${content}`),
} satisfies Partial<Electron.Dialog>;

/** Opens nothing: what the stand-in runs is a test or a trial. */
export const shell = {
  openExternal: () => Promise.resolve(),
  openPath: () => Promise.resolve(''),
} satisfies Partial<Electron.Shell>;

let copied = '';

/** A clipboard of this process alone. */
export const clipboard = {
  readText: () => Promise.resolve(copied),
  writeText(text: string) {
    copied = text;
    return Promise.resolve();
  },
} satisfies Partial<Electron.Clipboard>;

/** Says nothing by itself; a test emits `suspend`, `resume` and `shutdown`. */
export const powerMonitor = new EventEmitter();

const blockers = new Set<number>();
let lastBlocker = 0;

/** Nothing sleeps here; what would be kept awake is only counted. */
export const powerSaveBlocker = {
  start(_type: string): number {
    blockers.add(++lastBlocker);
    return lastBlocker;
  },
  stop: (id: number): boolean => blockers.delete(id),
  isStarted: (id: number): boolean => blockers.has(id),
} satisfies Partial<Electron.PowerSaveBlocker>;

const area = { x: 0, y: 0, width: 1920, height: 1080 };

// The only screen; what is not here is not asked for.
const display = {
  id: 1,
  bounds: area,
  workArea: area,
  size: area,
  workAreaSize: area,
  scaleFactor: 1,
  rotation: 0,
} satisfies Partial<Electron.Display> as unknown as Electron.Display;

export const screen = Object.assign(new EventEmitter(), {
  getAllDisplays: () => [display],
  getPrimaryDisplay: () => display,
  getDisplayMatching: () => display,
} satisfies Partial<Electron.Screen>);
