import { EventEmitter } from 'node:events';
import type { PartOf } from '../part-of.ts';
import { runtime } from '../runtime.ts';
import { fromWire, protocol, toWire } from './schemes.ts';

type CheckHandler = Parameters<Electron.Session['setPermissionCheckHandler']>[0];
type RequestHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0];
type BeforeRequest = (
  details: Electron.OnBeforeRequestListenerDetails,
  answer: (response: Electron.CallbackResponse) => void,
) => void;

let beforeRequest: BeforeRequest | null = null;
let checkPermission: CheckHandler = null;
let requestPermission: RequestHandler = null;

class Session extends EventEmitter {
  readonly protocol = protocol as unknown as Electron.Protocol; // the part of it that is used
  readonly webRequest = {
    onBeforeRequest(listener: BeforeRequest | null) {
      beforeRequest = listener;
    },
  } as unknown as Electron.WebRequest;

  setPermissionCheckHandler(handler: CheckHandler): void {
    checkPermission = handler;
  }

  setPermissionRequestHandler(handler: RequestHandler): void {
    requestPermission = handler;
  }

  /** No proxy: nothing but the loopback is ever asked here. */
  async resolveProxy(): Promise<string> {
    return 'DIRECT';
  }

  setDevicePermissionHandler(): void {} // no page here ever sees a device
}

export const defaultSession = new Session();
true satisfies PartOf<Session, Electron.Session>;

export const session = { defaultSession: defaultSession as unknown as Electron.Session } satisfies Partial<
  typeof Electron.Session
>;

/** Whether the app's own rule stops a request. */
export function isCancelled(
  details: Pick<Electron.OnBeforeRequestListenerDetails, 'url' | 'method'>,
): Promise<boolean> {
  return new Promise((resolve) => {
    if (!beforeRequest) resolve(false);
    else beforeRequest(details as Electron.OnBeforeRequestListenerDetails, ({ cancel }) => resolve(cancel ?? false));
  });
}

// The permissions of Electron behind Chromium's names for them.
const permissions = {
  notifications: 'notifications',
  geolocation: 'geolocation',
  midi: 'midi',
  'clipboard-read': 'clipboard-read',
  camera: 'media',
  microphone: 'media',
  'idle-detection': 'idle-detection',
  'local-fonts': 'local-fonts',
} as const;

/**
 * Sets what the page at `url` may do. The protocol tells nothing of a page's wish, so both handlers are asked ahead, once
 * for each permission, and Chromium keeps to their answers.
 */
export async function applyPermissions(contents: Electron.WebContents, url: string): Promise<void> {
  const origin = URL.parse(toWire(url))?.origin;
  const chromium = await runtime.chromium;
  if (!chromium || !origin || origin === 'null') return;
  await Promise.all(
    Object.entries(permissions).map(async ([name, permission]) => {
      const isAllowed = (await asked(contents, permission, url)) && checked(contents, permission, url);
      const setting = isAllowed ? 'granted' : 'denied';
      await chromium.browser.send('Browser.setPermission', { permission: { name }, setting, origin });
    }),
  );
}

type Permission = (typeof permissions)[keyof typeof permissions];

const asked = (contents: Electron.WebContents, permission: Permission, requestingUrl: string): Promise<boolean> =>
  new Promise((resolve) => {
    if (!requestPermission) resolve(true);
    else requestPermission(contents, permission, resolve, { isMainFrame: true, requestingUrl });
  });

function checked(contents: Electron.WebContents, permission: Permission, requestingUrl: string): boolean {
  const origin = `${fromWire(new URL(toWire(requestingUrl)).origin)}/`;
  return checkPermission?.(contents, permission, origin, { isMainFrame: true, requestingUrl }) ?? true;
}
