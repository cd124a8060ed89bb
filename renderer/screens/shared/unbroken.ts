/** A number that stays on one line inside a sentence: its spaces and dashes do not break. */
export const unbroken = (text: string): string => text.replaceAll(' ', '\u00A0').replaceAll('-', '\u2060-\u2060');

/** A group's name without a lonely digit at the end of a line: `5 «Б»` stays together. */
export const tidyName = (name: string): string => name.replace(/(\d) (?=[«“"])/g, '$1\u00A0');
