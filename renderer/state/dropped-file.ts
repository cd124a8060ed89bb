import type { Failure } from '../../core/failure.ts';
import { err, ok, type Result } from '../../core/result.ts';

/** A file as the window gets it when it is dropped. */
export type DroppedFile = Pick<File, 'name' | 'size' | 'arrayBuffer'>;

/** Why the window itself cannot give a file to main. */
export type Refusal = { readonly code: 'not-readable'; readonly file: string } | { readonly code: 'several' };

/** Main refuses larger ones too; here they are not even read. */
const megabytesMax = 20;
const megabyte = 1024 * 1024;
/** The contract's limit; the end of the name says what kind of file it is. */
const nameMax = 255;

type Read = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> };

/** Reads the one file that was dropped. */
export async function readDropped(files: readonly DroppedFile[]): Promise<Result<Read, Failure | Refusal>> {
  const [file] = files;
  if (file === undefined || files.length > 1) return err({ code: 'several' });
  if (file.size > megabytesMax * megabyte) {
    return err({ code: 'file-too-big', file: file.name, most: { of: 'megabytes', count: megabytesMax } });
  }
  try {
    return ok({ name: file.name.slice(-nameMax), bytes: new Uint8Array(await file.arrayBuffer()) });
  } catch {
    return err({ code: 'not-readable', file: file.name }); // a folder, or moved or deleted since it was taken
  }
}
