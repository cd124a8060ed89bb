import { expect, test } from 'vitest';
import { proxyOf } from '../../../main/green-api/proxy.ts';

test.each([
  ['PROXY proxy.firm:3128; DIRECT', 'http://proxy.firm:3128'],
  ['PROXY 10.0.0.1:8080', 'http://10.0.0.1:8080'],
  ['PROXY [::1]:8080', 'http://[::1]:8080'],
  ['HTTPS proxy.firm:443', 'https://proxy.firm:443'],
  ['DIRECT', null],
  ['DIRECT; PROXY proxy.firm:3128', null],
  ['SOCKS5 proxy.firm:1080', null],
  ['PROXY', null],
  ['', null],
])('%j leads through %j', (pacAnswer, proxy) => {
  expect(proxyOf(pacAnswer)).toBe(proxy);
});
