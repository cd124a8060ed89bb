import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readForm } from '../../../main/practice/read-form.ts';

async function written(form: FormData): Promise<[string, Buffer]> {
  const response = new Response(form);
  return [response.headers.get('content-type') ?? '', Buffer.from(await response.arrayBuffer())];
}

test('a form is read as Node writes it, whatever its files hold', async () => {
  const content = fc.oneof(
    fc.uint8Array(),
    fc.constantFrom(...['', '\r\n', '--', '\r\n--'].map((text) => Buffer.from(text))),
  );
  await fc.assert(
    fc.asyncProperty(content, fc.string({ unit: 'grapheme' }), async (bytes, text) => {
      const form = new FormData();
      form.append('groupId', text);
      form.append('file', new File([new Uint8Array(bytes)], 'Хор.jpg', { type: 'image/jpeg' }));

      expect(readForm(...(await written(form)))).toEqual({
        // Line ends of texts are written as CRLF (HTML, "multipart/form-data").
        groupId: text.replace(/\r\n?|\n/g, '\r\n'),
        file: { name: 'Хор.jpg', type: 'image/jpeg', bytes: Buffer.from(bytes) },
      });
    }),
  );
});

const part = 'Content-Disposition: form-data; name="a"\r\n\r\n1';

test.each([
  ['another kind', 'application/json', '{}'],
  ['no boundary', 'multipart/form-data', `--b\r\n${part}\r\n--b--`],
  ['nothing', 'multipart/form-data; boundary=b', ''],
  ['no end', 'multipart/form-data; boundary=b', `--b\r\n${part}`],
  ['a cut end', 'multipart/form-data; boundary=b', `--b\r\n${part}\r\n--b`],
  ['something before it', 'multipart/form-data; boundary=b', `x\r\n--b\r\n${part}\r\n--b--`],
  ['a part without a name', 'multipart/form-data; boundary=b', '--b\r\nContent-Type: text/plain\r\n\r\n1\r\n--b--'],
  ['a part without a head', 'multipart/form-data; boundary=b', '--b\r\n1\r\n--b--'],
])('a form with %s is none', (_what, contentType, body) => {
  expect(readForm(contentType, Buffer.from(body))).toBeNull();
});

test('any bytes are a form or none', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('\r\n', '--b', '--', part, 'x', '\r\n\r\n')), (pieces) => {
      const read = readForm('multipart/form-data; boundary=b', Buffer.from(pieces.join('')));
      expect(read === null || Object.keys(read).every((name) => name === 'a')).toBe(true);
    }),
  );
});
