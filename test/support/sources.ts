import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type ESTree, parseSync } from 'vite';

export const top = path.resolve(import.meta.dirname, '../..');

/** One file of the sources, parsed. `file` is its path from the top with `/`. */
export type Source = { readonly file: string; readonly program: ESTree.Program; readonly imports: readonly Import[] };

/** `to` is a path from the top for our own files, otherwise the specifier as written. */
export type Import = { readonly from: string; readonly to: string; readonly isType: boolean };

/** Every TypeScript file of these top folders. */
export function readSources(folders: readonly string[]): Source[] {
  return folders
    .flatMap((folder) => readdirSync(path.join(top, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.includes('node_modules'))
    .map((file) => parseSource(path.relative(top, file).split(path.sep).join('/'), readFileSync(file, 'utf8')));
}

/** Reads a text as if it stood in `file`. */
export function parseSource(file: string, text: string): Source {
  const { program, module, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file} does not parse: ${errors[0]?.message}`);

  const of = (specifier: string, isType: boolean): Import => ({ from: file, to: resolve(file, specifier), isType });
  const imported = module.staticImports.map(({ moduleRequest, entries }) =>
    of(moduleRequest.value, entries.length > 0 && entries.every((entry) => entry.isType)),
  );
  const passedOn = module.staticExports
    .flatMap(({ entries }) => entries)
    .flatMap(({ moduleRequest, isType }) => (moduleRequest ? [of(moduleRequest.value, isType)] : []));
  const asked = module.dynamicImports.map(({ moduleRequest }) =>
    of(text.slice(moduleRequest.start, moduleRequest.end).replace(/^['"`]|['"`]$/g, ''), false),
  );
  return { file, program, imports: [...imported, ...passedOn, ...asked] };
}

const resolve = (file: string, specifier: string): string =>
  specifier.startsWith('.') ? path.posix.join(path.posix.dirname(file), specifier) : specifier;
