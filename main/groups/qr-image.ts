import { crc32, deflateSync } from 'node:zlib';
import { encode, renderSVG } from 'uqr';

const marginModules = 4;

/** The link as a QR code drawing, with the quiet zone that readers need. */
export const qrSvg = (link: string): string => renderSVG(link, { border: marginModules, ecc: 'M' });

/** The link as a black and white PNG; `modulePixels` is the side of one module. */
export function qrPng(link: string, modulePixels = 12): Buffer {
  const { data, size } = encode(link, { border: marginModules, ecc: 'M' });
  const side = size * modulePixels;
  const rows = data.flatMap((modules) => {
    const row = Buffer.alloc(1 + side, 0xff);
    row[0] = 0; // filter: none
    modules.forEach((dark, x) => {
      if (dark) row.fill(0, 1 + x * modulePixels, 1 + (x + 1) * modulePixels);
    });
    return Array.from({ length: modulePixels }, () => row);
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 8; // bits a pixel, greyscale
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A PNG chunk: length, kind, data, CRC of kind and data (PNG specification, 5.3). */
function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
