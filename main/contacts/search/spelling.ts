/** Writes a text anew, character by character. */
export type Spelling = (text: string) => string;

/** Beyond these codes letters are too rare to be remembered. */
const remembered = 0x600;

/**
 * A spelling made of a rule for single characters. What a character becomes depends on nothing around it, except that a
 * letter of `once` (one of them a space) never follows itself: so any part of a text is spelled as it is within the text.
 */
export function createSpelling(spell: (character: string) => string, once: string): Spelling {
  const known: (string | undefined)[] = Array.from({ length: remembered });

  function learn(character: string): string {
    const spelled = spell(character);
    if (character.length === 1 && character.charCodeAt(0) < remembered) known[character.charCodeAt(0)] = spelled;
    return spelled;
  }

  return (text) => {
    let spelled = '';
    let last = ' '; // so that no space comes first
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      const isPair = code >= 0xd800 && code < 0xdc00;
      const piece = (code < remembered ? known[code] : undefined) ?? learn(text.slice(at, isPair ? at + 2 : at + 1));
      if (isPair) at += 1;
      if (piece === '') continue;
      const first = piece.charAt(0);
      spelled += first === last && once.includes(first) ? piece.slice(1) : piece;
      last = piece.charAt(piece.length - 1);
    }
    return last === ' ' ? spelled.slice(0, -1) : spelled;
  };
}
