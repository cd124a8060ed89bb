import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { copyDurably } from './copy-durably.ts';

/** The last versions of a file beside it: `config.json.bak-1` is as new as the file itself, 2 and 3 are older. */
export type Backups = {
  /** The contents of the backups, the newest first; `content` is undefined where it cannot be read. */
  list(): { readonly path: string; readonly content: unknown }[];
  /** Copies the file as it is now. `alone` drops the older ones: what was removed must not lie about in them. */
  keep(options: { readonly alone: boolean }): void;
};

const places = [1, 2, 3] as const;

export function createBackups(file: string): Backups {
  const pathOf = (place: number) => `${file}.bak-${place}`;

  return {
    list: () =>
      places
        .map(pathOf)
        .filter((path) => existsSync(path))
        .map((path) => ({ path, content: readJson(path) })),

    keep({ alone }) {
      for (const place of places.toReversed().slice(0, -1)) {
        if (alone) rmSync(pathOf(place), { force: true, recursive: true });
        else if (existsSync(pathOf(place - 1))) renameSync(pathOf(place - 1), pathOf(place));
      }
      copyDurably(file, pathOf(1));
    },
  };
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined; // damaged or not ours to read: the next one may be better
  }
}
