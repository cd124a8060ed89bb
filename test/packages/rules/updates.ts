import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { AppTree } from '../app-tree.ts';
import { isSigned } from './exe.ts';

/** Only what is signed knows an address for updates: on Windows with the publisher to be expected, on macOS notarised. */
export function updateTroubles({ system, executable, resources }: AppTree): readonly string[] {
  const file = path.join(resources, 'app-update.yml');
  if (!existsSync(file)) return [];
  const feed = readFileSync(file, 'utf8');
  switch (system) {
    case 'linux':
      return ['it would update itself, and nothing on Linux checks the signature'];
    case 'win32':
      if (!isSigned(executable)) return ['it would update itself and is not signed'];
      return /^publisherName:/m.test(feed) ? [] : ['it would take updates of any publisher'];
    case 'darwin':
      // The notary's ticket, which is stapled to what was signed.
      return existsSync(path.join(executable, 'Contents/CodeResources'))
        ? []
        : ['it would update itself and is not notarised'];
  }
}
