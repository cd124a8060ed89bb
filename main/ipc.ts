import type { z } from 'zod';
import { type Api, calls } from '../core/contract/calls.ts';
import { callNames } from '../core/contract/names.ts';
import { err } from '../core/result.ts';
import type { Log } from './log/log.ts';

/** The part of Electron's ipcMain and its events that the door needs. */
export type IpcMain = {
  handle(channel: string, listener: (event: Sender, args: unknown) => Promise<unknown>): void;
};

export type Sender = {
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null;
  readonly sender: { readonly id: number };
};

type Door = {
  readonly ipcMain: IpcMain;
  /** Whether this is the main frame of our window, showing our page. */
  readonly isOurs: (sender: Sender) => boolean;
  readonly handlers: Api;
  readonly log: Log;
};

/** The one door into main: sender, then schema, then handler. Whatever happens, the answer is a `Result`. */
export function serveCalls({ ipcMain, isOurs, handlers, log }: Door): void {
  for (const name of callNames) {
    const schema: z.ZodType = calls[name].args;
    // The schema for `name` has vouched for the arguments when the handler sees them.
    const handle = handlers[name] as (args: unknown) => Promise<unknown>;

    ipcMain.handle(name, async (event, raw) => {
      if (!isOurs(event)) {
        log.warn('call-refused', { call: name });
        return err({ code: 'forbidden' });
      }
      const args = schema.safeParse(raw);
      if (!args.success) {
        const field = String(args.error.issues[0]?.path[0] ?? '');
        log.warn('call-malformed', { call: name, field });
        return err({ code: 'bad-request', field });
      }
      try {
        return await handle(args.data);
      } catch (error) {
        return err({ code: 'unexpected', logId: log.error('call-failed', error, { call: name }) });
      }
    });
  }
}
