import { signal } from '@preact/signals';

/** Which screen is shown. The page never navigates: a screen is state. */
export type Route =
  | { readonly at: 'first-run' }
  /** Without `accountId` a new account, else this one is changed. */
  | { readonly at: 'account-form'; readonly accountId?: string }
  | { readonly at: 'link-phone'; readonly accountId?: string }
  | { readonly at: 'new-group' }
  | { readonly at: 'result'; readonly jobId: string }
  | { readonly at: 'groups'; readonly jobId?: string }
  /** From a spreadsheet: with `runId` that run, a draft or one that goes on; without, the way in and the latest draft. */
  | { readonly at: 'sheet'; readonly runId?: string }
  | { readonly at: 'people' }
  | { readonly at: 'settings' };

export const route = signal<Route>({ at: 'new-group' });

export function go(to: Route): void {
  route.value = to;
}
