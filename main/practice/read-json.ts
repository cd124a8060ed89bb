export type Read =
  | { readonly at: 'value'; readonly value: unknown }
  | { readonly at: 'broken'; readonly message: string };

/** Reads a body and, when it is broken, says so in the words GREEN-API documents: `Unexpected token _ in JSON at position XX`. */
export function readJson(text: string): Read {
  try {
    return { at: 'value', value: JSON.parse(text) };
  } catch {
    const position = firstBroken(text);
    const message =
      position === text.length
        ? 'Unexpected end of JSON input'
        : `Unexpected token ${text.charAt(position)} in JSON at position ${position}`;
    return { at: 'broken', message };
  }
}

/**
 * The first character after which nothing could make this JSON. Newer engines name it in some messages only,
 * so it is looked for: a prefix is either still good or broken for ever, which allows halving.
 */
function firstBroken(text: string): number {
  let good = 0;
  let broken = text.length + 1;
  while (broken - good > 1) {
    const middle = Math.floor((good + broken) / 2);
    if (isBroken(text.slice(0, middle))) broken = middle;
    else good = middle;
  }
  return good;
}

function isBroken(prefix: string): boolean {
  try {
    JSON.parse(prefix);
    return false;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (message.startsWith('Unexpected end')) return false;
    const position = /at position (\d+)/.exec(message)?.[1];
    return position === undefined || Number(position) < prefix.length;
  }
}
