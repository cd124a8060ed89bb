import Papa from 'papaparse';
import { withoutApostrophe } from './apostrophe.ts';
import { guessSeparator } from './guess-separator.ts';
import { surveyCsv } from './survey-csv.ts';
import { type Row, sheetMax, type Table, type TableLimits } from './table.ts';
import { tidyText } from './tidy-cell.ts';
import { type Count, Trouble, tooMuchWork } from './trouble.ts';

/** Reads a csv text: RFC 4180, and what programs make of it. Throws a `Trouble` rather than give a part of it. */
export function readCsv(text: string, count: Count, limits: TableLimits): Table {
  const lines = tidyText(text);
  // Excel's own way to say which sign parts the cells.
  const told = /^sep=([;,|:\t])\n/i.exec(lines);
  const body = lines.slice(told?.[0].length ?? 0);
  const separator = told?.[1] ?? guessSeparator(body);
  const firstLine = told === null ? 1 : 2;
  const survey = surveyCsv(body, separator);
  if (survey.oddQuote !== null) throw oddQuote(firstLine + lineBreaks(body.slice(0, survey.oddQuote)));
  // What is parsed at all has to fit into the memory, the blank rows too.
  if (survey.rows > sheetMax.lines || survey.separators > limits.cells) throw tooMuchWork();
  return { name: '', rows: parseRows(body, { separator, firstLine, count }) };
}

type Parsing = { readonly separator: string; readonly firstLine: number; readonly count: Count };

function parseRows(body: string, { separator, firstLine, count }: Parsing): Row[] {
  const { data, errors } = Papa.parse<string[]>(body, { delimiter: separator, newline: '\n' });
  // The survey finds them all; were the two ever at odds, a wrong line is better than wrong rows.
  if (errors.some(({ type }) => type === 'Quotes')) throw oddQuote(firstLine);
  const rows: Row[] = [];
  let line = firstLine;
  for (const found of data) {
    const cells = tidyCells(found);
    if (cells.length > 0) {
      count.row(cells.length);
      rows.push({ line, cells });
    }
    line += 1;
    for (const cell of found) line += lineBreaks(cell);
  }
  return rows;
}

/** Empty cells at the end are left out: a row that says nothing becomes empty. */
function tidyCells(found: readonly string[]): string[] {
  const cells = found.map((cell) => withoutApostrophe(cell.trim()));
  while (cells.at(-1) === '') cells.pop();
  return cells;
}

function lineBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

const oddQuote = (line: number): Trouble => new Trouble({ code: 'file-unreadable', kind: 'csv', why: 'quotes', line });
