import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endpoints, type MethodName } from '../../../main/green-api/endpoints.ts';
import { createPacer } from '../../../main/green-api/pace.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

// `Object.keys` forgets the names' type.
const methodNames = Object.keys(endpoints) as MethodName[];

test('the first call goes at once and leaves no timer behind', async () => {
  const clock = createFakeClock();
  const pacer = createPacer({ clock });

  await pacer.turn('1101', 'createGroup');

  expect(clock.timers()).toBe(0);
});

test('calls of one method wait for their turn, in their order', async () => {
  const clock = createFakeClock();
  const pacer = createPacer({ clock });
  const turns: (readonly [string, number])[] = [];
  for (const name of ['first', 'second', 'third'])
    void pacer.turn('1101', 'getContacts').then(() => turns.push([name, clock.monotonic()]));

  await clock.advance(10_000);

  expect(turns).toEqual([
    ['first', 0],
    ['second', 1100],
    ['third', 2200],
  ]);
  expect(clock.timers()).toBe(0);
});

test('other methods and other instances do not wait', async () => {
  const clock = createFakeClock();
  const pacer = createPacer({ clock });

  await pacer.turn('1101', 'getContacts');
  await pacer.turn('1101', 'getChats');
  await pacer.turn('1102', 'getContacts');

  expect(clock.monotonic()).toBe(0);
});

test('no instance ever meets more calls of a method in a second than are documented', async () => {
  const asked = fc.record({
    afterMs: fc.nat(700),
    method: fc.constantFrom(...methodNames),
    instance: fc.constantFrom('1101', '7103'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(asked, { maxLength: 60 }), async (calls) => {
      const clock = createFakeClock();
      const pacer = createPacer({ clock });
      const sent: { readonly key: string; readonly perSecond: number; readonly atMs: number }[] = [];
      for (const { afterMs, method, instance } of calls) {
        await clock.advance(afterMs);
        void pacer
          .turn(instance, method)
          .then(() =>
            sent.push({ key: instance + method, perSecond: endpoints[method].perSecond, atMs: clock.monotonic() }),
          );
      }
      await clock.advance(100_000);

      expect(sent).toHaveLength(calls.length);
      for (const { key, perSecond, atMs } of sent) {
        const within = sent.filter((other) => other.key === key && other.atMs >= atMs && other.atMs < atMs + 1000);
        expect(within.length).toBeLessThanOrEqual(perSecond);
      }
    }),
    { numRuns: 40 },
  );
});
