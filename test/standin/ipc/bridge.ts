export type Bridge = {
  /** Asks the other world and gets its answer at once. */
  send(op: string, data: object): unknown;
  /** Answers `op` of the other world. */
  answer(op: string, reply: (data: { readonly [key: string]: unknown }) => unknown): void;
  /** Turns functions and promises into tokens which `unpack` of the other world makes callable again. */
  pack(value: unknown): unknown;
  unpack(value: unknown): unknown;
};

/**
 * Carries functions, promises and plain values between the page's world and the preload's. The worlds share the DOM
 * alone, so the halves speak by events under a name that only they know: Blink clones `detail` for the other world and
 * dispatches at once, so a bridged function can answer without waiting, as Electron's can.
 * The function is sent to the page as text and must not reach for anything outside itself.
 */
export function makeBridge(name: string, side: 'page' | 'preload'): Bridge {
  type Data = { readonly [key: string]: unknown };
  type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (error: unknown) => void };

  const other = side === 'page' ? 'preload' : 'page';
  const tag = `$${name}`;
  // Taken before any script of the page runs, so that the page cannot put itself in between.
  const { CustomEvent: Envelope } = window;
  const dispatch = EventTarget.prototype.dispatchEvent.bind(window);
  const readDetail = Object.getOwnPropertyDescriptor(Envelope.prototype, 'detail')?.get;
  const functions = new Map<unknown, (...args: unknown[]) => unknown>();
  const promises = new Map<unknown, Waiting>();
  const answers = new Map<unknown, (data: Data) => unknown>();
  let lastId = 0;
  let reply: Data | undefined;

  const isPlain = (value: object) => Object.prototype.toString.call(value) === '[object Object]';
  const nextId = () => {
    lastId += 1;
    return `${side}${lastId}`;
  };

  function pack(value: unknown): unknown {
    if (typeof value === 'function') {
      const id = nextId();
      functions.set(id, (...args) => value(...args));
      return { [tag]: 'function', id };
    }
    if (value === null || typeof value !== 'object') return value;
    if (value instanceof Promise) {
      const id = nextId();
      const settle = (outcome: 'resolve' | 'reject') => (result: unknown) =>
        send('settle', { id, outcome, value: pack(result) });
      value.then(settle('resolve'), settle('reject'));
      return { [tag]: 'promise', id };
    }
    if (value instanceof Error) return { [tag]: 'error', name: value.name, message: value.message, stack: value.stack };
    if (Array.isArray(value)) return value.map(pack);
    return isPlain(value) ? mapValues(value, pack) : value; // dates, maps, bytes: Blink clones them
  }

  function unpack(value: unknown): unknown {
    if (value === null || typeof value !== 'object') return value;
    const data = value as Data;
    const { id } = data;
    switch (data[tag]) {
      case 'function':
        return (...args: unknown[]) => send('call', { id, args: pack(args) });
      case 'promise':
        return new Promise((resolve, reject) => promises.set(id, { resolve, reject }));
      case 'error':
        return Object.assign(new Error(String(data.message)), { name: data.name, stack: data.stack });
    }
    if (Array.isArray(value)) return value.map(unpack);
    return isPlain(value) ? mapValues(value, unpack) : value;
  }

  const mapValues = (value: object, change: (item: unknown) => unknown) =>
    Object.fromEntries(Object.entries(value).map(([key, item]) => [key, change(item)]));

  const say = (detail: object) => dispatch(new Envelope(name + other, { detail }));

  function takeReply(): Data | undefined {
    const taken = reply;
    reply = undefined;
    return taken;
  }

  function send(op: string, data: object): unknown {
    say({ op, ...data });
    const answer = takeReply();
    if (!answer) throw new Error('An object could not be cloned.');
    if (answer.threw) throw unpack(answer.value);
    return unpack(answer.value);
  }

  window.addEventListener(
    name + side,
    (event) => {
      event.stopImmediatePropagation();
      const data = readDetail?.call(event) as Data | null;
      if (!data) return;
      if (data.op === 'reply') {
        reply = data;
        return;
      }
      try {
        say({ op: 'reply', value: pack(answers.get(data.op)?.(data)) });
      } catch (error) {
        say({ op: 'reply', threw: true, value: pack(error) });
      }
    },
    true,
  );

  answers.set('call', ({ id, args }) => functions.get(id)?.(...(unpack(args) as unknown[]))); // packed from an array
  answers.set('settle', ({ id, outcome, value }) => {
    const waiting = promises.get(id);
    promises.delete(id);
    if (outcome === 'resolve') waiting?.resolve(unpack(value));
    else waiting?.reject(unpack(value));
  });

  return { send, pack, unpack, answer: (op, answer) => void answers.set(op, answer) };
}
