import { crc32, deflateRawSync } from 'node:zlib';

export type ZipPart = {
  readonly name: string;
  readonly data: Uint8Array | string;
  /** What the archive claims where it is to lie. */
  readonly claims?: { readonly size?: number; readonly crc?: number; readonly encrypted?: boolean };
};

/** A zip archive as small as it can be (APPNOTE.TXT of PKWARE, 4.3); `wide` writes it as for files over 4 GB. */
export function makeZip(parts: readonly ZipPart[], { wide = false } = {}): Buffer {
  const bodies: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const data = Buffer.from(part.data);
    const packed = deflateRawSync(data);
    const fields = {
      crc: part.claims?.crc ?? crc32(data),
      packed: packed.length,
      size: part.claims?.size ?? data.length,
    };
    const flags = part.claims?.encrypted ? 1 : 0;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    common(local.subarray(4), flags, fields);
    local.writeUInt16LE(name.length, 26);
    entries.push(entry({ name, flags, fields, offset, wide }));
    bodies.push(local, name, packed);
    offset += local.length + name.length + packed.length;
  }
  return Buffer.concat([...bodies, ...entries, ...end(entries, offset, wide)]);
}

type Fields = { readonly crc: number; readonly packed: number; readonly size: number };

/** What an entry has in the directory and before its data alike. */
function common(into: Buffer, flags: number, { crc, packed, size }: Fields): void {
  into.writeUInt16LE(20, 0);
  into.writeUInt16LE(flags, 2);
  into.writeUInt16LE(8, 4);
  into.writeUInt32LE(crc, 10);
  into.writeUInt32LE(packed, 14);
  into.writeUInt32LE(size, 18);
}

type Entry = {
  readonly name: Buffer;
  readonly flags: number;
  readonly fields: Fields;
  readonly offset: number;
  readonly wide: boolean;
};

function entry({ name, flags, fields, offset, wide }: Entry): Buffer {
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(45, 4);
  common(head.subarray(6), flags, fields);
  head.writeUInt16LE(name.length, 28);
  head.writeUInt32LE(offset, 42);
  if (!wide) return Buffer.concat([head, name]);
  const extra = Buffer.alloc(28);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(24, 2);
  [fields.size, fields.packed, offset].forEach((value, place) => {
    extra.writeBigUInt64LE(BigInt(value), 4 + place * 8);
  });
  for (const place of [20, 24, 42]) head.writeUInt32LE(0xffffffff, place);
  head.writeUInt16LE(extra.length, 30);
  return Buffer.concat([head, name, extra]);
}

function end(entries: readonly Buffer[], offset: number, wide: boolean): Buffer[] {
  const length = entries.reduce((sum, one) => sum + one.length, 0);
  const last = Buffer.alloc(22);
  last.writeUInt32LE(0x06054b50, 0);
  last.writeUInt16LE(wide ? 0xffff : entries.length, 8);
  last.writeUInt16LE(wide ? 0xffff : entries.length, 10);
  last.writeUInt32LE(wide ? 0xffffffff : length, 12);
  last.writeUInt32LE(wide ? 0xffffffff : offset, 16);
  if (!wide) return [last];
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(BigInt(entries.length), 24);
  record.writeBigUInt64LE(BigInt(entries.length), 32);
  record.writeBigUInt64LE(BigInt(length), 40);
  record.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(offset + length), 8);
  locator.writeUInt32LE(1, 16);
  return [record, locator, last];
}
