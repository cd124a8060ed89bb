import path from 'node:path';

export const top = path.resolve(import.meta.dirname, '../..');

export const isWindows = process.platform === 'win32';

/** Our own Node, which runs TypeScript as it is, whatever Node the machine has. */
export const node = path.join(top, 'node_modules/node/bin', isWindows ? 'node.exe' : 'node');

/** A file of an installed package: `bin('vitest', 'vitest.mjs')`. */
export const bin = (name, file) => path.join(top, 'node_modules', name, file);

/** Whether this module is what Node was started with, and not only imported. */
export const isMain = (meta) => process.argv[1] !== undefined && path.resolve(process.argv[1]) === meta.filename;
