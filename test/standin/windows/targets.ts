import type { Session } from '../chromium/cdp.ts';
import type { Chromium } from '../chromium/chromium.ts';
import type { watchPopups } from './popups.ts';

type Owned = { readonly popups: ReturnType<typeof watchPopups>; readonly gone: () => void };

const sessions = new Map<string, PromiseWithResolvers<Session>>();
const owned = new Map<string, Owned>();

function sessionOf(targetId: string): PromiseWithResolvers<Session> {
  const known = sessions.get(targetId) ?? Promise.withResolvers<Session>();
  sessions.set(targetId, known);
  return known;
}

/** Makes a page target, paused before its first script. */
export async function createTarget({ browser }: Chromium, size: { width: number; height: number }) {
  const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank', newWindow: true, ...size });
  return { targetId, session: await sessionOf(targetId).promise };
}

/** Who hears of the target's popups and of its end. */
export const ownTarget = (targetId: string, owner: Owned): void => void owned.set(targetId, owner);

/** Attaches to every page target, paused, and hands a popup to the page that opened it. */
export async function watchTargets({ browser, session }: Chromium): Promise<void> {
  browser.on('Target.attachedToTarget', ({ sessionId, targetInfo: { targetId, openerId } }) => {
    const opener = openerId ? owned.get(openerId) : undefined;
    if (opener) opener.popups.offer(targetId, session(sessionId));
    else sessionOf(targetId).resolve(session(sessionId));
  });
  browser.on('Target.targetDestroyed', ({ targetId }) => {
    owned.get(targetId)?.gone();
    owned.delete(targetId);
    sessions.delete(targetId);
  });
  const filter = [{ type: 'page' }];
  await browser.send('Target.setDiscoverTargets', { discover: true, filter });
  await browser.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true, filter });
}
