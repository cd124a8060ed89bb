import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { app, protocol } from 'electron';
import { contentSecurityPolicy } from './policy.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Must run before `ready`: makes `app://` a standard, secure scheme. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

type MemoryFile = { readonly type: string; readonly body: string };

/** Folders of `app://print/`, which has an origin of its own: nothing there can reach the window. */
const inMemory = new Map<string, MemoryFile>();

/** Serves files that lie in memory alone, until `stop`. `folder` is a name that nobody guesses. */
export function serveFromMemory(folder: string, files: Readonly<Record<string, MemoryFile>>) {
  const entries = Object.entries(files).map(([name, file]) => [`/${folder}/${name}`, file] as const);
  for (const [pathname, file] of entries) inMemory.set(pathname, file);
  return {
    url: `app://print/${folder}/`,
    stop(): void {
      for (const [pathname] of entries) inMemory.delete(pathname);
    },
  };
}

/** Where the built window lies, with the help's pages in `help/`, and where the help's pictures are. */
export type AppFolders = { readonly window: string; readonly helpPictures: string };

/** Serves the built window and the help. Only files that were found in the folders are known, so no path can lead elsewhere. */
export function serveApp(folders: AppFolders): void {
  let files = filesByHost(folders);
  protocol.handle('app', async (request) => {
    const { host, pathname } = new URL(request.url);
    const kept = host === 'print' ? inMemory.get(pathname) : undefined;
    if (kept) return respond(kept.body, kept.type);
    // While it is developed, the folder is built anew under the app's feet.
    if (!app.isPackaged && !files[host]?.has(pathname)) files = filesByHost(folders);
    const file = files[host]?.get(pathname);
    if (!file) return new Response('not found', { status: 404 });
    return respond(await readFile(file), types[path.extname(file)] ?? 'application/octet-stream');
  });
}

const respond = (body: string | Buffer<ArrayBuffer>, type: string): Response =>
  new Response(body, {
    headers: {
      'content-type': type,
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
    },
  });

type Files = ReadonlyMap<string, string>;

const filesByHost = ({ window, helpPictures }: AppFolders): Readonly<Record<string, Files>> => ({
  window: filesIn(window),
  help: new Map([...filesIn(path.join(window, 'help')), ...filesIn(helpPictures, '/images')]),
});

/** Path in a URL → file, for everything in the folder; a folder that is not there has nothing. */
function filesIn(folder: string, at = ''): Files {
  if (!existsSync(folder)) return new Map();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [`${at}/${path.relative(folder, file).split(path.sep).join('/')}`, file]),
  );
}
