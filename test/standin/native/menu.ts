import { EventEmitter } from 'node:events';
import { app } from '../app/app.ts';
import type { PartOf } from '../part-of.ts';
import { runtime } from '../runtime.ts';

type Options = Electron.MenuItemConstructorOptions;
type Role = NonNullable<Options['role']>;

/** What a click on a role does to the window in front. Roles that only a desktop could show are not offered. */
const roles: Partial<Record<Role, (window: Electron.BrowserWindow | null) => void>> = {
  quit: () => app.quit(),
  close: (window) => window?.close(),
  minimize: (window) => window?.minimize(),
  undo: (window) => window?.webContents.undo(),
  redo: (window) => window?.webContents.redo(),
  cut: (window) => window?.webContents.cut(),
  copy: (window) => window?.webContents.copy(),
  paste: (window) => window?.webContents.paste(),
  selectAll: (window) => window?.webContents.selectAll(),
  resetZoom: (window) => window?.webContents.setZoomLevel(0),
  zoomIn: (window) => window?.webContents.setZoomLevel(window.webContents.getZoomLevel() + 0.5),
  zoomOut: (window) => window?.webContents.setZoomLevel(window.webContents.getZoomLevel() - 0.5),
};

class MenuItem {
  readonly id: string;
  readonly type: NonNullable<Options['type']>;
  readonly role?: NonNullable<Electron.MenuItem['role']>;
  readonly accelerator: string | null;
  readonly submenu?: Electron.Menu;
  label: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  readonly #onClick: Options['click'];

  constructor(options: Options) {
    const { role, submenu, label = role ?? '', id = '', accelerator = null } = options;
    if (role && !submenu && !roles[role]) throw new Error(`stand-in: no menu role ${role}`);
    this.id = id;
    this.type = options.type ?? (submenu ? 'submenu' : 'normal');
    // The options know a few roles more than the item does; those have been refused.
    if (role) this.role = role as NonNullable<Electron.MenuItem['role']>;
    if (submenu) this.submenu = Array.isArray(submenu) ? Menu.buildFromTemplate(submenu) : submenu;
    this.label = label;
    this.accelerator = accelerator;
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.#onClick = options.click;
  }

  /** As a person would: nothing happens to an item that is greyed out. */
  click = (event: Electron.KeyboardEvent = {}): void => {
    if (!this.enabled) return;
    if (this.type === 'checkbox') this.checked = !this.checked;
    // Electron's type has more members than the stand-in has; a call to one of those throws.
    if (this.#onClick) this.#onClick(this as unknown as Electron.MenuItem, runtime.focused ?? undefined, event);
    else if (this.role) roles[this.role]?.(runtime.focused);
  };
}
true satisfies PartOf<MenuItem, Electron.MenuItem>;

let applicationMenu: Electron.Menu | null = null;

export class Menu extends EventEmitter {
  items: Electron.MenuItem[] = [];

  static buildFromTemplate(template: readonly Options[]): Electron.Menu {
    const menu = new Menu();
    menu.items = template.map((options) => new MenuItem(options) as unknown as Electron.MenuItem);
    return menu as unknown as Electron.Menu;
  }

  static getApplicationMenu = (): Electron.Menu | null => applicationMenu;

  static setApplicationMenu(menu: Electron.Menu | null): void {
    applicationMenu = menu;
  }

  getMenuItemById(id: string): Electron.MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }
}
true satisfies PartOf<Menu, Electron.Menu>;
