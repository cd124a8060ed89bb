import { basename } from 'node:path';
import type { Failure } from '../../../core/failure.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { decodeText } from '../../spreadsheet/decode-text.ts';
import { kindOfBytes, kindOfText } from '../../spreadsheet/file-kind.ts';
import { readTableFile } from '../../spreadsheet/read-table-file.ts';
import { inMegabytes, tableLimits } from '../../spreadsheet/table.ts';
import { readCards } from './cards.ts';
import type { OpenedFile } from './people-file.ts';

/** Finds out what a file is, from its beginning and from the end of its name, and opens it. */
export async function openFile(bytes: Uint8Array, fileName: string): Promise<Result<OpenedFile, Failure>> {
  const isVcard = /\.(?:vcf|vcard)$/i.test(fileName) || beginsWithCard(bytes);
  const isText = /\.(?:txt|text)$/i.test(fileName);
  // What only its name calls a text or contacts is told apart there.
  if (!(isVcard || isText) || kindOfBytes(bytes) !== 'text') return readTableFile(bytes, fileName);

  const file = basename(fileName);
  const { rows, headings } = tableLimits;
  if (bytes.length > tableLimits.bytes) {
    return err({ code: 'file-too-big', file, most: { of: 'megabytes', count: inMegabytes(tableLimits.bytes) } });
  }
  const opened = isVcard ? openCards(bytes, file) : openText(bytes, file);
  const isTooLong = opened.ok && countOf(opened.value) > rows + headings;
  return isTooLong ? err({ code: 'file-too-big', file, most: { of: 'rows', count: rows } }) : opened;
}

/** Whether the first line begins a card, in whatever encoding. */
const beginsWithCard = (bytes: Uint8Array): boolean => /^\s*BEGIN:\s*VCARD\s/i.test(decodeText(bytes.subarray(0, 200)));

type OpenedLines = Extract<OpenedFile, { kind: 'vcard' | 'text' }>;

const countOf = (opened: OpenedLines): number =>
  opened.kind === 'vcard' ? opened.cards.length : opened.text.split('\n').length;

function openCards(bytes: Uint8Array, file: string): Result<OpenedLines, Failure> {
  const cards = readCards(bytes);
  if (cards.length > 0) return ok({ kind: 'vcard', cards });
  return err({ code: bytes.length === 0 ? 'file-empty' : 'file-no-cards', file });
}

function openText(bytes: Uint8Array, file: string): Result<OpenedLines, Failure> {
  const text = decodeText(bytes);
  if (text.trim() === '') return err({ code: 'file-empty', file });
  const is = kindOfText(text);
  if (is !== null) return err({ code: 'file-is-other', file, is });
  return ok({ kind: 'text', text });
}
