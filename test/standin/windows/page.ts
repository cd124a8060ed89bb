import type { Session } from '../chromium/cdp.ts';
import { injectedScripts, isolatedWorld } from '../ipc/injected.ts';
import { answerCall, encode } from '../ipc/ipc-main.ts';
import { nativeTheme } from '../native/native-theme.ts';
import { preventable } from '../preventable.ts';
import { type FrameOwner, ownFrame } from './requests.ts';
import { toWire } from './schemes.ts';
import { applyPermissions } from './session.ts';
import { electronFrame, trackFrames, WebFrameMain } from './web-frame.ts';

type PrintOptions = Electron.PrintToPDFOptions;

/** In inches. */
const a4 = { paperWidth: 8.27, paperHeight: 11.69 };

const withoutFragment = (url: string): string => url.replace(/#.*/, '');

/** Chromium's side of a webContents: one page target, its frames, its two worlds. */
export class Page implements FrameOwner {
  readonly mainFrame = new WebFrameMain(null);
  readonly #contents: Electron.WebContents;
  readonly #preferences: Electron.WebPreferences;
  readonly #attached = Promise.withResolvers<Session>();
  /** The preload's worlds by Chromium's ids, each with the frame it belongs to. */
  readonly #worlds = new Map<number, string>();
  /** Addresses that the app itself asked for: those need nobody's leave. */
  readonly #own = new Set<string>();
  #frames: ReadonlyMap<string, WebFrameMain> = new Map();
  /** The loader of the document that loaded last; each navigation has its own. */
  #loaded = '';
  #loading: { readonly loaderId: string; readonly end: PromiseWithResolvers<void> } | null = null;
  #size = { width: 800, height: 600 };
  #zoomFactor = 1;
  targetId = '';

  constructor(contents: Electron.WebContents, preferences: Electron.WebPreferences) {
    this.#contents = contents;
    this.#preferences = preferences;
    this.#attached.promise.catch(() => {}); // the window may go before it was there
  }

  async attach(targetId: string, session: Session): Promise<void> {
    this.targetId = targetId;
    this.#frames = trackFrames(this.mainFrame, targetId, session); // a page's target id is its main frame's id
    ownFrame(targetId, this);
    this.#listen(session);
    const { preload, javascript = true } = this.#preferences;
    const scripts = injectedScripts(preload);
    // Not awaited one by one: a paused target answers most of these only once it runs.
    await Promise.all([
      session.send('Page.enable'),
      session.send('Page.setLifecycleEventsEnabled', { enabled: true }),
      session.send('Runtime.enable'),
      session.send('Runtime.addBinding', { name: 'standinSend', executionContextName: isolatedWorld }),
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.page }),
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.preload, worldName: isolatedWorld }),
      this.#showTheme(session),
      session.send('Emulation.setScriptExecutionDisabled', { value: !javascript }),
      session.send('Runtime.runIfWaitingForDebugger'),
    ]);
    this.#attached.resolve(session);
  }

  detach(): void {
    this.#attached.reject(new Error('The window is gone'));
    this.#loading?.end.reject(new Error('The window is gone'));
  }

  #listen(session: Session): void {
    session.on('Runtime.executionContextCreated', ({ context }) => {
      const { frameId } = context.auxData as { frameId: string }; // a page's contexts all belong to a frame
      if (context.name === isolatedWorld) this.#worlds.set(context.id, frameId);
    });
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) =>
      this.#worlds.delete(executionContextId),
    );
    session.on('Runtime.executionContextsCleared', () => this.#worlds.clear());
    session.on('Runtime.bindingCalled', ({ payload, executionContextId }) => {
      void this.#answer(session, payload, executionContextId);
    });
    session.on('Page.frameAttached', ({ frameId }) => ownFrame(frameId, this));
    session.on('Page.lifecycleEvent', ({ frameId, loaderId, name }) => {
      if (frameId !== this.targetId) return;
      if (name === 'firstContentfulPaint') this.#contents.emit('standin-painted');
      if (name !== 'load') return;
      this.#loaded = loaderId;
      if (this.#loading?.loaderId === loaderId) this.#loading.end.resolve();
    });
    session.on('Inspector.targetCrashed', () => {
      this.#contents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
    });
    nativeTheme.on('updated', () => void this.#showTheme(session).catch(() => {})); // the page may be gone
  }

  async #answer(session: Session, payload: string, contextId: number): Promise<void> {
    const frame = this.#frames.get(this.#worlds.get(contextId) ?? '');
    const event = preventable({
      sender: this.#contents,
      senderFrame: frame ? electronFrame(frame) : null,
      frameId: 1,
      processId: 1,
      type: 'frame' as const,
    });
    await this.#tell(session, contextId, await answerCall(payload, event));
  }

  async #tell(session: Session, contextId: number, text: string): Promise<void> {
    const expression = `standinReceive(${JSON.stringify(text)})`;
    await session.send('Runtime.evaluate', { contextId, expression }).catch(() => {}); // the page may have gone meanwhile
  }

  /** Sends an event to the main frame's preload, if it is there. */
  async post(channel: string, args: readonly unknown[]): Promise<void> {
    const text = encode({ kind: 'event', channel, args });
    const session = await this.#attached.promise;
    for (const [contextId, frameId] of this.#worlds) {
      if (frameId === this.targetId) await this.#tell(session, contextId, text);
    }
  }

  async load(url: string): Promise<void> {
    const session = await this.#attached.promise;
    this.#loading?.end.reject(new Error('ERR_ABORTED (-3)'));
    this.#own.add(withoutFragment(url));
    const { errorText, loaderId } = await session.send('Page.navigate', { url: toWire(url) });
    // An aborted navigation leaves the page as it was; after any other failure Chromium still shows a page of its own.
    if (errorText !== 'net::ERR_ABORTED') await this.#untilLoaded(loaderId);
    if (errorText) throw new Error(`${errorText} loading '${url}'`);
  }

  async #untilLoaded(loaderId: string | undefined): Promise<void> {
    if (!loaderId || loaderId === this.#loaded) return; // without a loader the page only went to another part of itself
    this.#loading = { loaderId, end: Promise.withResolvers<void>() };
    await this.#loading.end.promise;
  }

  async mayNavigate(frameId: string, url: string, isRedirect: boolean): Promise<boolean> {
    const isMainFrame = frameId === this.targetId;
    if (!(isMainFrame && this.#own.delete(withoutFragment(url)))) {
      const frame = this.#frames.get(frameId);
      const event = preventable({
        url,
        isMainFrame,
        isSameDocument: false,
        frame: frame ? electronFrame(frame) : null,
      });
      if (isRedirect) this.#contents.emit('will-redirect', event, url);
      else {
        if (isMainFrame) this.#contents.emit('will-navigate', event, url);
        this.#contents.emit('will-frame-navigate', event);
      }
      if (event.defaultPrevented) return false;
    }
    if (isMainFrame) await applyPermissions(this.#contents, url);
    return true;
  }

  #showTheme(session: Session): Promise<unknown> {
    const { themeSource } = nativeTheme;
    const features = themeSource === 'system' ? [] : [{ name: 'prefers-color-scheme', value: themeSource }];
    return session.send('Emulation.setEmulatedMedia', { features });
  }

  get zoomFactor(): number {
    return this.#zoomFactor;
  }

  /** A zoomed page has fewer and larger CSS pixels in the same window. */
  async show({ size = this.#size, zoomFactor = this.#zoomFactor }): Promise<void> {
    this.#size = size;
    this.#zoomFactor = zoomFactor;
    const session = await this.#attached.promise;
    if (zoomFactor === 1) {
      await session.send('Emulation.clearDeviceMetricsOverride');
      return;
    }
    await session.send('Emulation.setDeviceMetricsOverride', {
      width: Math.round(size.width / zoomFactor),
      height: Math.round(size.height / zoomFactor),
      deviceScaleFactor: zoomFactor,
      mobile: false,
    });
  }

  /** Needs a Chromium without a display. */
  async print({ printBackground = false, pageSize, preferCSSPageSize = false }: PrintOptions): Promise<Buffer> {
    if (pageSize !== 'A4') throw new Error('stand-in: only A4 is printed');
    const session = await this.#attached.promise;
    const { data } = await session.send('Page.printToPDF', { ...a4, printBackground, preferCSSPageSize });
    return Buffer.from(data, 'base64');
  }

  /** Presses an editing command of the system, such as `copy`. */
  async edit(command: string): Promise<void> {
    const session = await this.#attached.promise;
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', commands: [command] });
  }
}
