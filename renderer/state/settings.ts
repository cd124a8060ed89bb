import { computed, signal } from '@preact/signals';
import type { Answer, Api } from '../../core/contract/calls.ts';
import type { Listen } from '../../core/contract/events.ts';
import type { Failure } from '../../core/failure.ts';
import { type Language, languageOf } from '../../core/language.ts';
import type { RecordPeriod } from '../../core/record-period.ts';
import type { Settings, SettingsChange } from '../../core/settings.ts';

type SettingsDeps = {
  readonly api: Pick<Api, 'settings.change' | 'record.countOld'>;
  readonly listen: Listen;
  readonly settings: Settings;
  /** The system's, for `system`. */
  readonly locale: string;
};

/** A choice that is named is given: `undefined` would wipe it. */
type Wanted = { readonly [K in keyof SettingsChange]?: NonNullable<SettingsChange[K]> };

/** The person's choices. A change shows at once and is taken back when main could not keep it. */
export function createSettingsState({ api, listen, settings: first, locale }: SettingsDeps) {
  const settings = signal(first);
  const failure = signal<Failure | null>(null);
  const language = computed<Language>(() => languageOf(settings.value, locale));
  let asked = 0;

  listen('settings.changed', (changed) => {
    settings.value = changed;
  });

  async function change(wanted: Wanted): Promise<void> {
    const before = settings.value;
    asked += 1;
    const mine = asked;
    settings.value = { ...before, ...wanted };
    const answer = await api['settings.change'](wanted);
    failure.value = answer.ok ? null : answer.failure;
    // An older answer must not undo a newer choice.
    if (mine === asked) settings.value = answer.ok ? answer.value : before;
  }

  /** What the record would lose; null when that could not be counted. */
  async function countOld(keepFor: RecordPeriod): Promise<Answer<'record.countOld'> | null> {
    const answer = await api['record.countOld']({ keepFor });
    failure.value = answer.ok ? null : answer.failure;
    return answer.ok ? answer.value : null;
  }

  return { settings, language, failure, change, countOld };
}
