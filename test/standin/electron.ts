import type * as names from './names.ts';

// The module `electron`, by its names and, for electron-store, as a default.
export * from './names.ts';
export * as default from './names.ts';

type Invented = Exclude<keyof typeof names, keyof typeof Electron.CrossProcessExports>;
true satisfies [Invented] extends [never] ? true : Invented;
