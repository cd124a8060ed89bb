import type { makeBridge } from './bridge.ts';
import type { makeCodec } from './codec.ts';
import type { FromMain, ToMain } from './messages.ts';

type PreloadTools = {
  readonly name: string;
  readonly makeBridge: typeof makeBridge;
  readonly makeCodec: typeof makeCodec;
  /** The folder that every file of the page lies in, with its last separator; empty: none lies anywhere. */
  readonly filesFrom: string;
  /** What a sandboxed preload sees of `process`. */
  readonly process: object;
  readonly preload:
    | ((require: (id: string) => unknown, process: object, module: object, exports: object) => void)
    | null;
};

/**
 * The half that runs in the isolated world, where the preload lives: `contextBridge`, `ipcRenderer`, and the preload
 * itself. Sent as text: nothing outside itself is in reach.
 */
export function preloadWorld({ name, makeBridge, makeCodec, filesFrom, process, preload }: PreloadTools): void {
  if (window.top !== window) return;
  type World = { standinSend(text: string): void; standinReceive(text: string): void };
  type Listener = (event: object, ...args: unknown[]) => void;
  type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void };

  // The binding is added to this world alone; Chromium has base 64 on byte arrays, the compiler's library not yet.
  const world = globalThis as unknown as World;
  const bytes = Uint8Array as unknown as { fromBase64(text: string): Uint8Array<ArrayBuffer> };
  const codec = makeCodec({
    encode: (view) => (view as unknown as { toBase64(): string }).toBase64(),
    decode: (text) => bytes.fromBase64(text),
  });
  const bridge = makeBridge(name, 'preload');
  const waiting = new Map<number, Waiting>();
  let listeners: readonly { readonly channel: string; readonly listener: Listener }[] = [];
  let lastId = 0;

  const ipcRenderer = {
    invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      return new Promise((resolve, reject) => {
        lastId += 1;
        const message: ToMain = { id: lastId, channel, args };
        const text = codec.encode(message); // throws, and so rejects, when an argument cannot be cloned
        waiting.set(lastId, { resolve, reject });
        world.standinSend(text);
      });
    },
    on(channel: string, listener: Listener) {
      listeners = [...listeners, { channel, listener }];
      return ipcRenderer;
    },
    off(channel: string, listener: Listener) {
      const last = listeners.findLast((entry) => entry.channel === channel && entry.listener === listener);
      listeners = listeners.filter((entry) => entry !== last);
      return ipcRenderer;
    },
  };

  const contextBridge = {
    exposeInMainWorld(key: string, api: unknown): void {
      bridge.send('expose', { key, value: bridge.pack(api) });
    },
  };

  const webUtils = { getPathForFile: (file: File) => (filesFrom ? filesFrom + file.name : '') };

  world.standinReceive = (text) => {
    const message = codec.decode(text) as FromMain; // what main has just encoded
    if (message.kind === 'event') {
      for (const { channel, listener } of listeners) {
        if (channel === message.channel) listener({ sender: ipcRenderer }, ...message.args);
      }
      return;
    }
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.kind === 'value') call?.resolve(message.value);
    else call?.reject(new Error(message.error));
  };

  const module = { exports: {} };
  const require = (id: string) => {
    if (id === 'electron') return { contextBridge, ipcRenderer, webUtils };
    throw new Error(`module not found: ${id}`);
  };
  preload?.(require, process, module, module.exports);
}
