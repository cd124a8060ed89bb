/*
 * Excel and its like take a cell of a csv file for a formula when it begins with = + - @ (or the wide ones of the East). An
 * apostrophe before it makes it text; people and programs also put one before digits, so that they stay as they are.
 */

const formula = /^'*[=+\-@＝＋－＠]/;
const kept = /^'+(?:[=+\-@＝＋－＠]|\d[\d\s()-]*$)/;

/** A number of a phone, with spaces where the dashes are: no program can reckon with it. */
const phone = /^\+\d(?:\d*|[\d()-]*\s[\d\s()-]*)$/;

/** The text as a csv file may hold it: never a formula. Phone numbers stay as they are. */
export const withApostrophe = (text: string): string =>
  (formula.test(text) && !phone.test(text)) || kept.test(text) ? `'${text}` : text;

/** The text as an xlsx file may hold it: its cells have a type, so that only own apostrophes need one more. */
export const keepApostrophe = (text: string): string => (kept.test(text) ? `'${text}` : text);

/** What stood there before an apostrophe was put before it; `'n'` and `'Choir'` are left alone. */
export const withoutApostrophe = (text: string): string =>
  text.startsWith("'") && kept.test(text) ? text.slice(1) : text;
