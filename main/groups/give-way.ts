import { setImmediate } from 'node:timers/promises';

/** A request opens its socket in the first turn of the event loop and is written in the second or third. */
const turns = 4;

/** Lets a request that has just begun get out, before anything is done that nobody waits for as much. */
export async function giveWay(): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await setImmediate();
}
