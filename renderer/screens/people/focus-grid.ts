/** Gives the list the focus again: what stood over it or beside it is gone. */
export function focusGrid(): void {
  document.querySelector<HTMLElement>('main [role="grid"]')?.focus();
}

/** The open person's panel takes the focus, as soon as it is drawn. */
export function focusPanel(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.person-panel input')?.focus());
}
