import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ImportDialog } from '../people-import/import-dialog.tsx';

type ImportFileProps = { readonly file: File | null; readonly onClose: () => void };

const loaded = signal<{ readonly Dialog: typeof ImportDialog } | null>(null);

/** The import of people, whose code is read when it is first wanted. */
export function ImportFile(props: ImportFileProps) {
  useEffect(() => {
    if (loaded.peek()) return;
    void import('../people-import/import-dialog.tsx').then((module) => {
      loaded.value = { Dialog: module.ImportDialog };
    });
  }, []);
  return loaded.value && <loaded.value.Dialog {...props} />;
}
