import { crc32, inflateRawSync } from 'node:zlib';
import { damaged, Trouble, tooMuchWork } from './trouble.ts';

/** A zip archive whose parts are read one by one, each checked against its checksum: a damaged part never comes out. */
export type Zip = {
  /** In small letters, with `/` between the folders. */
  readonly names: ReadonlySet<string>;
  /** Null when there is no such part. */
  read(name: string): Uint8Array | null;
};

type Entry = {
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
};

/** Opens an archive; all parts that are read from it together grow to `inflatedMax` bytes at most. */
export function openZip(bytes: Uint8Array, inflatedMax: number): Zip {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = inBounds(() => readDirectory(data));
  let left = inflatedMax;
  return {
    names: new Set(entries.keys()),
    read(name) {
      const entry = entries.get(name.toLowerCase());
      if (entry === undefined) return null;
      const part = inBounds(() => unpack(data, entry, left));
      left -= part.length;
      return part;
    },
  };
}

/** Offsets that point outside of the file are the file's fault. */
function inBounds<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof RangeError ? damaged() : error;
  }
}

/* The layout: APPNOTE.TXT of PKWARE, 4.3. The directory stands at the end; sizes that do not fit are in "extra" fields. */

const sign = { part: 0x04034b50, entry: 0x02014b50, end: 0x06054b50, end64: 0x06064b50, locator64: 0x07064b50 };
const full32 = 0xffffffff;

function readDirectory(data: Buffer): Map<string, Entry> {
  const { count, offset, end } = findDirectory(data);
  const entries = new Map<string, Entry>();
  let at = offset;
  for (let done = 0; done < count; done += 1) {
    if (data.readUInt32LE(at) !== sign.entry) throw damaged();
    const nameEnd = at + 46 + data.readUInt16LE(at + 28);
    const extraEnd = nameEnd + data.readUInt16LE(at + 30);
    // Some programs write folders as Windows does.
    const name = data
      .toString('utf8', at + 46, nameEnd)
      .replaceAll('\\', '/')
      .toLowerCase();
    entries.set(name, readEntry(data, at, data.subarray(nameEnd, extraEnd)));
    at = extraEnd + data.readUInt16LE(at + 32);
  }
  if (at !== end) throw damaged();
  return entries;
}

function findDirectory(data: Buffer): { count: number; offset: number; end: number } {
  // A comment of up to 64 kB may follow the last record.
  let end = data.length - 22;
  while (end >= 0 && data.readUInt32LE(end) !== sign.end) end -= 1;
  if (end < 0 || end < data.length - 22 - 0xffff) throw damaged();
  if (end >= 20 && data.readUInt32LE(end - 20) === sign.locator64) return findDirectory64(data, end - 20);
  const offset = data.readUInt32LE(end + 16);
  return { count: data.readUInt16LE(end + 10), offset, end: offset + data.readUInt32LE(end + 12) };
}

function findDirectory64(data: Buffer, locator: number): { count: number; offset: number; end: number } {
  const at = Number(data.readBigUInt64LE(locator + 8));
  if (data.readUInt32LE(at) !== sign.end64) throw damaged();
  const offset = Number(data.readBigUInt64LE(at + 48));
  return { count: Number(data.readBigUInt64LE(at + 32)), offset, end: offset + Number(data.readBigUInt64LE(at + 40)) };
}

function readEntry(data: Buffer, at: number, extra: Buffer): Entry {
  const wide = wideFields(extra);
  const field = (place: number): number => {
    const value = data.readUInt32LE(at + place);
    return value === full32 ? wide() : value;
  };
  // The wide fields stand in this order, and only those that are needed.
  const size = field(24);
  const packedSize = field(20);
  const offset = field(42);
  const crc = data.readUInt32LE(at + 16);
  return { flags: data.readUInt16LE(at + 8), method: data.readUInt16LE(at + 10), crc, packedSize, size, offset };
}

/** Gives the numbers of 64 bits one after the other (APPNOTE.TXT, 4.5.3). */
function wideFields(extra: Buffer): () => number {
  let at = 0;
  while (at + 4 <= extra.length && extra.readUInt16LE(at) !== 1) at += 4 + extra.readUInt16LE(at + 2);
  let next = at + 4;
  return () => {
    const value = Number(extra.readBigUInt64LE(next));
    next += 8;
    return value;
  };
}

const stored = 0;
const deflated = 8;

function unpack(data: Buffer, entry: Entry, most: number): Uint8Array {
  if (data.readUInt32LE(entry.offset) !== sign.part) throw damaged();
  if ((entry.flags & 1) === 1) throw new Trouble({ code: 'file-is-other', is: 'locked' });
  const start = entry.offset + 30 + data.readUInt16LE(entry.offset + 26) + data.readUInt16LE(entry.offset + 28);
  if (start + entry.packedSize > data.length) throw damaged();
  const packed = data.subarray(start, start + entry.packedSize);
  const part = entry.method === deflated ? inflate(packed, entry.size, most) : packed;
  if (part.length > most) throw tooMuchWork();
  const isWhole = entry.method === deflated || entry.method === stored;
  if (!isWhole || part.length !== entry.size || crc32(part) !== entry.crc) throw damaged();
  return part;
}

/** Stops as soon as more than `most` bytes have come out, whatever size the archive claims. */
function inflate(packed: Buffer, claimed: number, most: number): Buffer {
  // Where the claim is true, all comes out in one piece and is not copied together.
  const chunkSize = Math.min(Math.max(claimed, 65_536), most) + 64;
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(most, 1), chunkSize });
  } catch (error) {
    throw isTooLarge(error) ? tooMuchWork() : damaged();
  }
}

const isTooLarge = (error: unknown): boolean =>
  error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
