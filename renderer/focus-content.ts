/** Moves the focus to the screen itself: for the skip link, and when the focused thing went away with the last screen. */
export function focusContent(): void {
  const content = document.querySelector('main');
  if (!content) return;
  content.tabIndex = -1;
  content.focus({ preventScroll: true });
}

export function focusContentIfLost(): void {
  if (document.activeElement === document.body) focusContent();
}
