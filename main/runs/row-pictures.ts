import { type PictureTrouble, picturesMostMb } from '../../core/group-picture.ts';
import type { PictureProblem } from '../../core/group-run.ts';
import { ok, type Result } from '../../core/result.ts';
import type { RunFiles } from './files.ts';
import { isPicture, pictureMostBytes } from './picture.ts';
import type { KeptRow, RunPictures, RunStore } from './store.ts';

/** The pictures that rows name: what was found is kept by its name, of the others it is known why not. */
export type RowPictures = {
  readonly kept: RunPictures;
  readonly troubles: ReadonlyMap<string, PictureTrouble>;
};

export type RowPicturesDeps = {
  readonly files: Pick<RunFiles, 'readBeside'>;
  readonly store: Pick<RunStore, 'keepPicture'>;
};

/**
 * Reads the pictures that lie beside the file at `path`, each name once, and keeps them: a week later the files may be gone.
 * `keptBytes` is what the run keeps already. Fails when they cannot be kept.
 */
export type ReadPictures = (path: string, names: Iterable<string>, keptBytes: number) => Promise<Result<RowPictures>>;

const mostBytes = picturesMostMb * 1024 * 1024;

export const createReadPictures =
  ({ files, store }: RowPicturesDeps): ReadPictures =>
  async (path, names, keptBytes) => {
    const kept = new Map<string, string>();
    const troubles = new Map<string, PictureTrouble>();
    const sizes = new Map<string, number>();

    /** Why it cannot be used; null when it is kept now. */
    async function take(name: string): Promise<Result<PictureTrouble | null>> {
      if (path === '') return ok('no-folder');
      const found = await files.readBeside(path, name, pictureMostBytes);
      if (found.is !== 'found') return ok(found.is);
      const { bytes } = found;
      if (!isPicture(bytes)) return ok('not-jpeg');
      if ([...sizes.values()].reduce((sum, size) => sum + size, keptBytes + bytes.length) > mostBytes)
        return ok('too-many');
      const id = await store.keepPicture(bytes);
      if (!id.ok) return id;
      sizes.set(id.value, bytes.length);
      kept.set(name, id.value);
      return ok(null);
    }

    for (const name of new Set(names)) {
      if (name === '') continue;
      const trouble = await take(name);
      if (!trouble.ok) return trouble;
      if (trouble.value !== null) troubles.set(name, trouble.value);
    }
    return ok({ kept, troubles });
  };

/** What is wrong with the picture that a row names, after it was read. */
export function pictureProblem(name: string, { troubles }: Pick<RowPictures, 'troubles'>): PictureProblem | null {
  const why = troubles.get(name);
  return why === undefined ? null : { is: 'picture', name, why };
}

/** What was wrong with it when it was looked for last. */
export const knownProblem = ({ extras, problems }: Pick<KeptRow, 'extras' | 'problems'>): PictureProblem | null =>
  extras.picture === '' ? null : (problems.find((problem) => problem.is === 'picture') ?? null);
