import { basename } from 'node:path';
import type { Failure } from '../../core/failure.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { decodeText } from './decode-text.ts';
import { kindOfBytes, kindOfText, kindOfZip, type OtherFile } from './file-kind.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { type TableFile, type TableLimits, tableLimits } from './table.ts';
import { type Count, createCount, Trouble, tooManyBytes } from './trouble.ts';
import { openZip } from './zip.ts';

/**
 * Reads a table by what is in the file, whatever its name says. It takes its time: run it in a worker (`in-worker.ts`).
 * Answers with all of the file, or `file-empty`, `file-too-big`, `file-is-other`, `file-unreadable`; `fileName` is for them.
 */
export async function readTableFile(
  bytes: Uint8Array,
  fileName: string,
  limits: TableLimits = tableLimits,
): Promise<Result<TableFile, Failure>> {
  const file = basename(fileName);
  try {
    if (bytes.length > limits.bytes) throw tooManyBytes(limits);
    const table = readTables(bytes, limits);
    return table.tables.length > 0 ? ok(table) : err({ code: 'file-empty', file });
  } catch (error) {
    if (error instanceof Trouble) return err({ ...error.kind, file });
    throw error;
  }
}

function readTables(bytes: Uint8Array, limits: TableLimits): TableFile {
  const count = createCount(limits);
  const kind = kindOfBytes(bytes);
  if (kind === 'zip') return readArchive(bytes, limits, count);
  if (kind === 'text') return readText(bytes, count, limits);
  throw isOther(kind);
}

function readArchive(bytes: Uint8Array, limits: TableLimits, count: Count): TableFile {
  const zip = openZip(bytes, limits.inflatedBytes);
  const other = kindOfZip(zip);
  if (other !== null) throw isOther(other);
  return { kind: 'xlsx', tables: readXlsx(zip, count, limits) };
}

function readText(bytes: Uint8Array, count: Count, limits: TableLimits): TableFile {
  const text = decodeText(bytes);
  const other = kindOfText(text);
  if (other !== null) throw isOther(other);
  const table = readCsv(text, count, limits);
  return { kind: 'csv', tables: table.rows.length > 0 ? [table] : [] };
}

const isOther = (is: OtherFile): Trouble => new Trouble({ code: 'file-is-other', is });
