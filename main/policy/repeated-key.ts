/**
 * The path of the first key that stands twice in one object, or null. `JSON.parse` takes the last of them without a word,
 * and whoever reads the file sees the first. The text must be sound JSON.
 */
export function repeatedKey(json: string): string | null {
  const open: { readonly keys: Set<string> | null; key: string }[] = [];
  const pieces = [...json.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:]/g)].map(([piece]) => piece);
  for (const [place, piece] of pieces.entries()) {
    const inside = open.at(-1);
    if (piece === '{') open.push({ keys: new Set(), key: '' });
    else if (piece === '[') open.push({ keys: null, key: '' });
    else if (piece === '}' || piece === ']') open.pop();
    else if (pieces[place + 1] === ':' && inside?.keys) {
      inside.key = String(JSON.parse(piece));
      if (inside.keys.has(inside.key))
        return open
          .map(({ key }) => key)
          .filter(Boolean)
          .join('.');
      inside.keys.add(inside.key);
    }
  }
  return null;
}
