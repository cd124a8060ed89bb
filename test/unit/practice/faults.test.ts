import { expect, test } from 'vitest';
import { createFaults } from '../../../main/practice/faults.ts';

const take = (faults: ReturnType<typeof createFaults>, times: number) =>
  Array.from({ length: times }, () => faults.take('createGroup'));

test('without an order nothing goes wrong', () => {
  expect(take(createFaults(), 2)).toEqual([null, null]);
});

test('next strikes the next call, or so many', () => {
  const faults = createFaults();
  faults.next('createGroup', '502');
  faults.next('createGroup', '429', 2);

  expect(take(faults, 4)).toEqual(['502', '429', '429', null]);
  expect(faults.pending()).toEqual([]);
});

test('nth lets the calls before it pass', () => {
  const faults = createFaults();
  faults.nth('createGroup', '502', 3);

  expect(take(faults, 4)).toEqual([null, null, '502', null]);
});

test('always strikes until the orders are cleared', () => {
  const faults = createFaults();
  faults.always('createGroup', '502');
  const struck = take(faults, 3);
  faults.clear();

  expect([...struck, faults.take('createGroup')]).toEqual(['502', '502', '502', null]);
});

test('a method is struck only by its own orders and by those for every method', () => {
  const faults = createFaults();
  faults.next('getContacts', 'empty-list');
  faults.next('every', '401');

  expect(take(faults, 2)).toEqual(['401', null]);
  expect(faults.take('getContacts')).toBe('empty-list');
});

test('here strikes where a trouble belongs by its nature', () => {
  const faults = createFaults();
  faults.here('empty-list', 1);
  faults.here('expired', null);

  expect(faults.pending()).toEqual([
    { method: 'getContacts', fault: 'empty-list', skip: 0, times: 1 },
    { method: 'getChats', fault: 'empty-list', skip: 0, times: 1 },
    { method: 'every', fault: 'expired', skip: 0, times: null },
  ]);
});

test('an order survives being sent as JSON', () => {
  const [faults, copy] = [createFaults(), createFaults()];
  faults.add({ method: 'createGroup', fault: 'lost-after-effect', skip: 1, times: null });

  for (const order of JSON.parse(JSON.stringify(faults.pending()))) copy.add(order);

  expect(take(copy, 3)).toEqual([null, 'lost-after-effect', 'lost-after-effect']);
});
