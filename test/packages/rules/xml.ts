import { attribute, readXml } from '../../../main/spreadsheet/xml.ts';

/** An element with its text and what is inside it. Names come without the prefix of their namespace. */
export type Element = {
  readonly name: string;
  readonly children: readonly Element[];
  readonly text: string;
  /** null when it is not there. `xml:lang` is asked for as `lang`. */
  attribute(name: string): string | null;
};

/** Reads a whole document, with its document type left aside. Throws when something is not closed. */
export function parseXml(text: string): Element {
  type Open = Element & { children: Element[]; text: string };
  const element = (name: string, attributes: string): Open => ({
    ...{ name, children: [], text: '' },
    attribute: (wanted) => attribute(wanted)(attributes),
  });
  const root = element('', '');
  const path = [root];
  readXml(text.replace(/<!DOCTYPE[^>]*>/, ''), {
    open(name, attributes) {
      const child = element(name, attributes);
      path.at(-1)?.children.push(child);
      path.push(child);
    },
    text: (piece) => {
      const inner = path.at(-1);
      if (inner) inner.text += piece;
    },
    close: () => path.pop(),
  });
  const [document] = root.children;
  if (!document || root.children.length > 1) throw new Error('This is not one XML document');
  return document;
}

/** The elements of a name, directly inside another. */
export const all = (parent: Element | undefined, name: string): readonly Element[] =>
  parent?.children.filter((child) => child.name === name) ?? [];

/** The text of the first element of a name, without blanks around it; null when there is none. */
export const textOf = (parent: Element | undefined, name: string): string | null =>
  all(parent, name)[0]?.text.trim() ?? null;
