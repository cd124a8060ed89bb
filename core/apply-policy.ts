import type { Policy } from './policy.ts';
import { type SettingName, type Settings, settingNames } from './settings.ts';

/** What holds where no administrator says otherwise: the service's own pace, and fewer groups than WhatsApp blocks at. */
export const usualLimits = { leastPaceMinutes: 5, groupsPerDay: 25 } as const;

export const noPolicy: Policy = { version: 1 };

/** Two policies as one, key by key: where both decide, the machine's holds. */
export function joinPolicies(machine: Policy, fromSetup: Policy): Policy {
  return {
    ...fromSetup,
    ...machine,
    settings: { ...fromSetup.settings, ...machine.settings },
    limits: { ...fromSetup.limits, ...machine.limits },
  };
}

/** The same without whatever allows more than is usual: for when the machine's own word cannot be read. */
export function carefulPolicy({ settings, limits, allowedHosts: _, ...rest }: Policy): Policy {
  const { leastPaceMinutes: usualPace, groupsPerDay: usualDay } = usualLimits;
  return {
    ...rest,
    settings: {
      ...settings,
      ...(settings?.paceMinutes !== undefined && { paceMinutes: Math.max(settings.paceMinutes, usualPace) }),
      ...(settings?.groupsPerDay !== undefined && { groupsPerDay: Math.min(settings.groupsPerDay, usualDay) }),
    },
    limits: {
      leastPaceMinutes: Math.max(limits?.leastPaceMinutes ?? usualPace, usualPace),
      groupsPerDay: Math.min(limits?.groupsPerDay ?? usualDay, usualDay),
    },
  };
}

/** How far a person may go. */
export const limitsOf = ({ limits }: Policy) => ({
  leastPaceMinutes: limits?.leastPaceMinutes ?? usualLimits.leastPaceMinutes,
  mostPerDay: limits?.groupsPerDay ?? usualLimits.groupsPerDay,
});

/** The settings that hold: what the administrator set, else what the person chose as far as the limits allow it. */
export function applyPolicy(chosen: Settings, policy: Policy): Settings {
  const { settings: given = {}, limits } = policy;
  const { leastPaceMinutes, mostPerDay } = limitsOf(policy);
  return {
    ...chosen,
    language: given.language ?? chosen.language,
    theme: given.theme ?? chosen.theme,
    openAtLogin: given.openAtLogin ?? chosen.openAtLogin,
    closeToTray: given.closeToTray ?? chosen.closeToTray,
    hours: given.hours ?? chosen.hours,
    keepRecordsFor: given.keepRecordsFor ?? chosen.keepRecordsFor,
    // A limit that the administrator wrote down holds for what they set as well: the more careful of the two.
    paceMinutes:
      given.paceMinutes === undefined
        ? Math.max(chosen.paceMinutes, leastPaceMinutes)
        : Math.max(given.paceMinutes, limits?.leastPaceMinutes ?? 1),
    groupsPerDay:
      given.groupsPerDay === undefined
        ? Math.min(chosen.groupsPerDay, mostPerDay)
        : Math.min(given.groupsPerDay, limits?.groupsPerDay ?? given.groupsPerDay),
  };
}

/** What the administrator set, and nobody else changes. */
export const lockedBy = ({ settings = {} }: Policy): SettingName[] =>
  settingNames.options.filter((name) => settings[name] !== undefined);
