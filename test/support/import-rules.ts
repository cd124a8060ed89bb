import type { Import, Source } from './sources.ts';

/** Who may import whom, as ARCHITECTURE.md says it. Every rule answers what is wrong with an import, or null. */
type Rule = (line: Import) => string | null;

const isOurs = (to: string): boolean => /^(core|main|preload|renderer|test|bench)\//.test(to);
const isNode = (to: string): boolean => to.startsWith('node:');
const within = (to: string, ...folders: readonly string[]): boolean => folders.some((folder) => to.startsWith(folder));
const isPackage = (to: string, ...names: readonly string[]): boolean =>
  names.some((name) => to === name || to.startsWith(`${name}/`));

/** `main/groups/queue.ts` lies in `main/groups/`, `main/index.ts` in `main/`, `core/i18n/words.ts` in `core/`. */
const folderOf = (file: string): string => /^main\/[^/]+\/|^[^/]+\//.exec(file)?.[0] ?? '';

const allowed: Readonly<Record<string, (line: Import) => boolean>> = {
  'core/': ({ to }) => within(to, 'core/') || isPackage(to, 'zod', 'libphonenumber-js'),
  'preload/': ({ to, isType }) =>
    within(to, 'core/contract/names.ts') || to === 'electron' || (isType && within(to, 'core/')),
  'renderer/': ({ to }) =>
    within(to, 'core/', 'renderer/') || isPackage(to, 'preact', '@preact/signals', 'lucide-preact', 'uqr'),
  'main/': ({ to }) => within(to, 'core/', 'main/') || isNode(to) || isPackage(to, 'electron', 'zod'),
  'main/electron/': ({ to, isType }) =>
    within(to, 'core/', 'main/electron/') ||
    isNode(to) ||
    isPackage(to, 'electron', 'electron-store', 'zod') ||
    (isType && within(to, 'main/')),
  'main/practice/': ({ to, isType }) =>
    within(to, 'core/', 'main/practice/', 'main/green-api/endpoints.ts') ||
    isNode(to) ||
    isPackage(to, 'uqr') ||
    (isType && within(to, 'main/')),
};

/** A feature folder of main: its own insides, the storage, the log and the tables; of the others the types alone. */
const allowedInFeature = ({ from, to, isType }: Import): boolean =>
  within(to, 'core/', folderOf(from), 'main/storage/', 'main/log/', 'main/spreadsheet/') ||
  isNode(to) ||
  isPackage(to, 'zod', 'got', 'electron-store', 'electron-log', 'uqr', 'papaparse', 'write-excel-file', 'jose') ||
  (isType && within(to, 'main/'));

const keepsToItsNeighbours: Rule = (line) => {
  const may = allowed[folderOf(line.from)] ?? (line.from.startsWith('main/') ? allowedInFeature : () => true);
  return may(line) ? null : `${line.from} may not import ${line.to}`;
};

const electronStaysAtTheEdge: Rule = ({ from, to }) =>
  isPackage(to, 'electron') && from !== 'main/index.ts' && !within(from, 'main/electron/', 'preload/')
    ? `${from} imports electron`
    : null;

const gotStaysInTheClient: Rule = ({ from, to, isType }) =>
  isPackage(to, 'got') && from !== 'main/green-api/client.ts' && !(isType && from === 'main/green-api/failures.ts')
    ? `${from} imports got`
    : null;

const nothingNeedsTests: Rule = ({ from, to }) => (within(to, 'test/', 'bench/') ? `${from} imports ${to}` : null);

const rules = [keepsToItsNeighbours, electronStaysAtTheEdge, gotStaysInTheClient, nothingNeedsTests];

/** A sentence for every import that breaks a rule. */
export function brokenRules(sources: readonly Source[]): string[] {
  const lines = sources.filter(({ file }) => !within(file, 'test/', 'bench/')).flatMap(({ imports }) => imports);
  const broken = lines.flatMap((line) => rules.flatMap((rule) => rule(line) ?? []));
  return [...broken, ...schemasInTheWindow(sources)];
}

/** zod weighs more than the whole window may: from files that lead to it the window takes types only. */
function schemasInTheWindow(sources: readonly Source[]): string[] {
  const byFile = new Map(sources.map((source) => [source.file, source]));
  const leadsToZod = (file: string, seen = new Set<string>()): boolean => {
    if (seen.has(file)) return false;
    seen.add(file);
    const values = byFile.get(file)?.imports.filter(({ isType }) => !isType) ?? [];
    return values.some(({ to }) => isPackage(to, 'zod') || (isOurs(to) && leadsToZod(to, seen)));
  };
  return sources
    .filter(({ file }) => within(file, 'renderer/', 'preload/'))
    .flatMap(({ imports }) => imports)
    .filter(({ to, isType }) => !isType && within(to, 'core/') && leadsToZod(to))
    .map(({ from, to }) => `${from} takes a value from ${to}, which brings zod`);
}
