/** An event that a listener may stop, with whatever else Electron puts on it. */
export function preventable<T extends object>(about: T) {
  return {
    ...about,
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true;
    },
  };
}
