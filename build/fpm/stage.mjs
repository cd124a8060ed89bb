import { chmodSync, cpSync, lstatSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** Copies the files to where they go below `root`, readable for everybody and writable for their owner alone. */
export function stage(files, root) {
  for (const { from, to } of files) {
    const place = path.join(root, to);
    mkdirSync(path.dirname(place), { recursive: true });
    cpSync(from, place, { recursive: true, verbatimSymlinks: true });
  }
  for (const { file, isFolder } of filesIn(root)) {
    const mode = statSync(file).mode;
    chmodSync(file, isFolder || mode & 0o100 ? 0o755 : 0o644);
  }
}

/** Every folder and plain file below `root`, parents first; links are left out. */
export function filesIn(root) {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => ({ name, file: path.join(root, name), state: lstatSync(path.join(root, name)) }))
    .filter(({ state }) => !state.isSymbolicLink())
    .map(({ name, file, state }) => ({ name, file, isFolder: state.isDirectory(), size: state.size }));
}
