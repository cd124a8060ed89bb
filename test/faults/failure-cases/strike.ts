import { err } from '../../../core/result.ts';
import { createGreenApi, type Deadlines } from '../../../main/green-api/client.ts';
import type { GreenApi } from '../../../main/green-api/green-api.ts';
import type { Journal } from '../../../main/groups/journal.ts';
import type { FaultName } from '../../../main/practice/fault-table.ts';
import type { Practice } from '../../../main/practice/practice.ts';
import type { FakeClock } from '../../support/fake-clock.ts';
import type { BrokenWays, Way, WayName } from './broken-ways.ts';
import type { Blow } from './kinds.ts';
import type { Traffic } from './traffic.ts';

type Striking = {
  readonly blow: Blow;
  /** Of the group that is struck, from 0. */
  readonly place: number;
  readonly ways: BrokenWays;
  readonly clock: FakeClock;
  readonly practice: Practice;
  readonly traffic: Traffic;
};

/** The service and the record as the engine sees them: one group is struck, all else is sound. */
export type Struck = {
  readonly api: GreenApi;
  around(journal: Journal): Journal;
  /** For a blow by which the process dies. */
  onDeath(act: () => void): void;
  hasStruck(): boolean;
};

const patient = { connectMs: 30_000, headersMs: 30_000, bodyMs: 30_000 };
/** Where nothing will ever come, nobody need wait long for it. */
const hasty = { connectMs: 150, headersMs: 150, bodyMs: 150 };
const silent: readonly (FaultName | WayName | undefined)[] = [
  'hang-before-effect',
  'hang-after-effect',
  'slow-body',
  'silent handshake',
  'unknown name',
];
const isSilent = ({ fault, way }: Blow): boolean => silent.includes(fault) || silent.includes(way);

export function strike({ blow, place, ways, clock, practice, traffic }: Striking): Struck {
  const { apiUrl, idInstance, apiTokenInstance } = practice;
  const open = ({ apiUrl, proxy }: Way, deadlines: Deadlines): GreenApi =>
    createGreenApi(
      { apiUrl, idInstance, apiTokenInstance },
      {
        ...{ deadlines: () => deadlines, clock: traffic.clock(clock), random: () => 0 },
        pacer: { turn: async () => {} },
        proxyFor: async () => proxy,
      },
    );
  const direct: Way = { apiUrl, proxy: null };
  const sound = open(direct, patient);
  const broken = open(blow.way ? ways[blow.way] : direct, isSilent(blow) ? hasty : patient);
  const isOnTheWire = !blow.isUnwritable && !blow.hasNoName && !blow.listFault;
  let calls = 0;
  let intents = 0;
  let hasStruck = false;
  let die = () => {};

  if (blow.listFault) practice.faults.nth('getContacts', blow.listFault, place + 1);

  const api = traffic.watch<GreenApi>({
    ...sound,
    createGroup(group) {
      calls += 1;
      if (!isOnTheWire || calls !== place + 1) return sound.createGroup(group);
      hasStruck = true;
      if (blow.fault) practice.faults.next('createGroup', blow.fault);
      if (blow.phone === 'restarts') practice.world.instance.reboot();
      if (blow.phone === 'unlinks') practice.world.instance.set('notAuthorized');
      const answer = broken.createGroup(group);
      if (blow.asleepForMs) clock.sleep(blow.asleepForMs);
      if (blow.dies) die();
      return answer;
    },
  });

  return {
    api,
    around: (journal) => ({
      ...journal,
      async begin(...args) {
        intents += 1;
        if (!blow.isUnwritable || intents !== place + 1) return journal.begin(...args);
        hasStruck = true;
        return err({ is: 'failed', failure: { code: 'disk-full' } });
      },
    }),
    onDeath(act) {
      die = act;
    },
    hasStruck: () => hasStruck || practice.calls.some(({ fault }) => fault !== null && fault === blow.listFault),
  };
}
