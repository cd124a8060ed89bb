import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';

/**
 * A note beside the record that it was whole when it was last closed, so that not every start has to read all of it. It
 * is used up by the next opening: after a run that did not end in order there is none.
 */
export type Soundness = {
  /**
   * `whole`: the file is the very one that was closed in order, and was read through in the last week. `doubtful`: something
   * in it could not be read last time.
   */
  take(nowMs: number): 'whole' | 'doubtful' | 'unread';
  /** The file was read through and is whole. */
  checked(nowMs: number): void;
  /** The file was closed in order, and nothing that was read from it was damaged. */
  vouch(): void;
  /** Something could not be read. */
  doubt(): void;
};

/** What rots on the disk without a trace in the file's times is found this much later at most. */
const trustedForMs = 7 * 86_400_000;
const doubtful = 'doubtful';

export function createSoundness(file: string): Soundness {
  const note = `${file}.sound`;
  let checkedAtMs = 0;

  /** Changes with whatever is done to the file, and with a copy in its place. */
  const print = (): string => {
    const { ino, size, mtimeNs, ctimeNs } = statSync(file, { bigint: true });
    return [ino, size, mtimeNs, ctimeNs].join(' ');
  };

  function write(text: () => string): void {
    try {
      writeFileSync(note, text(), { mode: 0o600 });
    } catch {
      // The next start reads the whole file.
    }
  }

  return {
    take(nowMs) {
      try {
        const [then, ...known] = readFileSync(note, 'utf8').split('\n');
        rmSync(note);
        if (then === doubtful) return 'doubtful';
        checkedAtMs = Number(then);
        const isRecent = checkedAtMs <= nowMs && nowMs - checkedAtMs < trustedForMs;
        return isRecent && known.join('\n') === print() && !existsSync(`${file}-wal`) ? 'whole' : 'unread';
      } catch {
        return 'unread'; // no note, or none that could be used up
      }
    },
    checked(nowMs) {
      checkedAtMs = nowMs;
    },
    vouch: () => write(() => `${checkedAtMs}\n${print()}`),
    doubt: () => write(() => doubtful),
  };
}
