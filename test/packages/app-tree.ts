import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type Check, product } from './product.ts';
import { archiveTroubles } from './rules/archive.ts';
import { exeTroubles, integrityTroubles } from './rules/exe.ts';
import { fuseTroubles } from './rules/fuses.ts';
import { macAppTroubles } from './rules/mac-app.ts';
import { resourceTroubles } from './rules/resources.ts';
import { updateTroubles } from './rules/updates.ts';

/** The app as it is started, unpacked. On macOS the executable is the folder that ends in .app. */
export type AppTree = {
  readonly system: 'linux' | 'win32' | 'darwin';
  readonly executable: string;
  readonly resources: string;
};

/** Finds the app in a folder, by what there is to start; null when there is nothing. */
export function findApp(folder: string): AppTree | null {
  const places: readonly AppTree[] = [
    {
      system: 'darwin',
      executable: path.join(folder, 'CreateGroup.app'),
      resources: 'CreateGroup.app/Contents/Resources',
    },
    { system: 'win32', executable: path.join(folder, 'CreateGroup.exe'), resources: 'resources' },
    { system: 'linux', executable: path.join(folder, product.name), resources: 'resources' },
  ];
  const found = places.find(({ executable }) => existsSync(executable));
  return found ? { ...found, resources: path.join(folder, found.resources) } : null;
}

/** Whether it was packed around a runtime with nothing in it. */
export const isHollow = (tree: AppTree): boolean =>
  [tree.resources, path.dirname(tree.executable)].some((folder) => readdirSync(folder).includes('HOLLOW.txt'));

/** What holds for the app on every system, and what only its own has. */
export async function checkApp(tree: AppTree): Promise<readonly Check[]> {
  const archive = path.join(tree.resources, 'app.asar');
  const common = [
    { what: 'archive', troubles: archiveTroubles(archive) },
    { what: 'fuses', troubles: await fuseTroubles(tree.executable) },
    { what: 'resources', troubles: resourceTroubles(tree.resources) },
    { what: 'updates', troubles: updateTroubles(tree) },
  ];
  if (tree.system === 'darwin')
    return [...common, { what: 'property lists', troubles: macAppTroubles(tree.executable) }];
  if (tree.system === 'linux') return common;
  return [
    ...common,
    { what: 'version and icon', troubles: exeTroubles(tree.executable) },
    { what: 'integrity', troubles: integrityTroubles(tree.executable, archive) },
  ];
}
