import { expect, test } from 'vitest';
import { createSettings } from '../../../main/settings/settings.ts';
import { openSettingsStore } from '../../../main/settings/settings-store.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { plainFile } from './samples.ts';

const opened = (folder: string) => openSettingsStore({ file: plainFile(folder), now: () => 0 });

test('a choice is kept, told to those who listen, and leaves the others alone', () => {
  const folder = tempFolder();
  const settings = createSettings(opened(folder));
  const heard: unknown[] = [];
  settings.onChanged((changed) => heard.push(changed.theme));

  const answer = settings.change({ theme: 'dark', language: undefined });

  expect(answer).toMatchObject({ value: { theme: 'dark', language: 'system' } });
  expect(heard).toEqual(['dark']);
  expect(answer).toEqual({ ok: true, value: createSettings(opened(folder)).view() });
});

test('who no longer listens is not told', () => {
  const settings = createSettings(opened(tempFolder()));
  const heard: unknown[] = [];
  const stop = settings.onChanged((changed) => heard.push(changed));

  stop();
  settings.change({ paceMinutes: 10 });

  expect(heard).toEqual([]);
});
