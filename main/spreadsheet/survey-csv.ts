/** What a csv text consists of, before anything is made of it. */
export type Survey = {
  readonly rows: number;
  readonly separators: number;
  /**
   * Where the first quote stands that is never closed, or that is closed in the middle of its cell: whatever follows may
   * belong to another row. Null when all are right.
   */
  readonly oddQuote: number | null;
};

const [lineBreak, quote] = [0x0a, 0x22];
const spaces = [0x20, 0x09, 0xa0];

/** Looks through a text once. Lines end with `\n`. */
export function surveyCsv(text: string, separator: string): Survey {
  const parting = separator.charCodeAt(0);
  let rows = 1;
  let separators = 0;
  let before = lineBreak;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === parting) separators += 1;
    else if (code === lineBreak) rows += 1;
    // Inside a cell without quotes around it, a quote is a sign like any other.
    else if (code === quote && (before === parting || before === lineBreak)) {
      const end = endOfQuoted(text, at);
      if (end === -1 || !isCellEnd(text, end + 1, parting)) return { rows, separators, oddQuote: at };
      at = end;
    }
    before = code;
  }
  return { rows, separators, oddQuote: null };
}

/** The quote that closes the cell; doubled ones belong to it. */
function endOfQuoted(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && text.charCodeAt(end + 1) === quote) end = text.indexOf('"', end + 2);
  return end;
}

/** Spaces between the quote and the end of the cell are nobody's. */
function isCellEnd(text: string, after: number, parting: number): boolean {
  let at = after;
  for (let code = text.charCodeAt(at); code !== parting && spaces.includes(code); code = text.charCodeAt(at)) at += 1;
  return at >= text.length || text.charCodeAt(at) === lineBreak || text.charCodeAt(at) === parting;
}
