import type { Clock } from '../../../core/clock.ts';
import { type ClientDeps, type Credentials, createGreenApi } from '../../../main/green-api/client.ts';
import type { GreenApi } from '../../../main/green-api/green-api.ts';
import { createPacer } from '../../../main/green-api/pace.ts';
import { systemClock } from '../../../main/system-clock.ts';

export const account = {
  idInstance: '1101000001',
  apiTokenInstance: 'd75b3a66374942c5b3c019c698abc2067e151558acbd4123',
};

/** The computer's clock, except that nobody waits by it: the pace and the repeats come at once. */
export const impatientClock: Clock = {
  ...systemClock,
  after(_delayMs, run) {
    const started = setImmediate(run);
    return () => clearImmediate(started);
  },
};

/** Long enough for a loaded computer to answer, short enough for a test that waits for silence. */
export const deadlines = () => ({ connectMs: 400, headersMs: 400, bodyMs: 400 });

/** A client that waits for nothing; with an address alone it is `account`'s. */
export const clientOf = (to: string | Credentials, deps: Partial<ClientDeps> = {}): GreenApi =>
  createGreenApi(typeof to === 'string' ? { ...account, apiUrl: to } : to, {
    clock: impatientClock,
    pacer: createPacer({ clock: impatientClock }),
    deadlines,
    ...deps,
  });

export const choir = { groupName: 'Choir', chatIds: ['79000000101@c.us', '12025550100@c.us'] };
export const madeGroup = {
  created: true,
  chatId: '120363043968066561@g.us',
  groupInviteLink: 'https://chat.whatsapp.com/AAAAAAAAAAAAAAAAAAAAAA',
};
