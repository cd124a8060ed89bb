import path from 'node:path';
import Store from 'electron-store';
import type { SettingsFile } from './settings-store.ts';

/** `config.json` in `folder`, kept by electron-store: written to a new file, synced and renamed, readable by the owner alone. */
export function createSettingsFile(folder: string): SettingsFile {
  let store: Store<Record<string, unknown>> | null = null;
  // Its constructor reads the file and throws when that is damaged; without `clearInvalidConfig` nothing is lost by it.
  const opened = () => {
    store ??= new Store({ cwd: folder, name: 'config', clearInvalidConfig: false, configFileMode: 0o600 });
    return store;
  };
  return {
    path: path.join(folder, 'config.json'),
    read: () => opened().store,
    write(content) {
      opened().store = content;
    },
  };
}
