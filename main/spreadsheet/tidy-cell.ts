/**
 * A cell as it is read and as it is written: no spaces around it (nor the no-break ones), `\n` for every line break, no
 * control signs, no halves of letters.
 */
export const tidyCell = (text: string): string => tidyText(text).trim();

/** The same for a text with many cells in it. */
export function tidyText(text: string): string {
  // One after the other: each is quick for whole files, a pattern for both is not.
  const lines = text.includes('\r') ? text.replace(/\r\n/g, '\n').replace(/\r/g, '\n') : text;
  return (controls.test(lines) ? withoutControls(lines) : lines).toWellFormed();
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
const controls = /[\0-\x08\x0b-\x1f\x7f-\x9f]/;
const allControls = new RegExp(controls, 'g');
const pieceLength = 100_000;

/** Piece by piece: a file full of them must not fill the memory with what is found. */
function withoutControls(text: string): string {
  let clean = '';
  for (let at = 0; at < text.length; at += pieceLength)
    clean += text.slice(at, at + pieceLength).replace(allControls, '');
  return clean;
}
