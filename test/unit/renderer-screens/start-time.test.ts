import { expect, test } from 'vitest';
import type { Queue } from '../../../core/contract/events.ts';
import { paceMsOf, startsAtMs } from '../../../renderer/state/start-time.ts';

const idle: Queue = { waiting: 0, sending: false, nextStartAtMs: null, lastSentAtMs: null, pleaseCheck: 0, run: null };
const paceMs = 300_000;
const nowMs = 1_000_000;

test('an idle queue starts at once', () => {
  expect(startsAtMs(idle, paceMs, nowMs)).toBeNull();
});

test('a slot that has come is at once', () => {
  expect(startsAtMs({ ...idle, nextStartAtMs: nowMs - 1 }, paceMs, nowMs)).toBeNull();
});

test('the pace of the last group is waited for', () => {
  expect(startsAtMs({ ...idle, nextStartAtMs: nowMs + 120_000 }, paceMs, nowMs)).toBe(nowMs + 120_000);
});

test('each group that waits goes before and takes a pace', () => {
  expect(startsAtMs({ ...idle, waiting: 2, nextStartAtMs: nowMs + 1_000 }, paceMs, nowMs)).toBe(nowMs + 601_000);
});

test('a group that is being sent holds the pace from its start', () => {
  const queue = { ...idle, sending: true, lastSentAtMs: nowMs - 10_000 };

  expect(startsAtMs(queue, paceMs, nowMs)).toBe(nowMs + 290_000);
});

test('the practice clock makes five seconds of five minutes, or a quarter of one', () => {
  expect((['real', 'fast', 'fastest'] as const).map((clock) => paceMsOf(5, clock))).toEqual([300_000, 5_000, 250]);
});
