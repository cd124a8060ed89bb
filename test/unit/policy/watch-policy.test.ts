import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { watchPolicy } from '../../../main/policy/watch-policy.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { tempFolder } from '../../support/temp-folder.ts';

function watched(folder = tempFolder()) {
  const file = path.join(folder, 'policy.json');
  const clock = createFakeClock();
  const world = { file, folder, clock, changes: 0 };
  const stop = watchPolicy(file, clock, () => {
    world.changes += 1;
  });
  onTestFinished(stop);
  return Object.assign(world, { stop });
}

/** The system has told of a change: beside the regular look a timer waits. */
const told = (clock: ReturnType<typeof createFakeClock>) => vi.waitFor(() => expect(clock.timers()).toBe(2));

test('what the system tells of is looked at after a moment', async () => {
  const world = watched();
  writeFileSync(world.file, 'one');
  await told(world.clock);

  expect(world.changes).toBe(0);
  await world.clock.advance(300);

  expect(world.changes).toBe(1);
});

test('a file that is written in many steps is read once', async () => {
  const world = watched();
  for (const text of ['{', '{"version"', '{"version":1}']) writeFileSync(world.file, text);
  writeFileSync(`${world.file}.new`, '{"version":1}');
  renameSync(`${world.file}.new`, world.file);
  await told(world.clock);

  await world.clock.advance(300);

  expect(world.changes).toBe(1);
});

test('a folder that comes later is seen by the regular look, and watched from then on', async () => {
  const world = watched(path.join(tempFolder(), 'creategroup'));
  mkdirSync(world.folder);
  writeFileSync(world.file, 'one');

  await world.clock.advance(30_000);
  expect(world.changes).toBe(1);

  rmSync(world.file);
  await told(world.clock);
  await world.clock.advance(300);
  expect(world.changes).toBe(2);
});

test('other files of the folder change nothing', async () => {
  const world = watched();
  writeFileSync(path.join(world.folder, 'readme.txt'), 'ours');
  await told(world.clock);

  await world.clock.advance(60_000);

  expect(world.changes).toBe(0);
});

test('after the end nothing is told and no timer waits', async () => {
  const world = watched();
  world.stop();
  writeFileSync(world.file, 'one');

  await world.clock.advance(60_000);

  expect([world.changes, world.clock.timers()]).toEqual([0, 0]);
});
