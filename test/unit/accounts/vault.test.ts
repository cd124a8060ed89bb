import { describe, expect, test } from 'vitest';
import { createVault } from '../../../main/accounts/vault.ts';
import { token, toyCipher } from './samples.ts';

const keychain = { ok: false, failure: { code: 'keychain' } };

async function sealed() {
  const cipher = toyCipher();
  const vault = createVault(cipher);
  const answer = await vault.seal(token);
  if (!answer.ok) throw new Error('the toy seals');
  return { cipher, vault, kept: answer.value };
}

describe('sealing', () => {
  test('keeps the sealed text, the password store and the last four characters, and nothing else of the token', async () => {
    const { kept } = await sealed();

    expect(kept).toMatchObject({ backend: 'toy', end: token.slice(-4) });
    expect(JSON.stringify(kept)).not.toContain(token.slice(0, 12));
  });

  test.each(['basic_text', 'unknown'])('the backend %s is no password store', async (name) => {
    const cipher = toyCipher();
    cipher.name = name;
    const vault = createVault(cipher);

    expect(await vault.canSave()).toBe(false);
    expect(await vault.seal(token)).toEqual(keychain);
  });

  test('fails while the password store is not available', async () => {
    const cipher = toyCipher();
    cipher.available = false;

    expect(await createVault(cipher).seal(token)).toEqual(keychain);
  });

  test.each(['encrypt', 'decrypt', 'lies', 'asking'] as const)(
    'counts only when the token comes out as it went in (%s)',
    async (broken) => {
      const cipher = toyCipher();
      cipher.broken = broken;

      expect(await createVault(cipher).seal(token)).toEqual(keychain);
    },
  );
});

describe('opening', () => {
  test('gives the token back', async () => {
    const { vault, kept } = await sealed();

    expect(await vault.open(kept)).toEqual({ token, resealed: null });
  });

  test('works as soon as a password store that was not ready at the start is', async () => {
    const { cipher, vault, kept } = await sealed();
    cipher.available = false;
    const early = await vault.open(kept);
    cipher.available = true;

    expect(early).toBeNull();
    expect(await vault.open(kept)).toMatchObject({ token });
  });

  test('seals again when the system asks for it', async () => {
    const { cipher, vault, kept } = await sealed();
    cipher.shouldReseal = true;

    const opened = await vault.open(kept);

    expect(opened).toMatchObject({ token, resealed: { backend: 'toy', end: kept.end } });
  });

  test('seals again when another password store could open it', async () => {
    const { cipher, vault, kept } = await sealed();
    cipher.name = 'kwallet6';

    expect(await vault.open(kept)).toMatchObject({ token, resealed: { backend: 'kwallet6' } });
  });

  test('gives nothing when another password store cannot open it', async () => {
    const { cipher, vault, kept } = await sealed();
    Object.assign(cipher, { name: 'kwallet6', key: 'another' });

    expect(await vault.open(kept)).toBeNull();
  });

  test('gives nothing when the system refuses, and the next time it may not', async () => {
    const { cipher, vault, kept } = await sealed();
    cipher.broken = 'decrypt';
    const refused = await vault.open(kept);
    cipher.broken = null;

    expect(refused).toBeNull();
    expect(await vault.open(kept)).toMatchObject({ token });
  });

  test('gives nothing when what comes out is not what went in', async () => {
    const { cipher, vault, kept } = await sealed();
    cipher.broken = 'lies';

    expect(await vault.open(kept)).toBeNull();
  });

  test('keeps the token when it cannot be sealed again', async () => {
    const { cipher, vault, kept } = await sealed();
    Object.assign(cipher, { shouldReseal: true, broken: 'encrypt' });

    expect(await vault.open(kept)).toEqual({ token, resealed: null });
  });
});
