import { closeSync, openSync, type Stats } from 'node:fs';

type Owned = Pick<Stats, 'uid' | 'mode'>;

const writableByOthers = 0o022;

/** Whether only root may write there. The rights that an access list gives show in the group's bits. */
export const isRoots = ({ uid, mode }: Owned): boolean => uid === 0 && (mode & writableByOthers) === 0;

/** Windows answers by its access lists alone: a file that opens for writing (which changes nothing) is the person's as well. */
export function opensForWriting(file: string): boolean {
  try {
    closeSync(openSync(file, 'r+'));
    return true;
  } catch {
    return false;
  }
}
