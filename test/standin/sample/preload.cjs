const { contextBridge, ipcRenderer } = require('electron');

globalThis.secretOfThePreload = process.platform;

contextBridge.exposeInMainWorld('sample', {
  call: (name, value) => ipcRenderer.invoke(name, value),
  now: () => new Date(5),
  each: (list, change) => list.map((item) => change(item)),
  listen(listener) {
    const forward = (_event, news) => listener(news);
    ipcRenderer.on('news', forward);
    return () => void ipcRenderer.off('news', forward);
  },
});
