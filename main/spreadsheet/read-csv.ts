import Papa from 'papaparse';
import { withoutApostrophe } from './apostrophe.ts';
import { findOddQuote } from './find-odd-quote.ts';
import { guessSeparator } from './guess-separator.ts';
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
  // What is parsed at all has to fit into the memory, the blank rows too.
  if (countOf('\n', body) > sheetMax.lines || countOf(separator, body) > limits.cells) throw tooMuchWork();
  const odd = findOddQuote(body, separator);
  if (odd !== null) throw oddQuote(firstLine + countOf('\n', body.slice(0, odd)));
  return { name: '', rows: parseRows(body, { separator, firstLine, count }) };
}

type Parsing = { readonly separator: string; readonly firstLine: number; readonly count: Count };

function parseRows(body: string, { separator, firstLine, count }: Parsing): Row[] {
  const rows: Row[] = [];
  let line = firstLine;
  Papa.parse<string[]>(body, {
    delimiter: separator,
    newline: '\n',
    step({ data, errors }) {
      if (errors.length > 0) throw oddQuote(line);
      const cells = tidyCells(data);
      if (cells.length > 0) {
        count.row(cells.length);
        rows.push({ line, cells });
      }
      line += 1;
      for (const cell of data) line += countOf('\n', cell);
    },
  });
  return rows;
}

/** Empty cells at the end are left out: a row that says nothing becomes empty. */
function tidyCells(data: readonly string[]): string[] {
  const cells = data.map((cell) => withoutApostrophe(cell.trim()));
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}

function countOf(sign: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) count += 1;
  return count;
}

const oddQuote = (line: number): Trouble => new Trouble({ code: 'file-unreadable', kind: 'csv', why: 'quotes', line });
