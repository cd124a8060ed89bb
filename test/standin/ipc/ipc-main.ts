import { EventEmitter } from 'node:events';
import type { PartOf } from '../part-of.ts';
import { makeCodec } from './codec.ts';
import type { FromMain, ToMain } from './messages.ts';

type Handler = Parameters<Electron.IpcMain['handle']>[1];

const codec = makeCodec({
  encode: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  decode: (text) => new Uint8Array(Buffer.from(text, 'base64')),
});

const handlers = new Map<string, Handler>();

class IpcMain extends EventEmitter {
  handle(channel: string, handler: Handler): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  }

  removeHandler(channel: string): void {
    handlers.delete(channel);
  }
}

/** Calls from pages. electron-store also listens to an event of its own, which nobody sends. */
export const ipcMain = new IpcMain();
true satisfies PartOf<IpcMain, Electron.IpcMain>;

/** Runs the handler of a call; the answer, as text for the page, says an error by its class and message as Electron does. */
export async function answerCall(text: string, event: Electron.IpcMainInvokeEvent): Promise<string> {
  const { id, channel, args } = codec.decode(text) as ToMain; // what the preload's half has encoded
  try {
    const handler = handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    return encode({ kind: 'value', id, value: await handler(event, ...args) });
  } catch (error) {
    return encode({ kind: 'error', id, error: `Error invoking remote method '${channel}': ${error}` });
  }
}

export const encode = (message: FromMain): string => codec.encode(message);
