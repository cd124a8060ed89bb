import { expect, test } from 'vitest';
import type { Practice } from '../../../core/contract/events.ts';
import { ok } from '../../../core/result.ts';
import { createAppState, type Snapshot } from '../../../renderer/state/app.ts';
import { createCall, createEvents, samplePolicy, sampleSettings } from './samples.ts';

const snapshot: Snapshot = {
  version: '0.1.0',
  platform: 'linux',
  locale: 'en',
  settings: sampleSettings,
  policy: samplePolicy,
  accounts: { accounts: [], currentId: null, canSave: true },
  queue: { waiting: 0, sending: false, nextStartAtMs: null, lastSentAtMs: null, pleaseCheck: 0, run: null },
  practice: { trouble: 'none', clock: 'real' },
  draft: { name: '', entries: [] },
  hasTray: true,
  note: null,
  place: null,
  setup: null,
};

function create() {
  const setTrouble = createCall<Practice, Practice>();
  const events = createEvents();
  const state = createAppState({
    api: {
      'app.copy': async () => ok(null),
      'app.open': async () => ok(null),
      'app.restart': async () => ok(null),
      'record.copies': async () => ok([]),
      'record.putBack': async () => ok(null),
      'app.saveSupportFile': async () => ok({ saved: false }),
      'practice.setTrouble': setTrouble.call,
    },
    listen: events.listen,
    snapshot,
  });
  return { state, setTrouble, events };
}

test('choosing a trouble keeps the clock that was chosen before', async () => {
  const { state, setTrouble } = create();

  const done = state.setTrouble({ trouble: 'offline' });
  setTrouble.answer(0, { trouble: 'offline', clock: 'real' });
  await done;

  expect(setTrouble.asked).toEqual([{ trouble: 'offline', clock: 'real' }]);
});

test('a trouble that could not be set is taken back, and why is said', async () => {
  const { state, setTrouble } = create();

  const done = state.setTrouble({ clock: 'fast' });
  setTrouble.fail(0, { code: 'not-found' });
  await done;

  expect(state.practice.value.clock).toBe('real');
  expect(state.failure.value).toEqual({ code: 'not-found' });
});

test('the queue is the one main told last', () => {
  const { state, events } = create();

  events.emit('queue.changed', { ...snapshot.queue, waiting: 3 });

  expect(state.queue.value.waiting).toBe(3);
});
