import type { Session } from '../chromium/cdp.ts';
import { nobody, ownFrame, refuseFrame } from './requests.ts';
import { fromWire } from './schemes.ts';

type OpenHandler = (details: Electron.HandlerDetails) => Electron.WindowOpenHandlerResponse;

type PopupTools = {
  readonly browser: Session;
  readonly opener: Session;
  readonly handler: () => OpenHandler | null;
  readonly openerUrl: () => string;
};

/**
 * Windows that a page opens. Chromium tells the wish (`Page.windowOpen`) and the new target in either order; the pair
 * goes to the app's handler. Denied: the target is closed and its first document never loads.
 */
export function watchPopups({ browser, opener, handler, openerUrl }: PopupTools) {
  const targets: { targetId: string; session: Session }[] = [];
  const wishes: { url: string; frameName: string; features: string }[] = [];

  opener.on('Page.windowOpen', ({ url, windowName, windowFeatures }) => {
    wishes.push({ url: fromWire(url), frameName: windowName, features: windowFeatures.join(',') });
    pair();
  });

  function pair(): void {
    while (targets.length > 0 && wishes.length > 0) {
      const target = targets.shift();
      const wish = wishes.shift();
      if (target && wish) answer(target, wish);
    }
  }

  function answer({ targetId, session }: (typeof targets)[number], wish: (typeof wishes)[number]): void {
    const details = {
      ...wish,
      disposition: 'new-window' as const,
      referrer: { url: openerUrl(), policy: 'default' as const },
    };
    const isDenied = handler()?.(details).action === 'deny';
    if (isDenied) refuseFrame(targetId);
    else ownFrame(targetId, nobody);
    // A denied one runs on too: its opener shares its thread, and waits until it does.
    session.send('Runtime.runIfWaitingForDebugger').catch(() => {}); // it may be gone already
    if (isDenied) browser.send('Target.closeTarget', { targetId }).catch(() => {});
  }

  return {
    offer(targetId: string, session: Session): void {
      targets.push({ targetId, session });
      pair();
    },
  };
}
