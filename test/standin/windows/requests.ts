import type { Protocol, Session } from '../chromium/cdp.ts';
import { fromWire, type Handler, handlerFor } from './schemes.ts';
import { isCancelled } from './session.ts';

type Paused = Protocol.Events['Fetch.requestPaused'];

/** Decides about the documents of the frames it owns. */
export type FrameOwner = { mayNavigate(frameId: string, url: string, isRedirect: boolean): Promise<boolean> };

/** A window that the app let a page open by itself: a plain page of Chromium without the app's rules. */
export const nobody: FrameOwner = { mayNavigate: () => Promise.resolve(true) };

const owners = new Map<string, PromiseWithResolvers<FrameOwner>>();

function ownerOf(frameId: string): PromiseWithResolvers<FrameOwner> {
  const known = owners.get(frameId);
  if (known) return known;
  const unknown = Promise.withResolvers<FrameOwner>();
  unknown.promise.catch(() => {}); // no request may be waiting for it
  owners.set(frameId, unknown);
  return unknown;
}

/** From now on the requests of the frame go through; until then they are held. */
export const ownFrame = (frameId: string, owner: FrameOwner): void => ownerOf(frameId).resolve(owner);

/** Requests of the frame fail, those already held too. */
export function refuseFrame(frameId: string): void {
  ownerOf(frameId).reject(new Error('refused'));
}

/**
 * Stops every request of every page for the app's rules. It is done at the level of the browser: a page's own switch
 * would come too late for a window that opens with an address.
 */
export async function watchRequests(browser: Session): Promise<void> {
  browser.on('Fetch.requestPaused', (paused) => {
    decide(browser, paused).catch((error) => {
      if (process.env.STANDIN_VERBOSE) console.error('stand-in:', error);
      browser.send('Fetch.failRequest', { requestId: paused.requestId, errorReason: 'Aborted' }).catch(() => {});
    });
  });
  await browser.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
}

async function decide(browser: Session, paused: Paused): Promise<void> {
  const { requestId, request, frameId, resourceType, redirectedRequestId } = paused;
  const url = fromWire(request.url);
  const fail = (errorReason: Protocol.Network.ErrorReason) =>
    browser.send('Fetch.failRequest', { requestId, errorReason });

  // Chromium asks for an icon by itself; Electron does not.
  if (resourceType === 'Other' && /^[^?#]*\/favicon\.ico$/.test(url)) return void (await fail('Aborted'));
  const owner = await ownerOf(frameId).promise;
  if (resourceType === 'Document' && !(await owner.mayNavigate(frameId, url, redirectedRequestId !== undefined))) {
    return void (await fail('Aborted'));
  }
  if (await isCancelled({ url, method: request.method })) return void (await fail('BlockedByClient'));

  const handler = handlerFor(url);
  if (!handler) return void (await browser.send('Fetch.continueRequest', { requestId }));
  const response = await answered(handler, new Request(url, { method: request.method, headers: request.headers }));
  if (!response) return void (await fail('Failed'));
  await browser.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
    body: Buffer.from(await response.arrayBuffer()).toString('base64'),
  });
}

async function answered(handler: Handler, request: Request): Promise<Response | null> {
  try {
    return await handler(request);
  } catch (error) {
    console.error(error); // a mistake of the app, which Electron would also print
    return null;
  }
}
