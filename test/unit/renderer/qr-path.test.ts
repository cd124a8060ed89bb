import { expect, test } from 'vitest';
import { qrPath } from '../../../renderer/components/qr-path.ts';

test('a run of dark modules is one rectangle', () => {
  expect(qrPath([[true, true, false, true]])).toBe('M0 0h2v1H0zM3 0h1v1H3z');
});

test('each row stands at its own height, and light rows draw nothing', () => {
  expect(
    qrPath([
      [false, false],
      [false, true],
    ]),
  ).toBe('M1 1h1v1H1z');
});
