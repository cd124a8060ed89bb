import { expect, test } from 'vitest';
import { parseApiUrl } from '../../../core/api-url.ts';

const rules = { allowLoopback: false, allowedHosts: ['gateway.example.org'] };

test.each([
  ['https://gateway.example.org/', 'https://gateway.example.org'],
  ['https://GATEWAY.example.org:443', 'https://gateway.example.org'],
  ['https://7103.api.greenapi.com', 'https://7103.api.greenapi.com'],
  ['http://gateway.example.org', null],
  ['https://gateway.example.org:8443', null],
  ['https://evil.gateway.example.org', null],
  ['https://gateway.example.org.evil.test', null],
  ['https://gateway.example.org@evil.test', null],
  ['https://example.org', null],
  ['http://127.0.0.1:8080', null],
])('%s with a host that policy adds', (text, address) => {
  expect(parseApiUrl(text, rules)).toBe(address);
});

test('without policy only the service is the service', () => {
  expect(parseApiUrl('https://gateway.example.org', { ...rules, allowedHosts: [] })).toBeNull();
});
