import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hollowElf } from './elf.mjs';
import { hollowExe } from './exe.mjs';
import { writeHollowMacApp } from './mac-app.mjs';
import { hollowNote, hollowSentence } from './note.mjs';

const writers = { linux: writeLinux, win32: writeWindows, darwin: writeHollowMacApp };

/**
 * Writes a distribution of Electron with nothing in it, for machines where the real one cannot be fetched: what is packed
 * around it can be read (archive, fuses, menu entry, version) but not started. `system` is one of Node's `process.platform`.
 */
export function writeHollowElectron(folder, system, version) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.join(folder, 'locales'), { recursive: true });
  mkdirSync(path.join(folder, 'resources'));
  for (const file of ['LICENSE', 'LICENSES.chromium.html', 'locales/en-US.pak', 'locales/ru.pak', 'locales/de.pak']) {
    writeFileSync(path.join(folder, file), '');
  }
  writers[system](folder, version);
  writeFileSync(path.join(folder, hollowNote), hollowSentence);
  return folder;
}

function writeLinux(folder) {
  writeFileSync(path.join(folder, 'electron'), hollowElf(), { mode: 0o755 });
  writeFileSync(path.join(folder, 'chrome-sandbox'), hollowElf(), { mode: 0o755 });
}

function writeWindows(folder, version) {
  writeFileSync(path.join(folder, 'electron.exe'), hollowExe(version));
}
