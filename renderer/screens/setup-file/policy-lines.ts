import type { Say } from '../../../core/i18n/say.ts';
import type { Policy } from '../../../core/policy.ts';

/** What a policy decides, a line each. What leaves everything as it is has none. */
export function policyLines(policy: Policy | null, t: Say): string[] {
  if (policy === null) return [];
  const { limits, allowedHosts = [] } = policy;
  return [
    ...settingLines(policy.settings ?? {}, t),
    limits?.leastPaceMinutes !== undefined && t('setupFile.leastPace', { count: limits.leastPaceMinutes }),
    limits?.groupsPerDay !== undefined && t('setupFile.perDay', { count: limits.groupsPerDay }),
    allowedHosts.length > 0 && t('setupFile.hosts', { hosts: allowedHosts.join(', ') }),
    policy.accountsByHand === false && t('setupFile.noTyping'),
    policy.practice === false && t('setupFile.noPractice'),
    policy.updates === false && t('setupFile.noUpdates'),
  ].filter((line) => line !== false);
}

function settingLines(settings: NonNullable<Policy['settings']>, t: Say): string[] {
  const { language, theme, openAtLogin, closeToTray, paceMinutes, groupsPerDay, hours, keepRecordsFor } = settings;
  const isOn = (value: boolean) => t(value ? 'setupFile.yes' : 'setupFile.no');
  const lines = [
    language !== undefined && [t('settings.language'), languageName(language, t)],
    theme !== undefined && [t('settings.theme'), t(`settings.theme-${theme}`)],
    openAtLogin !== undefined && [t('settings.openAtLogin'), isOn(openAtLogin)],
    closeToTray !== undefined && [t('settings.closeToTray'), isOn(closeToTray)],
    paceMinutes !== undefined && [t('settings.pace'), t('setupFile.minutes', { count: paceMinutes })],
    groupsPerDay !== undefined && [t('sheet.perDay'), String(groupsPerDay)],
    hours !== undefined && [t('sheet.hours'), t('settings.hoursAre', hours)],
    keepRecordsFor !== undefined && [t('settings.keepFor'), t(`settings.keep-${keepRecordsFor}`)],
  ] as const;
  return lines.filter((line) => line !== false).map(([name = '', value = '']) => t('setupFile.setTo', { name, value }));
}

const languageName = (language: 'system' | 'en' | 'ru', t: Say): string =>
  ({ system: t('settings.languageSystem'), en: 'English', ru: 'Русский' })[language];
