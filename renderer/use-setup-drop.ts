import { useEffect } from 'preact/hooks';
import { isSetupName } from '../core/setup-ending.ts';
import type { SetupState } from './state/setup.ts';

/** A set-up file may be dropped anywhere in the window, whatever other files a screen takes. */
export function useSetupDrop({ open }: Pick<SetupState, 'open'>): void {
  useEffect(() => {
    // What it is called is told only when it is let go of, so every file may come as far as that.
    const onDragOver = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const onDrop = (event: DragEvent) => {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) event.preventDefault();
      const setups = files.filter(({ name }) => isSetupName(name));
      if (setups.length > 0) void open(setups);
    };
    document.addEventListener('dragover', onDragOver);
    document.addEventListener('drop', onDrop);
    return () => {
      document.removeEventListener('dragover', onDragOver);
      document.removeEventListener('drop', onDrop);
    };
  }, [open]);
}
