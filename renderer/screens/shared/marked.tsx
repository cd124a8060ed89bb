import type { Piece } from './matches.ts';

/** A text with what the search asked for marked in it. */
export function Marked({ pieces }: { readonly pieces: readonly Piece[] }) {
  return pieces.map(({ text, hit }) => (hit ? <mark>{text}</mark> : text));
}
