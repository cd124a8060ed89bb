import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { callNames, type EventName, eventNames } from '../core/contract/names.ts';

const api = Object.fromEntries(callNames.map((name) => [name, (args: unknown) => ipcRenderer.invoke(name, args)]));

// Only known names are listened to, and the payload alone crosses: never the event, which carries the sender.
const listen = (name: EventName, listener: (payload: unknown) => void) => {
  if (!eventNames.includes(name)) return () => {};
  const forward = (_event: unknown, payload: unknown) => listener(payload);
  ipcRenderer.on(name, forward);
  return () => void ipcRenderer.off(name, forward);
};

contextBridge.exposeInMainWorld('api', api);
contextBridge.exposeInMainWorld('listen', listen);
contextBridge.exposeInMainWorld('pathOf', (file: File) => webUtils.getPathForFile(file));
