import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/** A copy of the record as it was at `atMs` (wall time). Its `name` is that of its file. */
export type RecordCopy = { readonly name: string; readonly atMs: number; readonly bytes: number };

/** Copies of the record in a folder beside it. Nothing else lies there. */
export type Copies = {
  /** The newest first. */
  list(): RecordCopy[];
  /** Has `write` make one more under a name that it has only when it is whole; of the older ones only the newest stay. */
  keep(write: (file: string) => void | Promise<void>, nowMs: number): Promise<void>;
  /** The same at once, by a `write` that does not wait. */
  keepNow(write: (file: string) => void, nowMs: number): void;
  /** At the next start this copy takes the record's place. False: there is no such copy any more. */
  ask(name: string): boolean;
  /** The copy that was asked for, once. */
  takeAsked(): RecordCopy | null;
  /** Puts the copy where the record is to be; nothing may be there. */
  put(copy: RecordCopy): void;
};

/** A week of working days; a record of 100,000 people and 10,000 groups is about 60 MB. */
const most = 5;
const pattern = /^record-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z\.db$/;

export function createCopies(file: string): Copies {
  const folder = path.join(path.dirname(file), `${path.basename(file, path.extname(file))}-copies`);
  const asked = path.join(folder, 'put-back');

  const copyOf = (name: string): RecordCopy[] => {
    const [, date, ...time] = pattern.exec(name) ?? [];
    if (date === undefined) return [];
    return [{ name, atMs: Date.parse(`${date}T${time.join(':')}Z`), bytes: statSync(path.join(folder, name)).size }];
  };
  const list = (): RecordCopy[] =>
    (existsSync(folder) ? readdirSync(folder) : []).flatMap(copyOf).toSorted((one, other) => other.atMs - one.atMs);

  function begin(nowMs: number): { readonly unfinished: string; end(): void } {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const name of readdirSync(folder)) if (name.endsWith('.new')) rmSync(path.join(folder, name), { force: true });
    const name = `record-${new Date(nowMs).toISOString().slice(0, 19).replaceAll(':', '-')}Z.db`;
    const unfinished = path.join(folder, `${name}.new`);
    closeSync(openSync(unfinished, 'w', 0o600)); // names and numbers of people: for this user alone
    return {
      unfinished,
      end() {
        settle(unfinished);
        renameSync(unfinished, path.join(folder, name));
        for (const { name: old } of list().slice(most)) rmSync(path.join(folder, old));
      },
    };
  }

  return {
    list,
    async keep(write, nowMs) {
      const { unfinished, end } = begin(nowMs);
      await write(unfinished);
      end();
    },
    keepNow(write, nowMs) {
      const { unfinished, end } = begin(nowMs);
      write(unfinished);
      end();
    },
    ask(name) {
      if (!list().some((copy) => copy.name === name)) return false;
      writeFileSync(asked, name);
      return true;
    },
    takeAsked() {
      if (!existsSync(asked)) return null;
      const name = readFileSync(asked, 'utf8');
      rmSync(asked);
      return list().find((copy) => copy.name === name) ?? null;
    },
    put({ name }) {
      const unfinished = `${file}.new`;
      copyFileSync(path.join(folder, name), unfinished);
      settle(unfinished);
      renameSync(unfinished, file);
    },
  };
}

/** On the disk, and not only on its way there. */
function settle(file: string): void {
  const handle = openSync(file, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}
