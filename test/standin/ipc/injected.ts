import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeBridge } from './bridge.ts';
import { makeCodec } from './codec.ts';
import { pageWorld } from './page-world.ts';
import { preloadWorld } from './preload-world.ts';

/** The isolated world of the preload; Electron calls it so, too. */
export const isolatedWorld = 'Electron Isolated Context';

/** The scripts that make both halves of a page, to be run before any of its own. */
export function injectedScripts(preload: string | undefined): { page: string; preload: string } {
  const name = JSON.stringify(`b${crypto.randomUUID()}`);
  const { STANDIN_FILES_FROM: folder } = process.env;
  const filesFrom = JSON.stringify(folder ? path.join(folder, path.sep) : '');
  const versions = JSON.stringify(process.versions);
  const body = preload ? `function (require, process, module, exports) { ${readFileSync(preload, 'utf8')}\n}` : 'null';
  const source = preload ? `\n//# sourceURL=${pathToFileURL(preload)}` : '';
  return {
    page: `(${pageWorld})(${name}, ${makeBridge})`,
    preload: `(${preloadWorld})({
      name: ${name}, makeBridge: ${makeBridge}, makeCodec: ${makeCodec}, filesFrom: ${filesFrom}, preload: ${body},
      process: { type: 'renderer', sandboxed: true, contextIsolated: true, platform: '${process.platform}', versions: ${versions} }
    })${source}`,
  };
}
