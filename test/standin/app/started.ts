import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArguments } from './arguments.ts';

type Manifest = {
  readonly name: string;
  readonly productName?: string;
  readonly version?: string;
  readonly main?: string;
};

const given = parseArguments(process.argv.slice(2));
const appPath = path.resolve(given.appPath ?? '.');
const root = rootOf(appPath);
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest; // npm vouches for it

/** What this process was started with. */
export const started = {
  ...given,
  root,
  manifest,
  entry: statSync(appPath).isDirectory() ? path.join(root, manifest.main ?? 'index.js') : appPath,
  /** Electron tells it by the name of its executable; here a test that needs the packaged rules says so. */
  isPackaged: process.env.STANDIN_PACKAGED === '1',
};

/** The nearest folder with a package.json, at `from` or above it. */
function rootOf(from: string): string {
  if (existsSync(path.join(from, 'package.json'))) return from;
  const above = path.dirname(from);
  if (above === from) throw new Error(`No package.json at ${appPath} or above it.`);
  return rootOf(above);
}
