import type { Api } from '../../core/contract/calls.ts';
import type { SheetPreview, SheetReading } from '../../core/group-sheet.ts';
import type { Country } from '../../core/phone.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { RunFiles } from './files.ts';
import type { ReadSheet } from './sheet/sheet.ts';

/** A file of groups that was opened; `again` reads it in another way. */
export type OpenedGroups = {
  readonly read: ReadSheet;
  again(reading: SheetReading): Promise<Result<ReadSheet>>;
};

/** Opens a file of groups. Fails with what is wrong with it; numbers without a code are `country`'s. */
export type OpenGroupsFile = (
  bytes: Uint8Array,
  fileName: string,
  country: Country | null,
) => Promise<Result<OpenedGroups>>;

/** A file as it lies open before a run is made of it. `path` is empty when nobody knows where it lies. */
export type OpenSheet = {
  readonly sheetId: string;
  readonly accountId: string;
  readonly file: string;
  readonly path: string;
  readonly opened: OpenedGroups;
  readonly read: ReadSheet;
  /** The draft that was made of it. */
  readonly runId: string | null;
};

type Calls = 'openFile' | 'chooseFile' | 'readAgain' | 'dropFile';
export type OpenedSheets = { readonly [C in Calls]: Api[`runs.${C}`] } & {
  find(accountId: string, sheetId: string): OpenSheet | null;
  /** A draft was made of it: the next one takes its place. */
  noteDraft(sheetId: string, runId: string): void;
  /** The account was removed. */
  forget(accountId: string): void;
};

export type OpenedSheetsDeps = {
  readonly files: Pick<RunFiles, 'choose' | 'isAt'>;
  readonly openSheet: OpenGroupsFile;
  readonly countryFor: (accountId: string) => Country | null;
  readonly newId: () => string;
};

/** So many opened files are kept in memory; the one that was opened first gives way. */
const sheetsKept = 3;

/** Files of groups from opening to the check. */
export function createOpenedSheets({ files, openSheet, countryFor, newId }: OpenedSheetsDeps): OpenedSheets {
  const sheets = new Map<string, OpenSheet>();
  const find = (accountId: string, sheetId: string): OpenSheet | null => {
    const sheet = sheets.get(sheetId);
    return sheet?.accountId === accountId ? sheet : null;
  };

  function keep(sheet: OpenSheet): SheetPreview {
    sheets.set(sheet.sheetId, sheet);
    for (const sheetId of [...sheets.keys()].slice(0, -sheetsKept)) sheets.delete(sheetId);
    const { groups: _, ...shown } = sheet.read;
    return { sheetId: sheet.sheetId, file: sheet.file, ...shown };
  }

  async function open(
    accountId: string,
    { name, path, bytes }: { readonly name: string; readonly path: string; readonly bytes: Uint8Array },
  ): Promise<Result<SheetPreview>> {
    const opened = await openSheet(bytes, name, countryFor(accountId));
    if (!opened.ok) return opened;
    const { read } = opened.value;
    return ok(keep({ sheetId: newId(), accountId, file: name, path, opened: opened.value, read, runId: null }));
  }

  return {
    find,

    async openFile({ accountId, name, bytes, path }) {
      // Only where these very bytes lie may a file be written beside it.
      const isThere = path !== '' && (await files.isAt(path, bytes));
      return open(accountId, { name, bytes, path: isThere ? path : '' });
    },

    async chooseFile({ accountId }) {
      const chosen = await files.choose();
      if (!chosen.ok || chosen.value === null) return chosen.ok ? ok(null) : chosen;
      return open(accountId, chosen.value);
    },

    async readAgain({ accountId, sheetId, reading }) {
      const sheet = find(accountId, sheetId);
      if (!sheet) return err({ code: 'not-found' });
      const read = await sheet.opened.again(reading);
      if (!read.ok) return read;
      const now = find(accountId, sheetId); // it may have been dropped while it was being read
      return now ? ok(keep({ ...now, read: read.value })) : err({ code: 'not-found' });
    },

    async dropFile({ accountId, sheetId }) {
      if (find(accountId, sheetId)) sheets.delete(sheetId);
      return ok(null);
    },

    noteDraft(sheetId, runId) {
      const sheet = sheets.get(sheetId);
      if (sheet) sheets.set(sheetId, { ...sheet, runId });
    },

    forget(accountId) {
      for (const sheet of sheets.values()) if (sheet.accountId === accountId) sheets.delete(sheet.sheetId);
    },
  };
}
