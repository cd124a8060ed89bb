import type { EventEmitter } from 'node:events';
// Makes Electron's own types known to every file of this folder, as the namespace `Electron`.
import type {} from 'electron';

type Own<T> = Omit<T, keyof EventEmitter>;

/** What of ours Electron does not have. */
type Unknown<Ours, Real> = Exclude<keyof Own<Ours>, keyof Real>;

/**
 * Holds for ours when Electron has each public member under the same name with the same type, so that drift from
 * electron.d.ts does not compile. For objects of classes; literals have `satisfies Partial<…>`.
 */
export type PartOf<Ours extends Partial<Own<Real>>, Real> = [Unknown<Ours, Real>] extends [never]
  ? true
  : `Electron has no ${Extract<Unknown<Ours, Real>, string>}`;
