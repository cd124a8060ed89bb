import path from 'node:path';
import { expect, test } from 'vitest';
import type { Account } from '../../../core/account.ts';
import { ok } from '../../../core/result.ts';
import type { Engine } from '../../../main/engine.ts';
import { createPracticeRoom } from '../../../main/practice-room.ts';
import { createQuickClock } from '../../../main/quick-clock.ts';
import { systemClock } from '../../../main/system-clock.ts';
import { tempFolder } from '../../support/temp-folder.ts';

/** A practice room whose engines only note when they are opened and stopped. */
function begin({ opens = () => {} }: { opens?: () => void } = {}) {
  const seen: string[] = [];
  const clock = createQuickClock(systemClock);
  const account = { id: 'practice' } as Account; // the room looks at nothing else of it
  const room = createPracticeRoom({
    accounts: {
      openPractice: () => account,
      closePractice: () => void seen.push('account closed'),
      choose: async () => ok(null),
      check: async () => ok(account),
    },
    file: path.join(tempFolder(), 'practice.db'),
    clock,
    label: () => 'Practice',
    openEngine: (speed) => {
      opens();
      seen.push(`${speed} opened`);
      const engine: Pick<Engine, 'start' | 'stop'> = {
        start: async () => {},
        stop: async () => void seen.push(`${speed} stopped`),
      };
      return engine as Engine; // nor of the engine
    },
  });
  return { room, seen, clock };
}

test('a double click opens one room', async () => {
  const { room, seen } = begin();

  await Promise.all([room.start(), room.start()]);
  await room.stop();

  expect(seen).toEqual(['fast opened', 'account closed', 'fast stopped']);
});

test('the clock may be changed and changed back in one moment, and the room left meanwhile', async () => {
  const { room, seen } = begin();
  await room.start();

  const slow = room.setTrouble({ trouble: 'none', clock: 'real' });
  const fast = room.setTrouble({ trouble: 'none', clock: 'fast' });
  await Promise.all([slow, fast, room.leave()]);

  expect(seen).toEqual([
    'fast opened',
    'fast stopped',
    'real opened',
    'real stopped',
    'fast opened',
    'account closed',
    'fast stopped',
  ]);
});

test('for the fastest clock the service hurries too, and only for it', async () => {
  const { room, clock } = begin();
  await room.setTrouble({ trouble: 'none', clock: 'fastest' });
  expect(clock.speed()).toBe(1);

  await room.start();
  expect(clock.speed()).toBe(1200);
  await room.setTrouble({ trouble: 'none', clock: 'fast' });
  expect(clock.speed()).toBe(1);
  await room.setTrouble({ trouble: 'none', clock: 'fastest' });
  expect(clock.speed()).toBe(1200);
  await room.stop();
});

test('a room whose record cannot be opened leaves no account behind, and may be tried again', async () => {
  let isFull = true;
  const { room, seen } = begin({
    opens: () => {
      if (isFull) throw new Error('no room');
    },
  });

  await expect(room.start()).rejects.toThrow('no room');
  expect(seen).toEqual(['account closed']);
  isFull = false;
  await room.start();
  await room.stop();

  expect(seen).toContain('fast opened');
});
