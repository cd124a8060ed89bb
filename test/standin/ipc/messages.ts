/** What a page says to main: a call that waits for its answer. */
export type ToMain = { readonly id: number; readonly channel: string; readonly args: readonly unknown[] };

/** What main says to a page: an event, or the answer to a call. */
export type FromMain =
  | { readonly kind: 'event'; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly kind: 'value'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'error'; readonly id: number; readonly error: string };
