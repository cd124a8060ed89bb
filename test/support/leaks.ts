import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { openZip } from '../../main/spreadsheet/zip.ts';
import type { FindToken } from './token-search.ts';

/** One place that can be looked through for what must not be there. */
export type Place = { readonly where: string; readonly content: Buffer };

/** What a running app shows: the text and fields of its windows, the command lines of its processes. */
export async function placesOfRunning(app: ElectronApplication): Promise<readonly Place[]> {
  if (hasEnded(app)) return [];
  const pages = await Promise.all(app.windows().map(placesOfPage));
  return [...pages.flat(), ...commandLines(app.process().pid ?? 0)];
}

/** Every file below the folder, with its name. */
export function placesOfFolder(folder: string): readonly Place[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .flatMap((file) => {
      const where = path.relative(folder, file);
      const content = readIfThere(file);
      return [placeOf('the name of a file', where), { where, content }, ...partsOf(where, content)];
    });
}

/** What an xlsx file holds is packed: nothing would be found in it as it is. One that is no archive is searched as it is. */
function partsOf(where: string, content: Buffer): Place[] {
  if (!where.endsWith('.xlsx') || !content.subarray(0, 2).equals(Buffer.from('PK'))) return [];
  const zip = openZip(content, 100_000_000);
  return [...zip.names].map((name) => ({ where: `${where}: ${name}`, content: Buffer.from(zip.read(name) ?? []) }));
}

export const placeOf = (where: string, text: string): Place => ({ where, content: Buffer.from(text) });

/** Where the token is and how it was written, in words that do not repeat it. */
export const leaksIn = (places: readonly Place[], find: FindToken): readonly string[] =>
  places.flatMap(({ where, content }) => {
    const form = find(content);
    return form === null ? [] : [`${where}: ${form}`];
  });

function hasEnded(app: ElectronApplication): boolean {
  try {
    const { exitCode, signalCode } = app.process();
    return exitCode !== null || signalCode !== null;
  } catch {
    return true; // Playwright gives no process any more
  }
}

async function placesOfPage(page: Page): Promise<Place[]> {
  if (page.isClosed()) return [];
  const { fields, html, title } = await page.evaluate(() => ({
    fields: [...document.querySelectorAll('input, textarea, select')].map((field) =>
      String(Reflect.get(field, 'value')),
    ),
    html: document.documentElement.outerHTML,
    title: document.title,
  }));
  return [
    placeOf('the text of the window', `${title}\n${html}`),
    ...fields.map((value) => placeOf('a field of the window', value)),
  ];
}

/** The app's process and all that came of it. Only Linux lists them as files. */
function commandLines(pid: number): Place[] {
  if (process.platform !== 'linux') return [];
  const parents = new Map(processIds().map((id) => [id, parentOf(id)]));
  const isOfApp = (id: number | undefined): boolean => id !== undefined && (id === pid || isOfApp(parents.get(id)));
  return [...parents.keys()]
    .filter(isOfApp)
    .map((id) => ({ where: 'a command line', content: readIfThere(`/proc/${id}/cmdline`) }));
}

const processIds = (): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);

/** `/proc/<pid>/stat`: pid, the name in brackets, the state, the parent. */
const parentOf = (id: number): number | undefined => {
  const [, parent] =
    String(readIfThere(`/proc/${id}/stat`))
      .split(') ')
      .at(-1)
      ?.split(' ') ?? [];
  return parent === undefined ? undefined : Number(parent);
};

/** Processes end, and Chromium's last files go, while they are looked at. */
function readIfThere(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}
