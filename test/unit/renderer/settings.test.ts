import { expect, test } from 'vitest';
import type { Answer, Args } from '../../../core/contract/calls.ts';
import type { Settings, SettingsChange } from '../../../core/settings.ts';
import { createSettingsState } from '../../../renderer/state/settings.ts';
import { createCall, createEvents, sampleSettings as settings } from './samples.ts';

function create(locale = 'ru-RU') {
  const change = createCall<SettingsChange, Settings>();
  const countOld = createCall<Args<'record.countOld'>, Answer<'record.countOld'>>();
  const events = createEvents();
  const state = createSettingsState({
    api: { 'settings.change': change.call, 'record.countOld': countOld.call },
    listen: events.listen,
    settings,
    locale,
  });
  return { state, change, countOld, events };
}

test('a choice shows at once, before main has kept it', () => {
  const { state } = create();

  void state.change({ theme: 'dark' });

  expect(state.settings.value.theme).toBe('dark');
});

test('a choice that could not be kept is taken back, and why is said', async () => {
  const { state, change } = create();

  const done = state.change({ theme: 'dark' });
  change.fail(0, { code: 'disk-full' });
  await done;

  expect(state.settings.value.theme).toBe('system');
  expect(state.failure.value).toEqual({ code: 'disk-full' });
});

test('the answer to an older choice does not undo a newer one', async () => {
  const { state, change } = create();

  const older = state.change({ paceMinutes: 6 });
  const newer = state.change({ paceMinutes: 7 });
  change.answer(1, { ...settings, paceMinutes: 7 });
  await newer;
  change.answer(0, { ...settings, paceMinutes: 6 });
  await older;

  expect(state.settings.value.paceMinutes).toBe(7);
});

test('the language follows the system until one is chosen', () => {
  const { state, events } = create('uk');
  expect(state.language.value).toBe('ru');

  events.emit('settings.changed', { ...settings, language: 'en' });

  expect(state.language.value).toBe('en');
});

test('what the record would lose is asked for, and why it could not be counted is said', async () => {
  const { state, countOld } = create();

  const counted = state.countOld('1-year');
  countOld.answer(0, { groups: 3, runs: 1 });
  const refused = state.countOld('6-months');
  countOld.fail(1, { code: 'forbidden' });

  expect([await counted, await refused]).toEqual([{ groups: 3, runs: 1 }, null]);
  expect(countOld.asked).toEqual([{ keepFor: '1-year' }, { keepFor: '6-months' }]);
  expect(state.failure.value).toEqual({ code: 'forbidden' });
});
