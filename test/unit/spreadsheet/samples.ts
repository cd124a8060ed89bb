import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Failure } from '../../../core/failure.ts';
import type { Result } from '../../../core/result.ts';
import { readTableFile } from '../../../main/spreadsheet/read-table-file.ts';
import type { TableFile, TableLimits } from '../../../main/spreadsheet/table.ts';

const folder = path.resolve(import.meta.dirname, '../../fixtures/tables');

/** Files as programs of offices wrote them; the README beside them says which. */
export const fixtureNames = readdirSync(folder).filter((name) => name !== 'README.md');
export const fixture = (name: string): Buffer => readFileSync(path.join(folder, name));

export const read = (content: string | Uint8Array, limits?: TableLimits): Promise<Result<TableFile, Failure>> =>
  readTableFile(Buffer.from(content), 'list.csv', limits);

/** The cells of the first table, or the failure. */
export async function cellsOf(content: string | Uint8Array): Promise<readonly (readonly string[])[] | Failure> {
  const answer = await read(content);
  return answer.ok ? (answer.value.tables[0]?.rows ?? []).map(({ cells }) => cells) : answer.failure;
}

/** The same with the lines. */
export async function rowsOf(content: string | Uint8Array): Promise<unknown> {
  const answer = await read(content);
  return answer.ok ? answer.value.tables[0]?.rows.map(({ line, cells }) => [line, ...cells]) : answer.failure;
}

/** How many cases a property tries; a longer search is asked for by the environment. */
export const fuzzRuns = Number(process.env.CREATEGROUP_FUZZ_RUNS ?? 1000);
