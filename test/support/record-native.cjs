// Loaded into the app before its own code (`-r`): remembers what the app shows outside its window, for Electron has no
// lists of trays and notifications. Works on Electron and on the stand-in alike. Read by test/support/native.ts.
const { appendFileSync } = require('node:fs');
const { inspect } = require('node:util');
const { app, BrowserWindow, clipboard, ipcMain, Notification, shell, Tray } = require('electron');

const trays = new Map();
const notifications = [];
const openedLinks = [];
let progress = { value: -1, mode: 'none' };
let badge = 0;

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
after(BrowserWindow, 'setProgressBar', (_window, value, { mode = 'normal' } = {}) => (progress = { value, mode }));
const { setBadgeCount } = app;
app.setBadgeCount = (count) => {
  badge = count;
  return setBadgeCount.call(app, count);
};
shell.openExternal = async (url) => void openedLinks.push(url);

// What main says to the window and to the clipboard goes into a file, where it outlives a crash.
const whole = {
  ...{ depth: null, maxArrayLength: null, maxStringLength: null },
  ...{ compact: true, breakLength: Number.POSITIVE_INFINITY },
};
const tell = (how, ...said) => {
  const line = said.map((part) => (typeof part === 'string' ? part : inspect(part, whole))).join(' ');
  if (process.env.RECORD_SAID_TO) appendFileSync(process.env.RECORD_SAID_TO, `${how} ${line}\n`);
};

const { handle } = ipcMain;
ipcMain.handle = (name, answerTo) =>
  handle.call(ipcMain, name, async (...args) => {
    const answer = await answerTo(...args);
    tell('answer', name, answer);
    return answer;
  });
app.on('web-contents-created', (_event, contents) => {
  const { send } = contents;
  contents.send = (...args) => {
    tell('event', ...args);
    return send.apply(contents, args);
  };
});
const { writeText } = clipboard;
clipboard.writeText = (...args) => {
  tell('clipboard', 'text', ...args);
  return writeText.apply(clipboard, args);
};

globalThis.recordedNative = { trays, notifications, openedLinks, progress: () => progress, badge: () => badge };

// The app shall see its own words only.
process.argv.splice(process.argv.indexOf('-r'), 2);
