import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { FoundBeside } from '../runs/files.ts';
import { readFile } from './read-file.ts';

/** Reads a file in the folder of another or under it, see `RunFiles.readBeside`. Nothing outside is even looked at. */
export async function readBeside(file: string, name: string, mostBytes: number): Promise<FoundBeside> {
  const steps = stepsOf(name);
  if (!path.isAbsolute(file) || steps === null) return { is: 'outside' };
  try {
    const folder = await realpath(path.dirname(file));
    const place = await find(folder, steps);
    if (place === null) return { is: 'missing' };
    // A link may lead anywhere.
    const real = await realpath(place);
    if (!real.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep)) return { is: 'outside' };
    const found = await stat(real);
    if (!found.isFile()) return { is: 'missing' };
    if (found.size > mostBytes) return { is: 'too-big' };
    const read = await readFile(real);
    return read.ok ? { is: 'found', bytes: read.value.bytes } : { is: 'not-read' };
  } catch (error) {
    return { is: isGone(error) ? 'missing' : 'not-read' };
  }
}

/** The folders and the file that a name leads through; null when it leads out of the folder or says nothing. */
function stepsOf(name: string): readonly string[] | null {
  if (name.includes('\0') || /^(?:[a-z]:|[\\/])/iu.test(name)) return null;
  const steps = name.split(/[\\/]/).filter((step) => step !== '' && step !== '.');
  return steps.length === 0 || steps.includes('..') ? null : steps;
}

async function find(folder: string, [step = '', ...others]: readonly string[]): Promise<string | null> {
  const names = await readdir(folder);
  const wanted = others.length > 0 ? [step] : [step, `${step}.jpg`, `${step}.jpeg`];
  const found = wanted.map((one) => alike(names, one)).find((one) => one !== undefined);
  if (found === undefined) return null;
  const place = path.join(folder, found);
  return others.length === 0 ? place : find(place, others);
}

/** As it is written, else as people read it: macOS keeps accents apart from their letters, Windows takes any case. */
const alike = (names: readonly string[], wanted: string): string | undefined =>
  names.find((name) => name === wanted) ?? names.find((name) => fold(name) === fold(wanted));

const fold = (name: string): string => name.normalize('NFC').toLowerCase();

const isGone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
