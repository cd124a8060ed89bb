import { damaged, tooMuchWork } from './trouble.ts';

/** What is told of an XML text while it is read. Names come without the prefix of their namespace. */
export type XmlReader = {
  /** `attributes` as they stand there; an `attribute` picks one out. */
  open(name: string, attributes: string): void;
  text?(text: string): void;
  close?(name: string): void;
};

/** Reads the parts of an office file: XML without a document type. Throws a `Trouble` when something is not closed. */
export function readXml(xml: string, reader: XmlReader): void {
  const open: string[] = [];
  let at = 0;
  for (let start = xml.indexOf('<'); start !== -1; start = xml.indexOf('<', at)) {
    if (start > at) reader.text?.(decodeEntities(piece(xml, at, start)));
    const sign = xml.charAt(start + 1);
    if (sign === '!' || sign === '?') {
      at = skipAside(xml, start, reader);
      continue;
    }
    const end = endOfTag(xml, start);
    at = end + 1;
    if (sign === '/') {
      const name = localName(xml.slice(start + 2, end).trimEnd());
      if (open.pop() !== name) throw damaged();
      reader.close?.(name);
      continue;
    }
    const isEmpty = xml.charAt(end - 1) === '/';
    const nameEnd = endOfName(xml, start + 1, end);
    const name = localName(xml.slice(start + 1, nameEnd));
    reader.open(name, piece(xml, nameEnd, isEmpty ? end - 1 : end));
    if (isEmpty) reader.close?.(name);
    else if (open.push(name) > depthMax) throw damaged();
  }
  if (open.length > 0) throw damaged();
}

/** More than any program writes. A single text that fills the memory could end the process, not only the worker. */
const depthMax = 100;
const pieceMax = 2_000_000;

function piece(xml: string, start: number, end: number): string {
  if (end - start > pieceMax) throw tooMuchWork();
  return xml.slice(start, end);
}

/** Picks one attribute out; `null` when it is not there. */
export function attribute(name: string): (attributes: string) => string | null {
  const pattern = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  return (attributes) => {
    const found = pattern.exec(attributes);
    return found === null ? null : decodeEntities(found[1] ?? found[2] ?? '');
  };
}

/** Comments and declarations say nothing, CDATA is text as it stands; a document type is not for office files. */
function skipAside(xml: string, start: number, reader: XmlReader): number {
  if (xml.startsWith('<!--', start)) return endOf(xml, '-->', start);
  if (xml.startsWith('<?', start)) return endOf(xml, '?>', start);
  if (!xml.startsWith('<![CDATA[', start)) throw damaged();
  const end = endOf(xml, ']]>', start);
  reader.text?.(piece(xml, start + '<![CDATA['.length, end - ']]>'.length));
  return end;
}

function endOf(xml: string, mark: string, start: number): number {
  const at = xml.indexOf(mark, start);
  if (at === -1) throw damaged();
  return at + mark.length;
}

const [greater, quote, apostrophe, slash, space, colon] = [0x3e, 0x22, 0x27, 0x2f, 0x20, 0x3a];

/** The `>` of a tag; one inside an attribute does not count. */
function endOfTag(xml: string, start: number): number {
  let within = 0;
  for (let at = start + 1; at < xml.length; at += 1) {
    const code = xml.charCodeAt(at);
    if (within !== 0) {
      if (code === within) within = 0;
    } else if (code === greater) return at;
    else if (code === quote || code === apostrophe) within = code;
  }
  throw damaged();
}

function endOfName(xml: string, start: number, end: number): number {
  let at = start;
  for (let code = xml.charCodeAt(at); at < end && code > space && code !== slash; code = xml.charCodeAt(at)) at += 1;
  return at;
}

function localName(name: string): string {
  for (let at = 0; at < name.length; at += 1) if (name.charCodeAt(at) === colon) return name.slice(at + 1);
  return name;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
