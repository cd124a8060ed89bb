import type { PracticeTrouble } from '../../core/contract/events.ts';
import type { Faults } from './faults.ts';
import type { PracticeServer } from './server.ts';
import type { World } from './world.ts';

export type Troubles = {
  /** Ends the trouble that was on and prepares this one for the next group. */
  set(trouble: PracticeTrouble): Promise<void>;
};

type Deps = {
  readonly world: World;
  readonly faults: Faults;
  readonly server: Pick<PracticeServer, 'goOffline' | 'goOnline'>;
};

/** Long enough to read the QR code's instructions; then the pretend phone scans it. */
const scansAfterMs = 10_000;

/** The troubles that a person may practise, each made of what the service can do wrong. */
export function createTroubles({ world, faults, server }: Deps): Troubles {
  return {
    set: async (trouble) => {
      faults.clear();
      world.instance.linkItselfAfter(null);
      world.instance.link();
      await server.goOnline();
      switch (trouble) {
        case 'none':
          return;
        case 'made-no-answer':
          return faults.next('createGroup', 'lost-after-effect');
        case 'made-but-500':
          return faults.next('createGroup', 'created-but-500');
        case 'not-made-500':
          return faults.next('createGroup', 'not-created-500');
        case 'rate-overlimit':
        case 'quota':
        case 'bad-number':
        case 'person-not-added':
          return faults.next('createGroup', trouble);
        case 'not-linked':
          world.instance.linkItselfAfter(scansAfterMs);
          return world.instance.set('notAuthorized');
        case 'offline':
          return server.goOffline();
      }
    },
  };
}
