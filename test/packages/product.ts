import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const top = path.resolve(import.meta.dirname, '../..');

type Manifest = { readonly name: string; readonly version: string; readonly license: string; readonly author: string };

/** What every package must say of itself, from the one place where it is decided. */
export const product: Manifest = JSON.parse(readFileSync(path.join(top, 'package.json'), 'utf8'));

export const appId = 'app.creategroup.desktop';
export const setupType = 'application/vnd.creategroup.setup';
export const setupEnding = 'creategroup';

/** What was looked at, and a sentence for each rule that is broken. */
export type Check = { readonly what: string; readonly troubles: readonly string[] };

/** The sentence when the rule is broken, and nothing when it is kept. */
export const unless = (isKept: boolean, sentence: string): readonly string[] => (isKept ? [] : [sentence]);

/** `a is not b` when two values differ. */
export const same = (what: string, found: unknown, wanted: unknown): readonly string[] =>
  unless(found === wanted, `${what} is ${JSON.stringify(found)} and not ${JSON.stringify(wanted)}`);

/** What a tool of the system has against a file; nothing where the tool is not there. */
export function askTool(tool: string, args: readonly string[]): readonly string[] {
  const isThere = (process.env.PATH ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, tool)));
  if (!isThere) return [];
  const { status, stdout, stderr } = spawnSync(tool, args, { encoding: 'utf8' });
  if (status === 0) return [];
  return [`${tool} says: ${`${stdout}${stderr}`.trim().replaceAll(/\s*\n\s*/g, ' · ')}`];
}
