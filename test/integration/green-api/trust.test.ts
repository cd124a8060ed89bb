import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { json, openHttps } from './servers.ts';

const run = promisify(execFile);
const folder = path.resolve(import.meta.dirname, '../../..');
const certificate = path.join(folder, 'test/fixtures/tls/test-only-certificate.pem');

/** Asks a server once, in a Node of its own whose computer trusts our certificate. */
async function ask(url: string, trust: string): Promise<string> {
  const script = `
    import https from 'node:https';
    import { trustSystemCertificates } from './main/green-api/trust.ts';
    ${trust};
    https.get('${url}', (response) => { console.log(response.statusCode); response.resume(); })
      .on('error', (error) => console.log(error.code));`;
  // OpenSSL's variable is where Linux keeps its store; other systems have theirs elsewhere and do not look here.
  const env = { PATH: process.env.PATH, SSL_CERT_FILE: certificate };
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], { cwd: folder, env });
  return stdout.trim();
}

test('a certificate that only the computer trusts is trusted after the call, and not before', async () => {
  const { apiUrl } = await openHttps((response) => json(response, {}));

  expect(await ask(apiUrl, '')).toBe('DEPTH_ZERO_SELF_SIGNED_CERT');
  expect(await ask(apiUrl, 'trustSystemCertificates()')).toBe(
    process.platform === 'linux' ? '200' : 'DEPTH_ZERO_SELF_SIGNED_CERT',
  );
});
