import { EventEmitter } from 'node:events';
import type { Session } from '../chromium/cdp.ts';
import type { PartOf } from '../part-of.ts';
import { Page } from './page.ts';
import { watchPopups } from './popups.ts';
import { session } from './session.ts';
import { electronFrame } from './web-frame.ts';

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];

const all = new Map<WebContents, Page>();
let lastId = 0;

export class WebContents extends EventEmitter {
  readonly id: number;
  readonly session = session.defaultSession;
  readonly #page: Page;
  #openHandler: OpenHandler | null = null;

  constructor(preferences: Electron.WebPreferences) {
    super();
    lastId += 1;
    this.id = lastId;
    this.#page = new Page(electronContents(this), preferences);
    all.set(this, this.#page);
  }

  get mainFrame(): Electron.WebFrameMain {
    return electronFrame(this.#page.mainFrame);
  }

  getURL = (): string => this.#page.mainFrame.url;
  isDestroyed = (): boolean => !all.has(this);
  getZoomFactor = (): number => this.#page.zoomFactor;
  getZoomLevel = (): number => Math.log(this.#page.zoomFactor) / Math.log(1.2);

  loadURL(url: string): Promise<void> {
    const loaded = this.#page.load(url);
    loaded.catch(() => {}); // as Electron does it: whoever does not wait for the page need not hear of its failure
    return loaded;
  }

  send(channel: string, ...args: unknown[]): void {
    void this.#page.post(channel, args).catch(() => {}); // a page that is not there yet, or no more, hears nothing
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  setZoomFactor(zoomFactor: number): void {
    void this.#page.show({ zoomFactor }).catch(() => {}); // the window may be gone
  }

  setZoomLevel(level: number): void {
    this.setZoomFactor(1.2 ** level);
  }

  printToPDF = (options: Electron.PrintToPDFOptions): Promise<Buffer> => this.#page.print(options);

  undo = (): void => this.#edit('undo');
  redo = (): void => this.#edit('redo');
  cut = (): void => this.#edit('cut');
  copy = (): void => this.#edit('copy');
  paste = (): void => this.#edit('paste');
  selectAll = (): void => this.#edit('selectAll');

  #edit(command: string): void {
    void this.#page.edit(command).catch(() => {}); // the window may be gone
  }

  /** Playwright closes a page through it. */
  close(): void {
    this.emit('standin-close');
  }

  static fromDevToolsTargetId(targetId: string): Electron.WebContents | undefined {
    // Others may hear of a new page before Chromium has told us: then it is the one page that we wait for.
    const waiting = [...all].filter(([, page]) => page.targetId === '');
    const known = [...all].find(([, page]) => page.targetId === targetId);
    const [contents] = known ?? (waiting.length === 1 ? waiting[0] : undefined) ?? [];
    return contents && electronContents(contents);
  }

  static getAllWebContents(): Electron.WebContents[] {
    return [...all.keys()].map(electronContents);
  }

  /** Hands over what the window and the watcher of popups need; no part of Electron. */
  static standinOf(contents: WebContents) {
    const page = contents.#page;
    return {
      page,
      gone() {
        if (!all.delete(contents)) return;
        page.detach();
        contents.emit('destroyed');
      },
      popups: (browser: Session, opener: Session) =>
        watchPopups({ browser, opener, handler: () => contents.#openHandler, openerUrl: contents.getURL }),
    };
  }
}
true satisfies PartOf<WebContents, Electron.WebContents>;

/** Electron's type has more members than the stand-in has; a call to one of those throws. */
export const electronContents = (contents: WebContents): Electron.WebContents =>
  contents as unknown as Electron.WebContents;
