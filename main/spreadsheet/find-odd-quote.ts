/**
 * Where the first quote stands that is never closed, or that is closed in the middle of its cell: whatever follows may belong
 * to another row. Null when all are right. Lines end with `\n`.
 */
export function findOddQuote(text: string, separator: string): number | null {
  for (let at = text.indexOf('"'); at !== -1; ) {
    if (!isCellStart(text, at, separator)) {
      // Inside a cell without quotes around it, one is a sign like any other.
      at = text.indexOf('"', at + 1);
      continue;
    }
    const end = endOfQuoted(text, at);
    if (end === -1 || !isCellEnd(text, end + 1, separator)) return at;
    at = text.indexOf('"', end + 1);
  }
  return null;
}

const isCellStart = (text: string, at: number, separator: string): boolean =>
  at === 0 || text.charAt(at - 1) === '\n' || text.charAt(at - 1) === separator;

/** The quote that closes the cell; doubled ones belong to it. */
function endOfQuoted(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && text.charAt(end + 1) === '"') end = text.indexOf('"', end + 2);
  return end;
}

/** Spaces between the quote and the end of the cell are nobody's. */
function isCellEnd(text: string, after: number, separator: string): boolean {
  let at = after;
  while (text.charAt(at) === ' ') at += 1;
  return at >= text.length || text.charAt(at) === '\n' || text.charAt(at) === separator;
}
