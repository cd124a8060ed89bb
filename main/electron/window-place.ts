import Store from 'electron-store';
import { z } from 'zod';
import type { Bounds } from './window.ts';

const placeSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1),
  height: z.int().min(1),
  maximized: z.boolean(),
});

/** Where the window was when it was closed, in `window.json`; a damaged file only forgets the place. */
export function createWindowPlace(folder: string) {
  const store = new Store<{ place?: unknown }>({ cwd: folder, name: 'window', clearInvalidConfig: true });
  return {
    read(): Bounds | null {
      return placeSchema.safeParse(store.get('place')).data ?? null;
    },
    keep(place: Bounds) {
      store.set('place', place);
    },
  };
}
