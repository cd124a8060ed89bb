/** Electron's own mark before its fuses (`@electron/fuses`), and as many states as Electron 45 has fuses, none as we want them. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fuseStates = '101100011';

/** The bytes that carry an executable's fuses: mark, version 1, how many, and a state for each. */
export const fuseWire = Buffer.concat([
  Buffer.from(sentinel),
  Buffer.from([1, fuseStates.length]),
  Buffer.from(fuseStates),
]);
