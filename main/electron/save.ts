import { writeFile } from 'node:fs/promises';
import { err, ok, type Result } from '../../core/result.ts';
import { askWhereToSave, type FileKind } from './dialogs.ts';
import type { MainWindow } from './window.ts';
import { ownerOnly, writeWhole } from './write-whole.ts';

/** Asks where to save and writes there what `make` answers; nothing is made when the person cancels. */
export type Save = (
  what: {
    readonly title: string;
    readonly fileName: string;
    readonly kind: FileKind;
    /** Written whole or not at all, and for the owner alone. */
    readonly isPrivate?: boolean;
  },
  make: () => Promise<Result<string | Uint8Array>>,
) => Promise<Result<{ saved: boolean }>>;

export function createSave(window: Pick<MainWindow, 'current'>): Save {
  return async (what, make) => {
    const file = await askWhereToSave(window.current(), what);
    if (file === null) return ok({ saved: false });
    const content = await make();
    if (!content.ok) return content;
    if (what.isPrivate) {
      const written = await writeWhole(file, content.value, ownerOnly);
      return written.ok ? ok({ saved: true }) : written;
    }
    try {
      await writeFile(file, content.value);
      return ok({ saved: true });
    } catch {
      return err({ code: 'not-saved' }); // full or read-only disk, a folder that is gone: the person chooses another
    }
  };
}

/** A name without the signs that one system or another does not allow in the name of a file. */
export const asFileName = (name: string): string => name.replace(/[\p{C}<>:"/\\|?*]/gu, '_').slice(0, 80);
