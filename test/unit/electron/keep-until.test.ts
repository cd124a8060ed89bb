import { EventEmitter } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { keepUntil } from '../../../main/electron/keep-until.ts';

/** What nobody holds any more is gone afterwards. */
async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc');
  await nextTurn();
  runInNewContext('gc')();
}

/** A notification that nobody here holds. */
function shown(keep: (notification: EventEmitter) => void): WeakRef<EventEmitter> {
  const notification = new EventEmitter();
  keep(notification);
  return new WeakRef(notification);
}

test('a notification that hangs on the screen is still there to be clicked, and is let go afterwards', async () => {
  const kept = shown((notification) => keepUntil(notification, (letGo) => notification.once('close', letGo)));
  const forgotten = shown(() => {});

  await collectGarbage();
  expect(forgotten.deref()).toBeUndefined();
  expect(kept.deref()).toBeDefined();

  kept.deref()?.emit('close');
  await collectGarbage();
  expect(kept.deref()).toBeUndefined();
});
