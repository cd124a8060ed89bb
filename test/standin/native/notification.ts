import { EventEmitter } from 'node:events';
import type { PartOf } from '../part-of.ts';

/** A notification that nobody sees; a test may click it by `emit('click')`. */
export class Notification extends EventEmitter {
  title: string;
  body: string;

  static isSupported = (): boolean => true;

  constructor({ title = '', body = '' }: Electron.NotificationConstructorOptions = {}) {
    super();
    this.title = title;
    this.body = body;
  }

  show(): void {
    this.emit('show', {});
  }

  close(): void {
    this.emit('close', {});
  }
}
true satisfies PartOf<Notification, Electron.Notification>;
