import type { makeBridge } from './bridge.ts';

/** The half that runs in the page's own world, before its scripts. Sent as text: nothing outside itself is in reach. */
export function pageWorld(name: string, make: typeof makeBridge): void {
  if (window.top !== window) return;
  const bridge = make(name, 'page');

  function freeze(value: unknown): unknown {
    if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return value;
    for (const item of Object.values(value)) freeze(item);
    return Object.freeze(value);
  }

  bridge.answer('expose', ({ key, value }) => {
    const property = String(key);
    if (Object.hasOwn(window, property)) {
      throw new Error('Cannot bind an API on top of an existing property on the window object');
    }
    Object.defineProperty(window, property, { value: freeze(bridge.unpack(value)), enumerable: true });
  });
}
