import type { Api } from '../core/contract/calls.ts';
import type { Listen } from '../core/contract/events.ts';

declare global {
  interface Window {
    readonly api: Api;
    readonly listen: Listen;
    /** Where a file lies that was dropped or chosen; empty for one that lies nowhere. */
    readonly pathOf: (file: File) => string;
  }
}
