import type { SettingName } from '../../../core/settings.ts';
import { useStates } from '../../states.ts';

/** Answers the value to show where the administrator has set it, undefined where a person may. */
export function useLocked(): (name: SettingName, value: string) => string | undefined {
  const { isLocked } = useStates().policy;
  return (name, value) => (isLocked(name) ? value : undefined);
}
