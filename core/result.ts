import type { Failure } from './failure.ts';

/** What a call answers when failing is a normal outcome. Bugs and broken disks throw instead. */
export type Result<T, F = Failure> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: F };

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });
export const err = <F>(failure: F): Result<never, F> => ({ ok: false, failure });
