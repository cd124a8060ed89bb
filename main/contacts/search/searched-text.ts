import { foldings } from './fold.ts';

/** The ways in which a name is searched; one of signs alone as it is. */
export function nameForms(name: string): readonly string[] {
  const forms = textForms(name);
  return forms.length > 0 ? forms : [asWritten(name).join(' ')];
}

/** The ways in which another text is searched, none when it holds nothing but signs. */
export const textForms = (text: string): readonly string[] =>
  foldings(text).filter((form): form is string => form !== undefined && form !== '');

export const asWritten = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '');

/**
 * A number as it is searched: from its beginning. Its first figure is a sign of its own, so that a beginning is told from
 * what stands within.
 */
export const numberBeginning = (digits: string): string =>
  digits === '' ? '' : 'ABCDEFGHIJ'.charAt(Number(digits[0])) + digits.slice(1);
