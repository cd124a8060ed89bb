import type { Api } from '../core/contract/calls.ts';
import type { Listen } from '../core/contract/events.ts';

declare global {
  interface Window {
    readonly api: Api;
    readonly listen: Listen;
  }
}
