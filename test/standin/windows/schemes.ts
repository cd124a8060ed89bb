import { runtime } from '../runtime.ts';

export type Handler = (request: Request) => Response | Promise<Response>;

const privileged = new Set<string>();
const handlers = new Map<string, Handler>();

/**
 * Schemes of the app. Chromium has no switch that adds one, so `app://host/path` travels as
 * `https://host.app.standin.invalid/path`: a secure, standard origin of its own, answered by the app's handler alone.
 */
export const protocol = {
  registerSchemesAsPrivileged(schemes: Electron.CustomScheme[]): void {
    if (runtime.isReady) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const { scheme, privileges } of schemes) if (privileges?.standard && privileges.secure) privileged.add(scheme);
  },
  handle(scheme: string, handler: Handler): void {
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    if (!privileged.has(scheme)) throw new Error(`stand-in: ${scheme} is not registered as standard and secure`);
    handlers.set(scheme, handler);
  },
  unhandle: (scheme: string): void => void handlers.delete(scheme),
  isProtocolHandled: (scheme: string): boolean => handlers.has(scheme),
} satisfies Partial<Electron.Protocol>;

export const handlerFor = (url: string): Handler | undefined => handlers.get(url.split(':')[0] ?? '');

/** The address as Chromium sees it. */
export const toWire = (url: string): string =>
  url.replace(/^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)/i, (all, scheme: string, host: string) =>
    handlers.has(scheme) ? `https://${host}.${scheme}.standin.invalid` : all,
  );

/** The address as the app sees it. */
export const fromWire = (url: string): string =>
  url.replace(/^https:\/\/([^/?#]*)\.([a-z0-9+-]+)\.standin\.invalid(?=[/?#]|$)/, '$2://$1');
