import type { Writable } from 'node:stream';
import type { Protocol } from '../../../node_modules/playwright-core/types/protocol.d.ts';

export type { Protocol };

type Commands = Protocol.CommandParameters;
type Answers = Protocol.CommandReturnValues;
type Listener = (params: unknown) => void;

/** One conversation with Chromium: the browser itself, or one of its pages. */
export type Session = {
  send<M extends keyof Commands>(method: M, params?: Commands[M]): Promise<Answers[M]>;
  on<E extends keyof Protocol.Events>(event: E, listener: (params: Protocol.Events[E]) => void): void;
};

type Waiting = {
  readonly method: string;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
};

type Message = {
  readonly id?: number;
  readonly sessionId?: string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
};

/** The Chrome DevTools Protocol: messages are JSON texts; every session is told apart by its id. */
export function createConnection(output: Pick<Writable, 'write'>) {
  const waiting = new Map<number, Waiting>();
  const listeners = new Map<string, Listener[]>();
  let lastId = 0;
  let isClosed = false;

  const keyOf = (sessionId: string | undefined, event: string) => `${sessionId ?? ''} ${event}`;

  function session(sessionId?: string): Session {
    return {
      send(method, params) {
        if (isClosed) return Promise.reject(new Error(`${method}: Chromium is gone`));
        lastId += 1;
        const id = lastId;
        return new Promise((resolve, reject) => {
          // The protocol's own types say which answer comes to which method.
          waiting.set(id, { method, resolve: resolve as (result: unknown) => void, reject });
          output.write(`${JSON.stringify({ id, method, params: params ?? {}, sessionId })}\0`);
        });
      },
      on(event, listener) {
        const key = keyOf(sessionId, event);
        // The protocol's own types say which params come with which event.
        listeners.set(key, [...(listeners.get(key) ?? []), listener as Listener]);
      },
    };
  }

  function receive(text: string): void {
    const message = JSON.parse(text) as Message; // Chromium is trusted to speak its protocol
    if (message.id === undefined) {
      for (const listener of listeners.get(keyOf(message.sessionId, message.method ?? '')) ?? [])
        listener(message.params);
      return;
    }
    const entry = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error) entry?.reject(new Error(`${entry.method}: ${message.error.message}`));
    else entry?.resolve(message.result);
  }

  function close(): void {
    isClosed = true;
    for (const { method, reject } of waiting.values()) reject(new Error(`${method}: Chromium is gone`));
    waiting.clear();
  }

  return { browser: session(), session, receive, close };
}
