import { inflateSync } from 'node:zlib';
import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { qrPng } from '../../../main/practice/qr-png.ts';

test('the picture holds exactly the code, six pixels a module, with a quiet edge', () => {
  const png = qrPng('2@practice');
  const width = png.readUInt32BE(16);
  const data = png.subarray(png.indexOf('IDAT') + 4, png.indexOf('IEND') - 8);
  const lines = inflateSync(data);
  const pixel = (x: number, y: number) => lines[y * (width + 1) + 1 + x];

  const { size, data: modules } = encode('2@practice', { border: 4 });

  expect(width).toBe(size * 6);
  expect(lines).toHaveLength(width * (width + 1));
  expect(pixel(0, 0)).toBe(0xff);
  const wrong = modules.flatMap((row, y) =>
    row.filter((isBlack, x) => [0, 5].some((at) => pixel(x * 6 + at, y * 6 + at) !== (isBlack ? 0 : 0xff))),
  );
  expect(wrong).toEqual([]);
});
