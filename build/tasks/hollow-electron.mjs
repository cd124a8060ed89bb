import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Electron's own mark before its fuses (`@electron/fuses`), and as many states as Electron 45 has fuses. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fuseStates = '101100011';

/**
 * Writes a Linux distribution of Electron with nothing in it, for machines where the real one cannot be fetched: what
 * is packed around it can be read (archive, fuses, desktop entry) but not started. Answers its folder.
 */
export function writeHollowElectron(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.join(folder, 'locales'), { recursive: true });
  mkdirSync(path.join(folder, 'resources'));
  writeFileSync(path.join(folder, 'electron'), elfThatExits(), { mode: 0o755 });
  for (const file of ['LICENSE', 'LICENSES.chromium.html', 'locales/en-US.pak', 'locales/ru.pak', 'locales/de.pak']) {
    writeFileSync(path.join(folder, file), '');
  }
  return folder;
}

/** The smallest x64 ELF that ends with status 1, followed by a fuse wire. */
function elfThatExits() {
  const code = Buffer.from('b83c000000bf010000000f05', 'hex'); // mov eax, 60 (exit); mov edi, 1; syscall
  const wire = Buffer.concat([Buffer.from(sentinel), Buffer.from([1, fuseStates.length]), Buffer.from(fuseStates)]);
  const size = 64 + 56 + code.length + wire.length;

  const header = Buffer.alloc(64);
  header.write('\x7fELF\x02\x01\x01', 'latin1');
  header.writeUInt16LE(2, 16); // executable
  header.writeUInt16LE(62, 18); // x86-64
  header.writeUInt32LE(1, 20);
  header.writeBigUInt64LE(0x400078n, 24); // entry: behind both headers
  header.writeBigUInt64LE(64n, 32); // program header
  header.writeUInt16LE(64, 52);
  header.writeUInt16LE(56, 54);
  header.writeUInt16LE(1, 56);
  header.writeUInt16LE(64, 58);

  const segment = Buffer.alloc(56);
  segment.writeUInt32LE(1, 0); // load
  segment.writeUInt32LE(5, 4); // read and execute
  segment.writeBigUInt64LE(0x400000n, 16);
  segment.writeBigUInt64LE(0x400000n, 24);
  segment.writeBigUInt64LE(BigInt(size), 32);
  segment.writeBigUInt64LE(BigInt(size), 40);
  segment.writeBigUInt64LE(0x1000n, 48);
  return Buffer.concat([header, segment, code, wire]);
}
