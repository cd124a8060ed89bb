import { EventEmitter } from 'node:events';
import type { PartOf } from '../part-of.ts';

/** An icon that nobody sees: it can be clicked by a test, and it can be gone. */
export class Tray extends EventEmitter {
  #isDestroyed = false;

  constructor(_image: Electron.NativeImage | string) {
    super();
  }

  setContextMenu(_menu: Electron.Menu | null): void {}
  setToolTip(_text: string): void {}
  setImage(_image: Electron.NativeImage | string): void {}
  isDestroyed = (): boolean => this.#isDestroyed;

  destroy(): void {
    this.#isDestroyed = true;
  }
}
true satisfies PartOf<Tray, Electron.Tray>;
