import type { Failure } from '../../core/failure.ts';
import { inMegabytes, type TableLimits } from './table.ts';

type OfFile<F> = F extends { readonly file: string; readonly code: `file-${string}` } ? Omit<F, 'file'> : never;

/** A failure of a file without its name: who reads bytes does not know it. */
export type TroubleKind = OfFile<Failure>;

/** Why a file cannot be read, thrown by the readers; `readTableFile` turns it into a `Failure`. */
export class Trouble extends Error {
  readonly kind: TroubleKind;

  constructor(kind: TroubleKind) {
    super(kind.code);
    this.kind = kind;
  }
}

/** The file is not what its kind promises. `line` where it is known. */
export const damaged = (line: number | null = null): Trouble =>
  new Trouble({ code: 'file-unreadable', kind: 'xlsx', why: 'damaged', line });

export const tooMuchWork = (): Trouble => new Trouble({ code: 'file-too-big', most: { of: 'work' } });

/** Counts rows and cells while they are read; throws as soon as there are more than allowed. */
export function createCount(limits: TableLimits) {
  let rows = 0;
  let cells = 0;
  return {
    row(width: number): void {
      rows += 1;
      cells += width;
      if (rows > limits.rows + limits.headings)
        throw new Trouble({ code: 'file-too-big', most: { of: 'rows', count: limits.rows } });
      if (cells > limits.cells) throw tooMuchWork();
    },
  };
}
export type Count = ReturnType<typeof createCount>;

export const tooManyBytes = (limits: TableLimits): Trouble =>
  new Trouble({ code: 'file-too-big', most: { of: 'megabytes', count: inMegabytes(limits.bytes) } });
