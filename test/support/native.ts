import type { ElectronApplication } from '@playwright/test';
import type { Menu, MenuItem, Notification, Tray } from 'electron';

/** What test/support/record-native.cjs keeps inside the app. */
type Recorded = {
  readonly trays: ReadonlyMap<Tray, { readonly menu: Menu | null; readonly toolTip: string }>;
  readonly notifications: readonly Notification[];
  readonly openedLinks: readonly string[];
  readonly progress: () => { readonly value: number; readonly mode: string };
  readonly badge: () => number;
};

declare global {
  var recordedNative: Recorded;
}

export type TrayView = {
  readonly toolTip: string;
  readonly lines: readonly { readonly label: string; readonly enabled: boolean }[];
};

/** The tray icons and their menus, top to bottom, without separators. */
export const trays = (app: ElectronApplication): Promise<readonly TrayView[]> =>
  app.evaluate(() =>
    [...recordedNative.trays.values()].map(({ toolTip, menu }) => ({
      toolTip,
      lines: (menu?.items ?? [])
        .filter(({ type }) => type !== 'separator')
        .map(({ label, enabled }) => ({ label, enabled })),
    })),
  );

/** Clicks the icon itself. */
export const clickTray = (app: ElectronApplication): Promise<void> =>
  app.evaluate(() => {
    for (const tray of recordedNative.trays.keys()) tray.emit('click');
  });

/** Clicks the line of the tray's menu with this label; fails when there is none. */
export const clickTrayLine = (app: ElectronApplication, label: string): Promise<void> =>
  app.evaluate((_electron, wanted) => {
    const lines = [...recordedNative.trays.values()].flatMap(({ menu }): MenuItem[] => menu?.items ?? []);
    const line = lines.find((item) => item.label === wanted);
    if (!line) throw new Error(`The tray has no line «${wanted}»: ${lines.map((item) => item.label).join(', ')}`);
    line.click();
  }, label);

/** Clicks an item of the application menu by its id. */
export const clickMenu = (app: ElectronApplication, id: string): Promise<void> =>
  app.evaluate(({ Menu }, wanted) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(wanted);
    if (!item) throw new Error(`The menu has no item ${wanted}`);
    item.click();
  }, id);

/** Marks the application menu and those of the tray icons, to see later whether they are still the same. */
export const markMenus = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ Menu }) => {
    const ofTrays = [...recordedNative.trays.values()].map(({ menu }) => menu);
    for (const menu of [Menu.getApplicationMenu(), ...ofTrays]) Object.assign(menu ?? {}, { isMarked: true });
  });

/** Whether each of the menus of now was marked. */
export const markedMenus = (app: ElectronApplication): Promise<readonly boolean[]> =>
  app.evaluate(({ Menu }) => {
    const ofTrays = [...recordedNative.trays.values()].map(({ menu }) => menu);
    return [Menu.getApplicationMenu(), ...ofTrays].map((menu) => menu !== null && 'isMarked' in menu);
  });

/** Every notification shown so far, oldest first. */
export const notifications = (app: ElectronApplication): Promise<readonly { title: string; body: string }[]> =>
  app.evaluate(() => recordedNative.notifications.map(({ title, body }) => ({ title, body })));

/** Clicks the last notification; fails when there is none. */
export const clickNotification = (app: ElectronApplication): Promise<void> =>
  app.evaluate(() => {
    const last = recordedNative.notifications.at(-1);
    if (!last) throw new Error('No notification was shown');
    last.emit('click');
  });

/** Addresses that would have gone to the system's browser. */
export const openedLinks = (app: ElectronApplication): Promise<readonly string[]> =>
  app.evaluate(() => recordedNative.openedLinks);

/** The taskbar's progress of the window, as last set; -1 for none. */
export const progressBar = (app: ElectronApplication): Promise<{ readonly value: number; readonly mode: string }> =>
  app.evaluate(() => recordedNative.progress());

/** The number on the app's icon, as last set. */
export const badge = (app: ElectronApplication): Promise<number> => app.evaluate(() => recordedNative.badge());

/** Whether the app keeps the computer from falling asleep. */
export const isKeptAwake = (app: ElectronApplication): Promise<boolean> =>
  app.evaluate(({ powerSaveBlocker }) => [0, 1, 2, 3].some((id) => powerSaveBlocker.isStarted(id)));

type Answers = {
  showOpenDialog: { canceled: boolean; filePaths: string[] };
  showSaveDialog: { canceled: boolean; filePath: string };
  showMessageBox: { response: number; checkboxChecked: boolean };
};

/** From now on the dialog answers so, at once. */
export const answerDialog = <N extends keyof Answers>(
  app: ElectronApplication,
  name: N,
  answer: Answers[N],
): Promise<void> =>
  app.evaluate(
    ({ dialog }, given) => {
      Object.assign(dialog, { [given.name]: () => Promise.resolve(given.answer) });
    },
    { name, answer },
  );

/** The computer goes to sleep, wakes up, or shuts down. */
export const power = (app: ElectronApplication, event: 'suspend' | 'resume' | 'shutdown'): Promise<void> =>
  app.evaluate(({ powerMonitor }, name) => {
    powerMonitor.emit(name, { preventDefault: () => {} });
  }, event);

/** Changes the environment of the running app: the stand-in reads its keychain from there each time. */
export const setKeychain = (app: ElectronApplication, keychain: Keychain): Promise<void> =>
  app.evaluate((_electron, env) => void Object.assign(process.env, env), keychainEnv(keychain));

/** The keychain of the system as the stand-in is to show it. */
export type Keychain = {
  readonly backend?: 'gnome_libsecret' | 'kwallet6' | 'basic_text' | 'none';
  /** Another secret cannot open what was sealed before. */
  readonly secret?: string;
  /** Still opens, but what it opened is to be sealed anew. */
  readonly oldSecret?: string;
};

export const keychainEnv = ({ backend, secret, oldSecret }: Keychain): Record<string, string> => ({
  ...(backend && { STANDIN_KEYCHAIN: backend }),
  ...(secret && { STANDIN_KEYCHAIN_SECRET: secret }),
  ...(oldSecret && { STANDIN_KEYCHAIN_OLD_SECRET: oldSecret }),
});
