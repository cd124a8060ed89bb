import { homedir, tmpdir } from 'node:os';
import path from 'node:path';

const folders = {
  desktop: 'Desktop',
  documents: 'Documents',
  downloads: 'Downloads',
  music: 'Music',
  pictures: 'Pictures',
};

/** `app.getPath` and `app.setPath`, as on Linux. */
export function createPaths(nameOf: () => string) {
  const changed = new Map<string, string>();

  const known: Readonly<Record<string, () => string>> = {
    home: homedir,
    appData: () => process.env.XDG_CONFIG_HOME ?? path.join(homedir(), '.config'),
    userData: () => path.join(get('appData'), nameOf()),
    sessionData: () => get('userData'),
    logs: () => path.join(get('userData'), 'logs'),
    crashDumps: () => path.join(get('userData'), 'Crashpad'),
    temp: tmpdir,
    exe: () => process.execPath,
    module: () => process.execPath,
    ...Object.fromEntries(Object.entries(folders).map(([name, folder]) => [name, () => path.join(homedir(), folder)])),
  };

  function get(name: string): string {
    const found = changed.get(name) ?? known[name]?.();
    if (found === undefined) throw new Error(`Failed to get '${name}' path`);
    return found;
  }

  function set(name: string, folder: string): void {
    if (!path.isAbsolute(folder)) throw new Error('Path must be absolute');
    if (!(name in known)) throw new Error(`Failed to set path`);
    changed.set(name, folder);
  }

  return { get, set };
}
