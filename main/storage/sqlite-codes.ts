/** SQLite's result codes: https://sqlite.org/rescode.html */
const sqliteCodes = { corrupt: 11, full: 13, notADatabase: 26 };

const sqliteCode = (error: unknown): number | null =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : null;

/** Whether the file's bytes are no database that can be read. */
export const isCorrupt = (error: unknown): boolean =>
  sqliteCode(error) === sqliteCodes.corrupt || sqliteCode(error) === sqliteCodes.notADatabase;

export const isFull = (error: unknown): boolean => sqliteCode(error) === sqliteCodes.full;
