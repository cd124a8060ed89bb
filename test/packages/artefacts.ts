import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { type AppTree, checkApp, findApp, isHollow } from './app-tree.ts';
import { type Check, product, unless } from './product.ts';
import { openDeb } from './rules/deb.ts';
import { exeTroubles } from './rules/exe.ts';
import { checkLinuxFiles, installFolder } from './rules/linux-files.ts';
import { openRpm } from './rules/rpm.ts';

/** What electron-builder leaves beside the packages: the app before it was packed, and notes for itself. */
const unpacked = /^(linux|win|mac)(-[a-z0-9]+)*$/;
const notes = /\.(yml|blockmap)$/;

/** An Electron that can start weighs at least this, in every package. */
const leastMb = 50;

/** The names of everything in a folder of packages that has to be right. */
export const artefactsIn = (dist: string): readonly string[] =>
  readdirSync(dist).filter(
    (name) => unpacked.test(name) || (!notes.test(name) && statSync(path.join(dist, name)).isFile()),
  );

/** Opens one of them inside `scratch` and looks at everything that holds for its kind. */
export async function checkArtefact(file: string, scratch: string): Promise<readonly Check[]> {
  const name = path.basename(file);
  mkdirSync(scratch, { recursive: true });
  const checks = await checksOf(file, scratch);
  const isNamed = unpacked.test(name) || name.startsWith(`${product.name}-${product.version}-`);
  return [{ what: 'name', troubles: unless(isNamed, 'its name does not begin with name and version') }, ...checks];
}

async function checksOf(file: string, scratch: string): Promise<readonly Check[]> {
  if (file.endsWith('.exe')) return [{ what: 'version and icon', troubles: exeTroubles(file) }];
  if (file.endsWith('.deb') || file.endsWith('.rpm')) {
    const { root, checks } = file.endsWith('.deb') ? openDeb(file, scratch) : openRpm(file, scratch);
    return [...checks, ...checkLinuxFiles(root), ...(await checkFolder(path.join(root, installFolder), file))];
  }
  return checkFolder(openFolder(file, scratch), file);
}

async function checkFolder(folder: string, file: string): Promise<readonly Check[]> {
  const tree = findApp(folder);
  if (!tree) return [{ what: 'app', troubles: ['there is no app in it'] }];
  return [...(await checkApp(tree)), { what: 'size', troubles: sizeTroubles(tree, file) }];
}

/** A package without the runtime would install and not start: it must say so, in its name as well. */
function sizeTroubles(tree: AppTree, file: string): readonly string[] {
  const state = statSync(file);
  if (isHollow(tree))
    return unless(state.isDirectory() || path.basename(file).includes('hollow'), 'it is hollow and does not say so');
  return unless(state.isDirectory() || state.size >= leastMb * 1024 * 1024, 'it is too small to hold a runtime');
}

/** The folder that holds the app, of an archive or of what lies there unpacked. */
function openFolder(file: string, scratch: string): string {
  const run = (tool: string, ...args: string[]) => execFileSync(tool, args, { cwd: scratch, stdio: 'pipe' });
  if (statSync(file).isDirectory()) return file;
  if (file.endsWith('.AppImage')) {
    run(file, '--appimage-extract');
    return path.join(scratch, 'squashfs-root');
  }
  if (file.endsWith('.dmg')) {
    run('hdiutil', 'attach', '-readonly', '-nobrowse', '-mountpoint', path.join(scratch, 'dmg'), file);
    run('cp', '-R', path.join(scratch, 'dmg/CreateGroup.app'), scratch);
    run('hdiutil', 'detach', path.join(scratch, 'dmg'));
    return scratch;
  }
  // The tar of Windows and macOS opens a zip, Linux's does not.
  if (file.endsWith('.zip') && process.platform === 'linux') run('7za', 'x', '-bd', '-y', file);
  else run('tar', '-xf', file);
  const [only, ...more] = readdirSync(scratch);
  return only !== undefined && more.length === 0 && !only.endsWith('.app') ? path.join(scratch, only) : scratch;
}
