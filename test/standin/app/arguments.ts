export type Arguments = {
  /** Modules to load before the app (`-r`), as Playwright does. */
  readonly modules: readonly string[];
  readonly inspectPort: number | null;
  readonly debuggingPort: number | null;
  readonly appPath: string | null;
  /** Every `--switch=value`, the app's own among them. */
  readonly switches: ReadonlyMap<string, string>;
};

/** Reads the command line as Electron's default app does: the first word without a dash is the app. */
export function parseArguments(argv: readonly string[]): Arguments {
  const modules: string[] = [];
  const switches = new Map<string, string>();
  let appPath: string | null = null;
  const words = argv.values();
  for (const word of words) {
    const [, name, value = ''] = /^--([^=]+)=?(.*)$/s.exec(word) ?? [];
    if (appPath === null && (word === '-r' || word === '--require')) modules.push(words.next().value ?? '');
    else if (name) switches.set(name, value);
    else if (!word.startsWith('-')) appPath ??= word;
  }
  return {
    modules,
    switches,
    appPath,
    inspectPort: portOf(switches.get('inspect')),
    debuggingPort: portOf(switches.get('remote-debugging-port')),
  };
}

const portOf = (value: string | undefined): number | null => (value === undefined ? null : Number(value));
