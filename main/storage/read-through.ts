import type { DatabaseSync } from 'node:sqlite';

/** Columns that hold JSON, which SQLite takes for any text. */
const jsonColumns: Readonly<Record<string, readonly string[]>> = {
  senders: ['stopped'],
  jobs: ['state'],
  attempts: ['failure', 'evidence'],
  contacts: ['lists'],
  runs: ['state', 'plan', 'extras'],
  run_rows: ['entries', 'extras', 'problems', 'failure'],
};

/** Reads the whole file, and answers whether SQLite finds nothing wrong with it. */
export const isWhole = (db: DatabaseSync): boolean => first(db, 'PRAGMA quick_check') === 'ok';

/** The same more thoroughly, after something could not be read: every index too, and what stands in the texts. */
export const isReadable = (db: DatabaseSync): boolean =>
  first(db, 'PRAGMA integrity_check') === 'ok' &&
  Object.entries(jsonColumns).every(([table, columns]) =>
    columns.every((column) => first(db, `SELECT count(*) FROM ${table} WHERE NOT json_valid(${column})`) === 0),
  );

const first = (db: DatabaseSync, text: string): unknown => Object.values(db.prepare(text).get() ?? {})[0];
