import { useState } from 'preact/hooks';
import { isSetupName } from '../../../core/setup-ending.ts';

/** Lets files be dropped on an element; other things that are dragged over it stay with the browser. */
export function useDrop(onFiles: (files: readonly File[]) => void) {
  const [isOver, setOver] = useState(false);
  return {
    isOver,
    onDragOver(event: DragEvent) {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave(event: DragEvent & { readonly currentTarget: Element }) {
      const isInside = event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget);
      if (!isInside) setOver(false);
    },
    onDrop(event: DragEvent) {
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      // A set-up file belongs to the window as a whole.
      if (files.length === 0 || files.some(({ name }) => isSetupName(name))) return;
      event.preventDefault();
      onFiles(files);
    },
  };
}
