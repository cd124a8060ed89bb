import { createHash } from 'node:crypto';
import { CompactEncrypt } from 'jose';
import { expect, test } from 'vitest';
import { openSealed, readSealed, seal } from '../../../main/setup-file/envelope.ts';
import { passphrase, quick } from './samples.ts';

const file = 'x.creategroup';
const bytesOf = (text: string) => new TextEncoder().encode(text);
const look = (text: string, options = {}) => readSealed(bytesOf(text), file, options);

/** A file as seal would write it, with another header. */
async function withHeader(header: Record<string, unknown>, rounds = 1): Promise<string> {
  const { alg = 'PBES2-HS512+A256KW', enc = 'A256GCM' } = header;
  const jwe = await new CompactEncrypt(bytesOf('{}'))
    .setProtectedHeader({ typ: 'creategroup-setup', ver: 1, ...header, alg: String(alg), enc: String(enc) })
    .setKeyManagementParameters({ p2c: rounds })
    .encrypt(bytesOf(passphrase));
  return summed(jwe);
}

const summed = (jwe: string) => `${jwe}\n${createHash('sha256').update(jwe).digest('base64url')}\n`;

test('what was sealed opens with its passphrase and with no other, at the real strength', async () => {
  const sealed = look(await seal('{"a":"й"}', passphrase));
  if (!sealed.ok) throw new Error(sealed.failure.code);

  expect(JSON.parse(atob(sealed.value.jwe.split('.')[0] ?? ''))).toMatchObject({
    ...{ alg: 'PBES2-HS512+A256KW', enc: 'A256GCM', typ: 'creategroup-setup', ver: 1, p2c: 600_000 },
  });
  expect(await openSealed(sealed.value, ` ${passphrase.replace(' ', '  ')}`)).toEqual({ ok: true, value: '{"a":"й"}' });
  expect(await openSealed(sealed.value, passphrase.toUpperCase())).toEqual({
    ok: false,
    failure: { code: 'setup-wrong-passphrase' },
  });
});

test('two files of the same content have nothing in common', async () => {
  const content = 'x'.repeat(100);
  const [one, other] = [await seal(content, passphrase, quick), await seal(content, passphrase, quick)];

  const parts = one.split(/[.\n]/).filter((part) => part !== '');
  expect(parts).toHaveLength(6);
  expect(parts.filter((part) => other.includes(part))).toEqual([]);
});

test('what mail programs and editors put around a file does no harm', async () => {
  const text = await seal('x', passphrase, quick);

  expect(look(`\uFEFF${text.replaceAll('\n', '\r\n')}\r\n  `, quick).ok).toBe(true);
});

test.each(['', 'Dear Anna', '{"accounts":[]}', 'PK\u0003\u0004', 'eyJ', 'eyJhIjoxfQ.x.y.z.w'])(
  '“%s” is no set-up file, or a broken one',
  (text) => {
    expect(look(text)).toMatchObject({ failure: { file } });
  },
);

test('a JWE of somebody else is no set-up file', async () => {
  expect(look(await withHeader({ typ: 'JWT' }), quick)).toEqual({
    ok: false,
    failure: { code: 'setup-not-one', file },
  });
});

test('a newer version is told without its passphrase and whatever else is different', async () => {
  const newer = (await withHeader({ ver: 2, more: true })).split('\n')[0];

  expect(look(`${newer}\n`)).toEqual({ ok: false, failure: { code: 'setup-newer', file } });
});

test.each([
  ['a sign that fell over', (text: string) => text.replace(/(.)\.([^.]*)\n/, '$1.A$2\n')],
  ['an end that is missing', (text: string) => text.slice(0, -30)],
  ['a line in the middle that is missing', (text: string) => text.replace(/\..{9}/, '.')],
  ['something behind its end', (text: string) => `${text}more`],
])('%s is damage, and no wrong passphrase', async (_, damage) => {
  const text = await seal('x', passphrase, quick);

  expect(look(damage(text), quick)).toEqual({ ok: false, failure: { code: 'setup-damaged', file } });
});

test.each([
  ['another way to wrap the key', { alg: 'PBES2-HS256+A128KW' }, 300_000],
  ['another cipher', { enc: 'A128CBC-HS256' }, 300_000],
  ['compression', { zip: 'DEF' }, 300_000],
  ['too few rounds', {}, 200_000],
])('%s is not taken', async (_, header, rounds) => {
  expect(look(await withHeader(header, rounds))).toMatchObject({ failure: { code: 'setup-damaged' } });
});

test('so many rounds that the computer would be busy for minutes are not even begun', async () => {
  const [header = '', ...rest] = (await withHeader({})).split(/[.\n]/);
  const many = { ...JSON.parse(atob(header)), p2c: 2_000_000_000 };
  const jwe = [Buffer.from(JSON.stringify(many)).toString('base64url'), ...rest.slice(0, 4)].join('.');
  const startedMs = performance.now();

  expect(look(summed(jwe))).toMatchObject({ failure: { code: 'setup-damaged' } });
  expect(await openSealed({ jwe }, passphrase)).toMatchObject({ failure: { code: 'setup-wrong-passphrase' } });
  expect(performance.now() - startedMs).toBeLessThan(1000);
});

test('a huge file is refused by its size', () => {
  expect(readSealed(new Uint8Array(5 * 1024 * 1024 + 1), file)).toEqual({
    ok: false,
    failure: { code: 'setup-too-big', file, mostMegabytes: 5 },
  });
});
