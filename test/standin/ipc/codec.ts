type Base64 = { encode(bytes: Uint8Array): string; decode(text: string): Uint8Array<ArrayBuffer> };

export type Codec = { encode(value: unknown): string; decode(text: string): unknown };

/**
 * Values as JSON text, with what structured clone knows and JSON does not. Both sides of the bridge use it: the function
 * is also sent to the page as text, so it must not reach for anything outside itself.
 */
export function makeCodec(base64: Base64): Codec {
  type Tagged = { readonly $?: string; readonly v?: unknown; readonly name?: string; readonly stack?: string };

  const refuse = (): never => {
    throw new Error('An object could not be cloned.');
  };
  const bytesOf = (view: ArrayBufferView) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  const errorKinds: Readonly<Record<string, ErrorConstructor>> = { TypeError, RangeError, SyntaxError, ReferenceError };

  function pack(value: unknown, above: readonly object[]): unknown {
    switch (typeof value) {
      case 'string':
      case 'boolean':
        return value;
      case 'number':
        return Number.isFinite(value) && !Object.is(value, -0)
          ? value
          : { $: 'number', v: Object.is(value, -0) ? '-0' : String(value) };
      case 'undefined':
        return { $: 'undefined' };
      case 'bigint':
        return { $: 'bigint', v: String(value) };
      case 'object':
        return value === null ? null : packObject(value, above);
      default:
        return refuse();
    }
  }

  function packObject(value: object, above: readonly object[]): unknown {
    if (above.includes(value)) return refuse();
    const each = (item: unknown) => pack(item, [...above, value]);
    if (Array.isArray(value)) return value.map(each);
    if (value instanceof Date) return { $: 'date', v: value.getTime() };
    if (value instanceof Error) return { $: 'error', name: value.name, v: value.message, stack: value.stack };
    if (value instanceof Map) return { $: 'map', v: [...value].map((entry) => entry.map(each)) };
    if (value instanceof Set) return { $: 'set', v: [...value].map(each) };
    if (value instanceof ArrayBuffer) return { $: 'buffer', v: base64.encode(new Uint8Array(value)) };
    const kind = Object.prototype.toString.call(value).slice(8, -1); // a Buffer of Node is a `Uint8Array` here
    if (ArrayBuffer.isView(value)) return { $: 'view', name: kind, v: base64.encode(bytesOf(value)) };
    if (kind !== 'Object') return refuse();
    const plain = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, each(item)]));
    return '$' in value ? { $: 'object', v: plain } : plain;
  }

  function unpack(value: unknown): unknown {
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map(unpack);
    const tagged: Tagged = value;
    const list = () => (tagged.v as unknown[]).map(unpack); // what `packObject` wrote for a map and a set
    switch (tagged.$) {
      case 'undefined':
        return undefined;
      case 'number':
        return Number(tagged.v);
      case 'bigint':
        return BigInt(String(tagged.v));
      case 'date':
        return new Date(Number(tagged.v));
      case 'map':
        return new Map(list() as [unknown, unknown][]);
      case 'set':
        return new Set(list());
      case 'error':
        return unpackError(tagged);
      case 'buffer':
        return base64.decode(String(tagged.v)).buffer;
      case 'view': {
        // Every kind of view is a global constructor that takes a buffer.
        const View = Reflect.get(globalThis, tagged.name ?? '') as Uint8ArrayConstructor;
        return new View(base64.decode(String(tagged.v)).buffer);
      }
      default: {
        const plain = tagged.$ === 'object' ? (tagged.v as object) : value;
        return Object.fromEntries(Object.entries(plain).map(([key, item]) => [key, unpack(item)]));
      }
    }
  }

  function unpackError({ name = 'Error', v, stack }: Tagged): Error {
    const error = new (errorKinds[name] ?? Error)(String(v));
    if (stack !== undefined) error.stack = stack;
    return error;
  }

  return { encode: (value) => JSON.stringify(pack(value, [])), decode: (text) => unpack(JSON.parse(text)) };
}
