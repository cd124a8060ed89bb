import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';

/**
 * A note beside the record that it was whole when it was last closed, so that not every start has to read all of it. It
 * is used up by the next opening: after a run that did not end in order there is none.
 */
export type Soundness = {
  /** Whether the file is the very one that was closed in order, and was read through in the last week. */
  take(nowMs: number): boolean;
  /** The file was read through and is whole. */
  checked(nowMs: number): void;
  /** The file was closed in order, and nothing that was read from it was damaged. */
  vouch(): void;
};

/** What rots on the disk without a trace in the file's times is found this much later at most. */
const trustedForMs = 7 * 86_400_000;

export function createSoundness(file: string): Soundness {
  const note = `${file}.sound`;
  let checkedAtMs = 0;

  /** Changes with whatever is done to the file, and with a copy in its place. */
  const print = (): string => {
    const { ino, size, mtimeNs, ctimeNs } = statSync(file, { bigint: true });
    return [ino, size, mtimeNs, ctimeNs].join(' ');
  };

  return {
    take(nowMs) {
      try {
        const [then, ...known] = readFileSync(note, 'utf8').split('\n');
        rmSync(note);
        checkedAtMs = Number(then);
        const isRecent = checkedAtMs <= nowMs && nowMs - checkedAtMs < trustedForMs;
        return isRecent && known.join('\n') === print() && !existsSync(`${file}-wal`);
      } catch {
        return false; // no note, or none that could be used up
      }
    },
    checked(nowMs) {
      checkedAtMs = nowMs;
    },
    vouch() {
      try {
        writeFileSync(note, `${checkedAtMs}\n${print()}`, { mode: 0o600 });
      } catch {
        // The next start reads the whole file.
      }
    },
  };
}
