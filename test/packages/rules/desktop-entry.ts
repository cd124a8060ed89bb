import { readFileSync } from 'node:fs';
import { askTool, product, same, setupType, unless } from '../product.ts';

/** The groups of a desktop entry with their keys, as they stand there. */
export type DesktopEntry = ReadonlyMap<string, ReadonlyMap<string, string>>;

const actions: Readonly<Record<string, string>> = { NewGroup: '--new-group', FromSpreadsheet: '--from-spreadsheet' };

/** Reads a desktop entry (freedesktop.org Desktop Entry Specification 1.5). Throws at a line that is none. */
export function parseDesktopEntry(text: string): DesktopEntry {
  const groups = new Map<string, Map<string, string>>();
  let open: Map<string, string> | null = null;
  for (const line of text.split('\n').filter((each) => each !== '' && !each.startsWith('#'))) {
    const group = /^\[([^[\]]+)\]$/.exec(line)?.[1];
    const [, key, value] = /^([A-Za-z0-9-]+(?:\[[\w@.-]+\])?)=(.*)$/.exec(line) ?? [];
    if (group !== undefined) {
      open = new Map();
      groups.set(group, open);
    } else if (open && key !== undefined && value !== undefined) open.set(key, value);
    else throw new Error(`«${line}» is no line of a desktop entry`);
  }
  return groups;
}

/** `program` is what the menu starts, as it must stand there. */
export function desktopEntryTroubles(file: string, program: string): readonly string[] {
  const entry = parseDesktopEntry(readFileSync(file, 'utf8'));
  const main = entry.get('Desktop Entry') ?? new Map<string, string>();
  const mimeTypes = main.get('MimeType') ?? '';
  return [
    ...same('Type', main.get('Type'), 'Application'),
    ...same('Name', main.get('Name'), 'CreateGroup'),
    ...same('Icon', main.get('Icon'), product.name),
    ...same('StartupWMClass', main.get('StartupWMClass'), product.name),
    ...same('Exec', main.get('Exec'), `${program} %U`),
    ...same('MimeType', mimeTypes, `${setupType};`),
    ...['Comment', 'GenericName', 'Keywords'].flatMap((key) => bothLanguages(main, key)),
    ...same('Actions', main.get('Actions'), `${Object.keys(actions).join(';')};`),
    ...Object.entries(actions).flatMap(([name, word]) => actionTroubles(entry, name, `${program} ${word}`)),
    ...askTool('desktop-file-validate', [file]),
  ];
}

function actionTroubles(entry: DesktopEntry, name: string, command: string): readonly string[] {
  const group = entry.get(`Desktop Action ${name}`);
  if (!group) return [`the action ${name} is missing`];
  return [...same(`Exec of ${name}`, group.get('Exec'), command), ...bothLanguages(group, 'Name')];
}

const bothLanguages = (group: ReadonlyMap<string, string>, key: string): readonly string[] => [
  ...unless(Boolean(group.get(key)), `${key} is missing`),
  ...unless(/[а-я]/.test(group.get(`${key}[ru]`) ?? ''), `${key}[ru] is not Russian`),
];
