import { listNameMax } from '../../../core/people-list.ts';

/** The names of lists in one cell, parted by `;`, by Google's ` ::: ` or by lines; a name with these signs is in quotes. */
export function listsOf(cell: string): string[] {
  if (!parted.test(cell)) return plainLists([cell]);
  return plainLists(
    [...cell.matchAll(listName)].map(([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain),
  );
}

const parted = /[;\n"]|:::/;
/** A name in quotes or as it stands, up to the next separator. */
const listName = /\s*(?:"((?:[^"]|"")*)"\s*|([\s\S]*?))(?:;|\n|:::|$)/gy;

/** One cell for `listsOf`. */
export const cellOfLists = (lists: readonly string[]): string => lists.map(quotedWhereNeeded).join('; ');

const quotedWhereNeeded = (name: string): string => (parted.test(name) ? `"${name.replaceAll('"', '""')}"` : name);

/** Each list once, without those that Google's contacts are in without anybody's doing. */
export function plainLists(names: readonly string[]): string[] {
  const plain = names.map((name) => name.replace(/\s+/gu, ' ').trim()).filter((name) => !automatic.test(name));
  const shown = plain.map((name) => name.replace(googles, '').slice(0, listNameMax).toWellFormed().trim());
  return [...new Set(shown)].filter(Boolean);
}

const automatic = /^(?:\* )?my ?contacts$|^\* starred$/i;
/** Google marks the groups of its own so. */
const googles = /^\* (?=(?:friends|family|coworkers)$)/i;
