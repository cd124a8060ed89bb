import { existsSync, renameSync } from 'node:fs';

/**
 * Renames a file that is damaged or was replaced, and what lies beside it under the same name, by the date. Nothing is
 * overwritten or deleted.
 */
export function putAside(
  file: string,
  nowMs: number,
  besides: readonly string[] = [],
  why: 'damaged' | 'replaced' = 'damaged',
): string {
  const date = new Date(nowMs).toISOString().slice(0, 19).replaceAll(':', '-');
  const free = (count: number): string => {
    const name = `${file}.${why}-${date}${count === 0 ? '' : `-${count}`}`;
    return existsSync(name) ? free(count + 1) : name;
  };
  const aside = free(0);
  for (const suffix of [...besides, '']) if (existsSync(file + suffix)) renameSync(file + suffix, aside + suffix);
  return aside;
}
