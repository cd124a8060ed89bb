import { type Settings, settingsSchema } from '../../core/settings.ts';
import type { SettingsStore } from './settings-store.ts';

/** The choices to change; a missing or undefined one stays as it is. */
export type Change = { readonly [K in keyof Settings]?: Settings[K] | undefined };

/** The choices of the person. */
export type SettingsService = {
  view(): Settings;
  /** They hold at once, and are written down if the disk takes them. */
  change(change: Change): Settings;
  onChanged(listener: (settings: Settings) => void): () => void;
};

export function createSettings(store: Pick<SettingsStore, 'kept' | 'saveSettings'>): SettingsService {
  const listeners = new Set<(settings: Settings) => void>();

  return {
    view: () => store.kept().settings,
    change(change) {
      const wanted = Object.entries(change).filter(([, value]) => value !== undefined);
      const settings = settingsSchema.parse({ ...store.kept().settings, ...Object.fromEntries(wanted) });
      store.saveSettings(settings);
      for (const listener of listeners) listener(settings);
      return settings;
    },
    onChanged(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
