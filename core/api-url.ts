/** The host GREEN-API gives to new instances: the first four digits are the pool. Editable by the person. */
export const apiUrlOf = (idInstance: string): string => `https://${idInstance.slice(0, 4)}.api.greenapi.com`;

export type ApiUrlRules = {
  readonly allowLoopback: boolean;
  /** Whole names of hosts that the administrator's policy adds. */
  readonly allowedHosts: readonly string[];
};

/**
 * The address of the service in its canonical form (no path, no trailing slash), or null when it is not one:
 * https on `*.green-api.com`, `*.greenapi.com` or a host that policy adds; loopback over http only for practice and tests.
 */
export function parseApiUrl(text: string, { allowLoopback, allowedHosts }: ApiUrlRules): string | null {
  const match = /^(https?):\/\/([a-z0-9.-]+)(?::(\d{1,5}))?\/*$/i.exec(text.trim());
  if (!match) return null;
  const [, scheme = '', rawHost = '', port] = match;
  const host = rawHost.toLowerCase();
  if (allowLoopback && host === '127.0.0.1') return `${scheme.toLowerCase()}://${host}${port ? `:${port}` : ''}`;
  if (scheme.toLowerCase() !== 'https' || (port && port !== '443')) return null;
  const isService = /^([a-z0-9-]+\.)+(green-api|greenapi)\.com$/.test(host) || allowedHosts.includes(host);
  return isService ? `https://${host}` : null;
}
