import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

type Knock = { readonly argv: readonly string[]; readonly cwd: string; readonly additionalData: unknown };

export type Lock = { release(): void };

/**
 * One process per data folder. The lock is SQLite's on a file of its own, so the system frees it however the owner ends;
 * whoever comes second leaves a note for the first and gets null.
 */
export function takeLock(folder: string, mine: Knock, onKnock: (knock: Knock) => void): Lock | null {
  const notes = path.join(folder, 'standin-knocks');
  mkdirSync(notes, { recursive: true });
  const database = new DatabaseSync(path.join(folder, 'standin-lock'));
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch {
    database.close(); // held by the first process
    leaveNote(notes, mine);
    return null;
  }

  for (const stale of readdirSync(notes)) rmSync(path.join(notes, stale));
  const watcher = watch(notes, () => {
    for (const knock of readNotes(notes)) onKnock(knock);
  });
  watcher.unref();
  return {
    release() {
      watcher.close();
      database.close();
    },
  };
}

/** A note appears whole or not at all: it is renamed into the folder. */
function leaveNote(notes: string, knock: Knock): void {
  const draft = `${notes}-${process.pid}`;
  writeFileSync(draft, JSON.stringify(knock));
  renameSync(draft, path.join(notes, String(process.pid)));
}

function readNotes(notes: string): Knock[] {
  return readdirSync(notes).map((name) => {
    const file = path.join(notes, name);
    const knock = JSON.parse(readFileSync(file, 'utf8')) as Knock; // written above, by the same program
    rmSync(file);
    return knock;
  });
}
