/** In the order in which they are preferred when nothing else tells: commas stand in texts and numbers too. */
const separators = [';', '\t', '|', ','];

const sampleLength = 100_000;
const sampleRows = 200;

/** The sign that parts the cells of a csv text: it stands in most rows, and equally often. Lines end with `\n`. */
export function guessSeparator(text: string): string {
  const rows = countInRows(text.slice(0, sampleLength)).filter((counts) => counts !== null);
  const scores = separators.map((_, place) => consistency(rows.map((counts) => counts[place] ?? 0)));
  return separators[scores.indexOf(Math.max(...scores))] ?? ';';
}

/** The share of rows in which it stands, and the share of rows in which it stands as often as in most. 0 to 2. */
function consistency(counts: readonly number[]): number {
  const there = counts.filter((count) => count > 0);
  if (there.length === 0) return 0;
  const often = new Map<number, number>();
  for (const count of there) often.set(count, (often.get(count) ?? 0) + 1);
  return (there.length + Math.max(...often.values())) / counts.length;
}

/** How often each separator stands outside of quotes, row by row; null for a row that is blank. */
function countInRows(sample: string): (readonly number[] | null)[] {
  const rows: (number[] | null)[] = [];
  let counts: number[] | null = null;
  let isQuoted = false;
  let isCellStart = true;
  for (let at = 0; at < sample.length && rows.length < sampleRows; at += 1) {
    const sign = sample.charAt(at);
    const place = separators.indexOf(sign);
    if (isQuoted) {
      if (sign === '"') isQuoted = false;
    } else if (sign === '\n') {
      rows.push(counts);
      counts = null;
    } else {
      counts ??= separators.map(() => 0);
      // A doubled quote inside a quoted cell ends it and opens it again.
      if (sign === '"') isQuoted = isCellStart || sample.charAt(at - 1) === '"';
      else if (place >= 0) counts[place] = (counts[place] ?? 0) + 1;
    }
    isCellStart = sign === '\n' || place >= 0;
  }
  return [...rows, counts];
}
