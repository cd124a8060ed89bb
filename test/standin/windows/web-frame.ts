import { EventEmitter } from 'node:events';
import type { Session } from '../chromium/cdp.ts';
import type { PartOf } from '../part-of.ts';
import { fromWire } from './schemes.ts';

/** A frame of a page, as `event.senderFrame` and `webContents.mainFrame` show it. */
export class WebFrameMain extends EventEmitter {
  url = '';
  readonly parent: Electron.WebFrameMain | null;

  constructor(parent: WebFrameMain | null) {
    super();
    this.parent = parent && electronFrame(parent);
  }

  get top(): Electron.WebFrameMain | null {
    return this.parent ? this.parent.top : electronFrame(this);
  }

  get origin(): string {
    const parsed = URL.parse(this.url);
    return parsed?.host ? `${parsed.protocol}//${parsed.host}` : 'null';
  }
}
true satisfies PartOf<WebFrameMain, Electron.WebFrameMain>;

/** Electron's type has more members than the stand-in has; a call to one of those throws. */
export const electronFrame = (frame: WebFrameMain): Electron.WebFrameMain => frame as unknown as Electron.WebFrameMain;

/** Keeps the frames of one page by Chromium's ids, and their addresses up to date. */
export function trackFrames(main: WebFrameMain, mainId: string, session: Session) {
  const frames = new Map([[mainId, main]]);

  session.on('Page.frameAttached', ({ frameId, parentFrameId }) => {
    frames.set(frameId, new WebFrameMain(frames.get(parentFrameId) ?? main));
  });
  session.on('Page.frameDetached', ({ frameId, reason }) => {
    if (reason === 'remove') frames.delete(frameId);
  });
  session.on('Page.frameNavigated', ({ frame }) => {
    const known = frames.get(frame.id);
    if (known) known.url = fromWire(frame.url + (frame.urlFragment ?? ''));
  });
  session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
    const known = frames.get(frameId);
    if (known) known.url = fromWire(url);
  });
  return frames;
}
