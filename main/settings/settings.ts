import { applyPolicy, noPolicy } from '../../core/apply-policy.ts';
import type { Failure } from '../../core/failure.ts';
import { ok, type Result } from '../../core/result.ts';
import { type Settings, settingsSchema } from '../../core/settings.ts';
import type { PolicyService } from '../policy/policy.ts';
import type { SettingsStore } from './settings-store.ts';

/** The choices to change; a missing or undefined one stays as it is. */
export type Change = { readonly [K in keyof Settings]?: Settings[K] | undefined };

/** The choices of the person, as far as the administrator leaves them. */
export type SettingsService = {
  /** What holds now. */
  view(): Settings;
  /** They hold at once, and are written down if the disk takes them. Fails as `PolicyService.mayChange`. */
  change(change: Change): Result<Settings, Failure>;
  /** Called when a person or the policy has changed them. */
  onChanged(listener: (settings: Settings) => void): () => void;
};

type Rules = Pick<PolicyService, 'apply' | 'mayChange' | 'onChanged'>;

const noRules: Rules = {
  apply: (chosen) => applyPolicy(chosen, noPolicy),
  mayChange: () => ok(null),
  onChanged: () => () => {},
};

export function createSettings(
  store: Pick<SettingsStore, 'kept' | 'saveSettings'>,
  policy: Rules = noRules,
): SettingsService {
  const listeners = new Set<(settings: Settings) => void>();
  const view = () => policy.apply(store.kept().settings);
  const tell = () => {
    for (const listener of listeners) listener(view());
  };
  policy.onChanged(tell);

  return {
    view,
    change(change) {
      const allowed = policy.mayChange(change);
      if (!allowed.ok) return allowed;
      const wanted = Object.entries(change).filter(([, value]) => value !== undefined);
      // What the person chose stays on the disk as they chose it: it holds again when a policy ends.
      store.saveSettings(settingsSchema.parse({ ...store.kept().settings, ...Object.fromEntries(wanted) }));
      tell();
      return ok(view());
    },
    onChanged(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
