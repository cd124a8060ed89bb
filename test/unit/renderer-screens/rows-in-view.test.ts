import fc from 'fast-check';
import { expect, test } from 'vitest';
import { offsetToShow, rowsInView } from '../../../renderer/screens/people/rows-in-view.ts';

const rowPx = 36;

const view = fc
  .record({
    count: fc.integer({ min: 1, max: 100_000 }),
    viewPx: fc.integer({ min: 1, max: 2000 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ count, viewPx, share }) => ({
    count,
    viewPx,
    rowPx,
    offsetPx: Math.round(share * Math.max(0, count * rowPx - viewPx)),
  }));

test('every row that is seen is drawn, wherever the list is scrolled to', () => {
  fc.assert(
    fc.property(view, (at) => {
      const { first, last } = rowsInView(at);
      const seenFirst = Math.floor(at.offsetPx / rowPx);
      const seenLast = Math.min(at.count - 1, Math.ceil((at.offsetPx + at.viewPx) / rowPx) - 1);
      expect(first).toBeLessThanOrEqual(seenFirst);
      expect(last).toBeGreaterThanOrEqual(seenLast);
    }),
  );
});

test('no more rows are drawn than the view and a few around it take, and none that is not there', () => {
  fc.assert(
    fc.property(view, (at) => {
      const { first, last } = rowsInView(at);
      expect(first).toBeGreaterThanOrEqual(0);
      expect(last).toBeLessThan(at.count);
      expect(last - first + 1).toBeLessThanOrEqual(Math.ceil(at.viewPx / rowPx) + 9);
    }),
  );
});

test('a list that has become shorter than where one was still draws its end', () => {
  const { first, last } = rowsInView({ offsetPx: 500 * rowPx, viewPx: 400, rowPx, count: 10 });

  expect({ first, last }).toEqual({ first: 5, last: 9 });
});

test('an empty list draws nothing', () => {
  const { first, last } = rowsInView({ offsetPx: 0, viewPx: 400, rowPx, count: 0 });

  expect(last).toBeLessThan(first);
});

test.each([
  ['above the view', 3, 360, 108],
  ['at its upper edge by a part', 10, 370, 360],
  ['within it', 12, 360, 360],
  ['at its lower edge by a part', 20, 360, 396],
  ['below it', 99, 360, 3240],
])('a row %s comes into view by as little as it takes', (_, index, offsetPx, expected) => {
  expect(offsetToShow(index, { offsetPx, viewPx: 360, rowPx })).toBe(expected);
});
