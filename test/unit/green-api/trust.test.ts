import tls from 'node:tls';
import { expect, test } from 'vitest';
import { trustSystemCertificates } from '../../../main/green-api/trust.ts';

test('after the start the certificates of the computer are trusted besides those of Node', () => {
  const before = tls.getCACertificates('default');

  const added = trustSystemCertificates();

  const trusted = tls.getCACertificates('default');
  expect(trusted).toEqual(expect.arrayContaining(before));
  expect(trusted).toEqual(expect.arrayContaining(tls.getCACertificates('system')));
  expect(added).toBe(new Set(tls.getCACertificates('system')).difference(new Set(before)).size);
});

test('a second call changes nothing', () => {
  trustSystemCertificates();
  const trusted = tls.getCACertificates('default');

  expect(trustSystemCertificates()).toBe(0);
  expect(tls.getCACertificates('default')).toEqual(trusted);
});
