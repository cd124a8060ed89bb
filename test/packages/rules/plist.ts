import { type Element, parseXml } from './xml.ts';

type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

/** Reads an XML property list (Apple's PropertyList-1.0). What it says of dates and data stays text. */
export function parsePlist(text: string): Value {
  const document = parseXml(text);
  const [value] = document.children;
  if (document.name !== 'plist' || !value) throw new Error('This is no property list');
  return read(value);
}

function read({ name, children, text }: Element): Value {
  switch (name) {
    case 'dict':
      return Object.fromEntries(pairs(children).map(([key, value]) => [key.text, read(value)]));
    case 'array':
      return children.map(read);
    case 'true':
    case 'false':
      return name === 'true';
    case 'integer':
    case 'real':
      return Number(text);
    default:
      return text;
  }
}

function pairs(children: readonly Element[]): readonly (readonly [Element, Element])[] {
  return children.flatMap((key, at) => {
    const value = children[at + 1];
    if (at % 2 === 1) return [];
    if (key.name !== 'key' || !value) throw new Error('A key of the property list has no value');
    return [[key, value] as const];
  });
}
