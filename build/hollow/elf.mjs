import { fuseWire } from './fuse-wire.mjs';

/** The smallest x64 ELF that ends with status 1, followed by a fuse wire. */
export function hollowElf() {
  const code = Buffer.from('b83c000000bf010000000f05', 'hex'); // mov eax, 60 (exit); mov edi, 1; syscall
  const size = 64 + 56 + code.length + fuseWire.length;

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
  return Buffer.concat([header, segment, code, fuseWire]);
}
