import { signal } from '@preact/signals';
import type { Listen } from '../../core/contract/events.ts';
import type { PolicyView } from '../../core/policy-view.ts';
import type { SettingName } from '../../core/settings.ts';

/** What the administrator has decided, as main last said it. */
export function createPolicyState({ listen, policy: first }: { readonly listen: Listen; readonly policy: PolicyView }) {
  const policy = signal(first);
  /** The note of a policy that cannot be read was closed; another trouble shows it again. */
  const isTroubleClosed = signal(false);

  listen('policy.changed', (changed) => {
    if (JSON.stringify(changed.trouble) !== JSON.stringify(policy.peek().trouble)) isTroubleClosed.value = false;
    policy.value = changed;
  });

  return { policy, isTroubleClosed, isLocked: (name: SettingName): boolean => policy.value.locked.includes(name) };
}
