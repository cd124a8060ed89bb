import { execFile } from 'node:child_process';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { createPackage, extractAll, uncache } from '@electron/asar';
import { top } from '../packages/product.ts';
import { tempFolder } from './temp-folder.ts';

/** Whether packing takes Electron's own runtime, and not one with nothing in it. */
export const hasElectron = existsSync(path.join(top, 'node_modules/electron/path.txt'));

/** Packs with electron-builder's words into a folder: `pack(folder, '--linux', 'dir')`. */
export async function pack(folder: string, ...words: readonly string[]): Promise<void> {
  const args = ['build/tasks/pack.mjs', ...words, '--x64', `-c.directories.output=${folder}`];
  await promisify(execFile)(process.execPath, args, { cwd: top, maxBuffer: 2 ** 26 });
}

/** A copy of a folder that is gone after the test, for breaking something in it. */
export function copyOf(folder: string): string {
  const copy = path.join(tempFolder(), path.basename(folder));
  cpSync(folder, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

/** Packs an archive anew after a change of the files in it. */
export async function repack(archive: string, change: (files: string) => void): Promise<void> {
  const files = path.join(tempFolder(), 'files');
  extractAll(archive, files);
  change(files);
  await createPackage(files, archive);
  uncache(archive);
}

/** Replaces a text of a file; fails when it is not there. */
export function replaceIn(file: string, before: string | RegExp, after: string): void {
  const text = readFileSync(file, 'utf8');
  const changed = text.replace(before, after);
  if (changed === text) throw new Error(`${file} holds no ${before}`);
  writeFileSync(file, changed);
}

/** Whether the machine has a tool. */
export const hasTool = (name: string): boolean =>
  (process.env.PATH ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, name)));
