import tls from 'node:tls';

/**
 * Trusts what the computer trusts besides Node's own list, so that the app works where a firm's proxy opens TLS.
 * To be called once, before the first connection; answers how many certificates were added.
 */
export function trustSystemCertificates(): number {
  try {
    const own = tls.getCACertificates('default');
    const known = new Set(own);
    const added = tls.getCACertificates('system').filter((certificate) => !known.has(certificate));
    if (added.length > 0) tls.setDefaultCACertificates([...own, ...added]);
    return added.length;
  } catch {
    // A store with a certificate that Node cannot read must not keep the app from starting: Node's own list stays.
    return 0;
  }
}
