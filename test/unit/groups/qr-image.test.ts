import { inflateSync } from 'node:zlib';
import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { qrPng, qrSvg } from '../../../main/groups/qr-image.ts';

const link = 'https://chat.whatsapp.com/HnT4kQ2vXw09LrUe7ZbYcD';

test('the picture holds the code of the link, module by module, with a quiet zone of four', () => {
  const png = qrPng(link, 3);
  const { data, size } = encode(link, { border: 4, ecc: 'M' });
  const side = png.readUInt32BE(16);
  expect(side).toBe(size * 3);

  const start = png.indexOf('IDAT') + 4;
  const pixels = inflateSync(png.subarray(start, start + png.readUInt32BE(start - 8)));
  const isDark = (x: number, y: number) => pixels[(y * 3 + 1) * (side + 1) + 1 + x * 3 + 1] === 0;
  expect(data.map((row, y) => row.map((_, x) => isDark(x, y)))).toEqual(data);
  expect(data.slice(0, 4).flat()).not.toContain(true);
});

test('the drawing is an SVG of the same size', () => {
  expect(qrSvg(link)).toMatch(/^<svg [^>]*viewBox=/);
});
