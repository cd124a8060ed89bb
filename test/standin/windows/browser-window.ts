import { EventEmitter } from 'node:events';
import { app } from '../app/app.ts';
import type { PartOf } from '../part-of.ts';
import { preventable } from '../preventable.ts';
import { runtime } from '../runtime.ts';
import { refuseUnsafe } from './refuse-unsafe.ts';
import { createTarget, ownTarget } from './targets.ts';
import { electronContents, WebContents } from './web-contents.ts';

type Options = Electron.BrowserWindowConstructorOptions;

/** A window: Chromium's page in it, and the state a desktop would keep for it. */
export class BrowserWindow extends EventEmitter {
  static getAllWindows = (): Electron.BrowserWindow[] => [...runtime.windows].map(({ window }) => window);
  static getFocusedWindow = (): Electron.BrowserWindow | null => runtime.focused;
  static fromWebContents = (contents: Electron.WebContents): Electron.BrowserWindow | null =>
    BrowserWindow.getAllWindows().find(({ webContents }) => webContents === contents) ?? null;

  readonly id: number;
  readonly webContents: Electron.WebContents;
  readonly #contents: WebContents;
  readonly #minimumSize: readonly [number, number];
  #bounds: Electron.Rectangle;
  #title: string;
  #isVisible: boolean;
  #isMinimized = false;
  #isMaximized = false;

  constructor(options: Options = {}) {
    super();
    if (!runtime.isReady) throw new Error('Cannot create BrowserWindow before app is ready');
    const { x = 0, y = 0, width = 800, height = 600, minWidth = 0, minHeight = 0, webPreferences = {} } = options;
    refuseUnsafe(webPreferences);
    this.#minimumSize = [minWidth, minHeight];
    this.#bounds = this.#fit({ x, y, width, height });
    this.#title = options.title ?? app.name;
    this.#isVisible = options.show ?? true;
    this.#contents = new WebContents(webPreferences);
    this.webContents = electronContents(this.#contents);
    this.id = this.webContents.id;
    this.webContents.once('standin-painted' as 'destroyed', () => this.emit('ready-to-show'));
    this.webContents.once('standin-close' as 'destroyed', () => this.close());
    runtime.windows.add(this.#open);
    if (this.#isVisible) runtime.focused = this.#self;
    app.emit('web-contents-created', {}, this.webContents);
    void this.#create().catch((error) => {
      if (!this.isDestroyed()) throw error; // a window that has gone meanwhile needs no target
    });
  }

  // Electron's type has more members than the stand-in has; a call to one of those throws.
  get #self(): Electron.BrowserWindow {
    return this as unknown as Electron.BrowserWindow;
  }

  readonly #open = {
    window: this.#self,
    requestClose: () => Promise.resolve(this.#requestClose()),
    gone: () => this.#gone(),
  };

  async #create(): Promise<void> {
    const chromium = await runtime.chromium;
    if (!chromium || this.isDestroyed()) return;
    const { targetId, session } = await createTarget(chromium);
    const { page, popups } = WebContents.standinOf(this.#contents);
    ownTarget(targetId, { popups: popups(chromium.browser, session), gone: () => this.#closedByPerson() });
    await page.attach(targetId, session);
    if (this.isDestroyed()) await chromium.browser.send('Target.closeTarget', { targetId });
    else await this.#showBounds();
  }

  async #showBounds(): Promise<void> {
    const chromium = await runtime.chromium;
    const { page } = WebContents.standinOf(this.#contents);
    if (!chromium || !page.targetId) return; // `#create` shows them
    const { width, height } = this.#bounds;
    const { windowId } = await chromium.browser.send('Browser.getWindowForTarget', { targetId: page.targetId });
    await chromium.browser.send('Browser.setContentsSize', { windowId, width, height });
    await page.show({ size: { width, height } });
  }

  loadURL = (url: string): Promise<void> => this.#contents.loadURL(url);

  isVisible = (): boolean => this.#isVisible;
  isMinimized = (): boolean => this.#isMinimized;
  isMaximized = (): boolean => this.#isMaximized;
  isFocused = (): boolean => runtime.focused === this.#self;
  isDestroyed = (): boolean => !runtime.windows.has(this.#open);
  getTitle = (): string => this.#title;
  getNormalBounds = (): Electron.Rectangle => ({ ...this.#bounds });
  getBounds = (): Electron.Rectangle => ({ ...this.#bounds });

  show(): void {
    if (!this.#isVisible) {
      this.#isVisible = true;
      this.emit('show', {});
    }
    this.focus();
  }

  hide(): void {
    if (!this.#isVisible) return;
    this.#isVisible = false;
    this.#loseFocus();
    this.emit('hide', {});
  }

  focus(): void {
    if (this.isFocused()) return;
    runtime.focused?.emit('blur', {});
    runtime.focused = this.#self;
    this.emit('focus', {});
  }

  #loseFocus(): void {
    if (!this.isFocused()) return;
    runtime.focused = null;
    this.emit('blur', {});
  }

  minimize(): void {
    this.#isMinimized = true;
    this.#loseFocus();
    this.emit('minimize', {});
  }

  restore(): void {
    this.#isMinimized = false;
    this.emit('restore', {});
  }

  maximize(): void {
    this.#isMaximized = true;
    this.emit('maximize', {});
    this.show();
  }

  setBounds(changed: Partial<Electron.Rectangle>): void {
    this.#bounds = this.#fit({ ...this.#bounds, ...changed });
    void this.#showBounds().catch(() => {}); // the window may be gone
    if ('width' in changed || 'height' in changed) this.emit('resize', {});
    if ('x' in changed || 'y' in changed) this.emit('move', {});
  }

  #fit({ x, y, width, height }: Electron.Rectangle): Electron.Rectangle {
    const [minWidth, minHeight] = this.#minimumSize;
    return { x, y, width: Math.max(width, minWidth), height: Math.max(height, minHeight) };
  }

  setTitle(title: string): void {
    this.#title = title;
  }

  // What only a desktop would draw.
  setProgressBar(_progress: number, _options?: Electron.ProgressBarOptions): void {}
  setMenuBarVisibility(): void {}
  setAutoHideMenuBar(): void {}

  close(): void {
    this.#requestClose();
  }

  #requestClose(): boolean {
    if (this.isDestroyed()) return true;
    const event = preventable({});
    this.emit('close', event);
    if (event.defaultPrevented) return false;
    this.destroy();
    return true;
  }

  destroy(): void {
    const { targetId } = WebContents.standinOf(this.#contents).page;
    this.#gone();
    if (!targetId) return; // `#create` closes it when it comes
    void runtime.chromium?.then(({ browser }) => browser.send('Target.closeTarget', { targetId })).catch(() => {});
  }

  /** The person closed Chromium's own window: nothing can keep it any more. */
  #closedByPerson(): void {
    if (!this.isDestroyed()) this.emit('close', preventable({}));
    this.#gone();
  }

  #gone(): void {
    if (!runtime.windows.delete(this.#open)) return;
    if (this.isFocused()) runtime.focused = null;
    WebContents.standinOf(this.#contents).gone();
    this.emit('closed');
    if (runtime.windows.size > 0 || runtime.isQuitting) return;
    if (!app.emit('window-all-closed')) app.quit();
  }
}
true satisfies PartOf<BrowserWindow, Electron.BrowserWindow>;
