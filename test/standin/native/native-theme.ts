import { EventEmitter } from 'node:events';
import type { PartOf } from '../part-of.ts';

type Source = Electron.NativeTheme['themeSource'];

export class NativeTheme extends EventEmitter {
  #source: Source = 'system';

  get themeSource(): Source {
    return this.#source;
  }

  set themeSource(source: Source) {
    this.#source = source;
    this.emit('updated');
  }

  /** The stand-in's system is light. */
  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark';
  }
}

export const nativeTheme = new NativeTheme();
true satisfies PartOf<NativeTheme, Electron.NativeTheme>;
