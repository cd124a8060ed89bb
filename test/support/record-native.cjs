// Loaded into the app before its own code (`-r`): remembers what the app shows outside its window, for Electron has no
// lists of trays and notifications. Works on Electron and on the stand-in alike. Read by test/support/native.ts.
const { BrowserWindow, Notification, shell, Tray } = require('electron');

const trays = new Map();
const notifications = [];
const openedLinks = [];
let progress = -1;

function after(type, method, remember) {
  const original = type.prototype[method];
  type.prototype[method] = function (...args) {
    remember(this, ...args);
    return original.apply(this, args);
  };
}

const keep = (tray, change) => trays.set(tray, { menu: null, toolTip: '', ...trays.get(tray), ...change });

after(Tray, 'setContextMenu', (tray, menu) => keep(tray, { menu }));
after(Tray, 'setToolTip', (tray, toolTip) => keep(tray, { toolTip }));
after(Tray, 'destroy', (tray) => trays.delete(tray));
after(Notification, 'show', (notification) => notifications.push(notification));
after(BrowserWindow, 'setProgressBar', (_window, value) => (progress = value));
shell.openExternal = async (url) => void openedLinks.push(url);

globalThis.recordedNative = { trays, notifications, openedLinks, progress: () => progress };

// The app shall see its own words only.
process.argv.splice(process.argv.indexOf('-r'), 2);
