import { createHash } from 'node:crypto';
import { CompactEncrypt, compactDecrypt, decodeProtectedHeader } from 'jose';
import { z } from 'zod';
import type { Failure } from '../../core/failure.ts';
import { tidyPassphrase } from '../../core/passphrase.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { setupLimits } from '../../core/setup-file.ts';

/**
 * A set-up file is two lines of text: a JWE in its compact form (RFC 7516) and the SHA-256 of that line. The sum protects from
 * nobody; it tells a file that suffered on its way from a passphrase that is wrong.
 */

const type = 'creategroup-setup';
const version = 1;
const algorithm = 'PBES2-HS512+A256KW';
const encryption = 'A256GCM';

/** OWASP asks for 210,000 rounds of PBKDF2-HMAC-SHA512 at a login; a file can be tried at home, by day and by night. */
const rounds = 600_000;
/** Fewer are a toy, and many more would keep the computer busy for minutes. */
const roundsTaken = { least: 210_000, most: 1_000_000 } as const;

export type SealOptions = {
  /** Of the key derivation; tests of other things take fewer. */
  readonly rounds?: number;
};

export type OpenOptions = { readonly roundsTaken?: { readonly least: number; readonly most: number } };

/** Seals a text with a passphrase; what comes is the content of a file. */
export async function seal(plain: string, passphrase: string, options: SealOptions = {}): Promise<string> {
  const jwe = await new CompactEncrypt(new TextEncoder().encode(plain))
    .setProtectedHeader({ alg: algorithm, enc: encryption, typ: type, ver: version })
    .setKeyManagementParameters({ p2c: options.rounds ?? rounds, p2s: crypto.getRandomValues(new Uint8Array(16)) })
    .encrypt(keyOf(passphrase));
  return `${jwe}\n${sumOf(jwe)}\n`;
}

/** A file whose outside is as it should be. */
export type Sealed = { readonly jwe: string };

const megabyte = 1024 * 1024;

/**
 * Looks at a file from outside, without its passphrase. `file` is its name for the sentences. Fails with `setup-too-big`,
 * `setup-not-one`, `setup-newer` and `setup-damaged`.
 */
export function readSealed(bytes: Uint8Array, file: string, options: OpenOptions = {}): Result<Sealed, Failure> {
  if (bytes.length > setupLimits.megabytes * megabyte) {
    return err({ code: 'setup-too-big', file, mostMegabytes: setupLimits.megabytes });
  }
  // Every sign of such a file is ASCII; mail programs and editors put marks before it and spaces behind it.
  const text = new TextDecoder().decode(bytes).trim();
  if (!text.startsWith(everyJsonObject)) return err({ code: 'setup-not-one', file });
  const damaged = err({ code: 'setup-damaged', file } as const);
  const [jwe = '', sum = '', ...more] = text.split(/\s+/);
  const header = headerOf(jwe);
  if (header === null) return damaged;
  const ours = oursSchema.safeParse(header);
  if (!ours.success) return err({ code: 'setup-not-one', file });
  if (ours.data.ver > version) return err({ code: 'setup-newer', file });
  if (more.length > 0 || sum !== sumOf(jwe)) return damaged;
  return headerSchema(options.roundsTaken ?? roundsTaken).safeParse(header).success ? ok({ jwe }) : damaged;
}

/** Opens what was sealed. Fails with `setup-wrong-passphrase`: whoever has damaged it would have had to damage its sum too. */
export async function openSealed(
  { jwe }: Sealed,
  passphrase: string,
  options: OpenOptions = {},
): Promise<Result<string>> {
  try {
    const { plaintext } = await compactDecrypt(jwe, keyOf(passphrase), {
      keyManagementAlgorithms: [algorithm],
      contentEncryptionAlgorithms: [encryption],
      maxPBES2Count: (options.roundsTaken ?? roundsTaken).most,
      maxDecompressedLength: 0,
    });
    return ok(new TextDecoder().decode(plaintext));
  } catch {
    return err({ code: 'setup-wrong-passphrase' }); // the library does not say which of the keys did not fit, and rightly
  }
}

/** Base64url of `{"`: every header begins so. */
const everyJsonObject = 'eyJ';

const oursSchema = z.object({ typ: z.literal(type), ver: z.int().min(1) });

/** Strict: no other algorithm, no compression, nothing that would have to be understood. */
const headerSchema = ({ least, most }: { readonly least: number; readonly most: number }) =>
  z.strictObject({
    alg: z.literal(algorithm),
    enc: z.literal(encryption),
    typ: z.literal(type),
    ver: z.literal(version),
    p2c: z.int().min(least).max(most),
    p2s: z.string().regex(/^[A-Za-z0-9_-]{11,86}$/),
  });

function headerOf(jwe: string): unknown {
  try {
    return decodeProtectedHeader(jwe);
  } catch {
    return null; // no base64url, no JSON, not five parts: what exactly is of no use to anybody
  }
}

const keyOf = (passphrase: string): Uint8Array => new TextEncoder().encode(tidyPassphrase(passphrase));

const sumOf = (jwe: string): string => createHash('sha256').update(jwe).digest('base64url');
