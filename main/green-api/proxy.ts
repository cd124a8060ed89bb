const schemes: Readonly<Record<string, string>> = { PROXY: 'http', HTTPS: 'https' };

/**
 * The first HTTP proxy of a PAC answer (`PROXY proxy.firm:3128; DIRECT`, as Electron's resolveProxy gives it) as
 * `http://proxy.firm:3128`; null for a direct connection and for SOCKS, which Node does not speak.
 */
export function proxyOf(pacAnswer: string): string | null {
  const [scheme = '', address = ''] = (pacAnswer.split(';')[0] ?? '').trim().split(/\s+/);
  const protocol = schemes[scheme.toUpperCase()];
  return protocol && /^[\w.:[\]-]+$/.test(address) ? `${protocol}://${address}` : null;
}
