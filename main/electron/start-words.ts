import type { ScreenName } from '../../core/contract/events.ts';

/** What the actions of a menu entry start the app with (`electron-builder.yml`), and the screen that each leads to. */
const screens: Readonly<Record<string, ScreenName>> = {
  '--new-group': 'new-group',
  '--from-spreadsheet': 'sheet',
};

/** The screen that a command line asks for; the last one when there are several, null when there is none. */
export function screenAskedBy(argv: readonly string[]): ScreenName | null {
  const asked = argv.filter((word) => Object.hasOwn(screens, word)).at(-1);
  return asked === undefined ? null : (screens[asked] ?? null);
}
