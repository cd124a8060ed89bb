import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readJson } from '../../../main/practice/read-json.ts';

test('JSON is read as it is', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(readJson(JSON.stringify(value))).toEqual({ at: 'value', value: JSON.parse(JSON.stringify(value)) });
    }),
  );
});

test.each([
  ['{bad}', 'Unexpected token b in JSON at position 1'],
  ['{"a":1,}', 'Unexpected token } in JSON at position 7'],
  ['[1 2]', 'Unexpected token 2 in JSON at position 3'],
  ['nope', 'Unexpected token o in JSON at position 1'],
  ['{"a":"b\n"}', 'Unexpected token \n in JSON at position 7'],
  ['{} x', 'Unexpected token x in JSON at position 3'],
  ["{'a':1}", "Unexpected token ' in JSON at position 1"],
  ['{"a":', 'Unexpected end of JSON input'],
  ['"abc', 'Unexpected end of JSON input'],
  ['', 'Unexpected end of JSON input'],
])('%j is broken: %s', (text, message) => {
  expect(readJson(text)).toEqual({ at: 'broken', message });
});

test('a text of any kind is a value or broken at a place inside it', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const read = readJson(text);
      if (read.at === 'value') return;
      const position = Number(/position (\d+)$/.exec(read.message)?.[1] ?? 0);
      expect(position).toBeLessThan(Math.max(1, text.length));
    }),
  );
});
