import type { Session } from '../chromium/cdp.ts';
import type { Chromium } from '../chromium/chromium.ts';
import type { watchPopups } from './popups.ts';

type Owned = { readonly popups: ReturnType<typeof watchPopups>; readonly gone: () => void };

type Target = { readonly targetId: string; readonly session: Session };

const owned = new Map<string, Owned>();
/** Windows on their way, in the order in which they were asked for. */
let expected: readonly PromiseWithResolvers<Target>[] = [];

/** Makes a page target, paused before its first script. */
export async function createTarget({ browser, openAppWindow }: Chromium): Promise<Target> {
  const target = Promise.withResolvers<Target>();
  expected = [...expected, target];
  if (openAppWindow) openAppWindow();
  else await browser.send('Target.createTarget', { url: 'about:blank', newWindow: true });
  return target.promise;
}

/** Who hears of the target's popups and of its end. */
export const ownTarget = (targetId: string, owner: Owned): void => void owned.set(targetId, owner);

/** Attaches to every page target, paused, and hands a popup to the page that opened it. */
export async function watchTargets({ browser, session }: Chromium): Promise<void> {
  browser.on('Target.attachedToTarget', ({ sessionId, targetInfo: { targetId, openerId } }) => {
    const opener = openerId ? owned.get(openerId) : undefined;
    if (opener) {
      opener.popups.offer(targetId, session(sessionId));
      return;
    }
    const [next, ...others] = expected;
    expected = others;
    next?.resolve({ targetId, session: session(sessionId) });
  });
  browser.on('Target.targetDestroyed', ({ targetId }) => {
    owned.get(targetId)?.gone();
    owned.delete(targetId);
  });
  const filter = [{ type: 'page' }];
  await browser.send('Target.setDiscoverTargets', { discover: true, filter });
  await browser.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true, filter });
}
