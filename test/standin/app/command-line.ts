/** `app.commandLine`. What the app itself appends is meant for Chromium; what came from outside is not passed on. */
export function createCommandLine(given: ReadonlyMap<string, string>) {
  const switches = new Map(given);
  const appended = new Map<string, string>();
  // Of the outside's, those which change how a page looks; any other may hold a path or a secret of the app.
  const forChromium = ['lang', 'force-device-scale-factor', 'force-prefers-reduced-motion', 'no-sandbox'];

  return {
    commandLine: {
      hasSwitch: (name: string) => switches.has(name),
      getSwitchValue: (name: string) => switches.get(name) ?? '',
      appendSwitch(name: string, value = '') {
        switches.set(name, value);
        appended.set(name, value);
      },
    } satisfies Partial<Electron.CommandLine>,

    chromiumSwitches(): string[] {
      const outside = [...given].filter(([name]) => forChromium.includes(name));
      return [...outside, ...appended].map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`));
    },
  };
}
