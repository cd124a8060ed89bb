const kept = new Set<object>();

/**
 * Holds on to something that only the system knows of: whatever nobody holds may be collected, and its events with it.
 * `onEnd` is given what lets go.
 */
export function keepUntil(thing: object, onEnd: (letGo: () => void) => void): void {
  kept.add(thing);
  onEnd(() => kept.delete(thing));
}
