import type { Entry } from '../../../core/contact.ts';
import type { SheetPreview } from '../../../core/group-sheet.ts';
import type { Table } from '../../spreadsheet/table.ts';
import type { RowExtras } from '../store.ts';

/** An opened file of groups as plain data: all that is needed to read it again in another way. */
export type OpenedSheet = { readonly kind: 'csv' | 'xlsx'; readonly tables: readonly Table[] };

/** A group as a file asks for it. `line` is the first one that it stands in. Nobody is judged yet. */
export type SheetGroup = {
  readonly line: number;
  /** As it stands there, at most 1,000 characters. */
  readonly name: string;
  readonly entries: readonly Entry[];
  readonly extras: RowExtras;
};

/** What a file of groups gives: all that its preview shows, and the groups in the order of the file. */
export type ReadSheet = Omit<SheetPreview, 'sheetId' | 'file'> & { readonly groups: readonly SheetGroup[] };

/** No run is longer; more groups than this take half a year. */
export const groupsMax = 5000;
