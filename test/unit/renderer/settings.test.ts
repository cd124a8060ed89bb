import { expect, test } from 'vitest';
import type { Settings, SettingsChange } from '../../../core/settings.ts';
import { createSettingsState } from '../../../renderer/state/settings.ts';
import { createCall, createEvents } from './samples.ts';

const settings: Settings = {
  language: 'system',
  theme: 'system',
  openAtLogin: false,
  closeToTray: true,
  closeNoticeSeen: false,
  paceMinutes: 5,
  currentAccountId: null,
};

function create(locale = 'ru-RU') {
  const change = createCall<SettingsChange, Settings>();
  const events = createEvents();
  const state = createSettingsState({
    api: { 'settings.change': change.call },
    listen: events.listen,
    settings,
    locale,
  });
  return { state, change, events };
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
