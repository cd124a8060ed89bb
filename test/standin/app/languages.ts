/** The languages of the environment, best first, as Electron gives them on Linux: `ru-RU`, `en-US`. */
export function systemLanguages(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  const named = [...(env.LANGUAGE ?? '').split(':'), locale]
    .map((name) => name.replace(/[.@].*/, '').replace('_', '-'))
    .filter((name) => /^[a-z]{2,3}(-|$)/i.test(name));
  return named.length > 0 ? [...new Set(named)] : ['en-US'];
}

/** The language of the user interface: Chromium has one English per country but one Russian. */
export function uiLanguage(languages: readonly string[]): string {
  const first = languages[0] ?? 'en-US';
  if (first === 'en') return 'en-US';
  return /^(en|es|pt|zh)-/.test(first) ? first : (first.split('-')[0] ?? first);
}
