import { crc32, deflateSync } from 'node:zlib';
import { encode } from 'uqr';

const modulePixels = 6;
const quietModules = 4;

/** A QR code as a PNG file, black on white, a byte a pixel. */
export function qrPng(text: string): Buffer {
  const { size, data } = encode(text, { border: quietModules });
  const width = size * modulePixels;
  const rows: Buffer[] = [];
  for (const modules of data) {
    // Each line starts with its filter (0: none).
    const line = Buffer.alloc(1 + width, 0xff);
    line[0] = 0;
    for (const [index, isBlack] of modules.entries()) {
      if (isBlack) line.fill(0, 1 + index * modulePixels, 1 + (index + 1) * modulePixels);
    }
    for (let pixel = 0; pixel < modulePixels; pixel++) rows.push(line);
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header(width)),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Width, height, 8 bits a pixel, greyscale, and the only compression, filter and order that matter here. */
function header(width: number): Buffer {
  const bytes = Buffer.alloc(13);
  bytes.writeUInt32BE(width, 0);
  bytes.writeUInt32BE(width, 4);
  bytes[8] = 8;
  return bytes;
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
