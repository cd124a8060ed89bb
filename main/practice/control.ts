import { type InstanceState, instanceStates } from '../../core/account.ts';
import { isFaultName } from './fault-table.ts';
import type { FaultOrder, Faults } from './faults.ts';
import type { Call, CallRecord } from './layers.ts';
import { findMethod } from './methods.ts';
import { readJson } from './read-json.ts';
import { json, type Reply, whole } from './reply.ts';
import type { World } from './world.ts';

type Now = { readonly world: World; readonly faults: Faults; readonly calls: readonly CallRecord[] };
type Deps = { readonly now: () => Now; readonly reset: () => void };
type Fields = Readonly<Record<string, unknown>>;

/**
 * `/practice/…`, by which another process looks and steers; null for every other path.
 * GET world · POST faults (an order) · DELETE faults · POST state · POST reset.
 */
export function createControl({ now, reset }: Deps): (call: Call) => Reply | null {
  return ({ verb, url, body: bytes }) => {
    if (!url.startsWith('/practice/')) return null;
    const body = bytes.toString('utf8');
    const read = readJson(body === '' ? '{}' : body);
    const fields: Fields = read.at === 'value' && isFields(read.value) ? read.value : {};

    switch (`${verb} ${url}`) {
      case 'GET /practice/world':
        return whole(json(summary(now())));
      case 'POST /practice/faults': {
        const order = asOrder(fields);
        if (order === null) return no('A fault has the name of a method (or "every") and of a fault.');
        now().faults.add(order);
        return whole(json(now().faults.pending()));
      }
      case 'DELETE /practice/faults':
        now().faults.clear();
        return whole(json([]));
      case 'POST /practice/state': {
        const problem = setState(now().world, fields);
        return problem === null ? whole(json(summary(now()))) : no(problem);
      }
      case 'POST /practice/reset':
        reset();
        return whole(json(summary(now())));
      default:
        return whole(json({ message: `There is no ${verb} ${url}.` }, 404));
    }
  };
}

const no = (message: string): Reply => whole(json({ message }, 400));

const summary = ({ world, faults, calls }: Now) => ({
  state: world.instance.state(),
  suspendedUntilMs: world.instance.suspendedUntilMs(),
  lag: world.lag,
  people: world.people.length,
  groups: world.groups,
  effects: world.effects,
  faults: faults.pending(),
  calls,
});

function asOrder({ method, fault, skip = 0, times = 1 }: Fields): FaultOrder | null {
  if (typeof method !== 'string' || typeof fault !== 'string' || !isFaultName(fault)) return null;
  const name = method === 'every' ? 'every' : findMethod(method)?.name;
  if (name === undefined || !isCount(skip) || !(times === null || isCount(times))) return null;
  return { method: name, fault, skip, times };
}

/** Takes `state`, `suspendedUntilMs`, `contactsLagMs`, `chatsLagMs`; answers what is wrong with them, or null. */
function setState(world: World, fields: Fields): string | null {
  const { state, suspendedUntilMs = null, contactsLagMs, chatsLagMs } = fields;
  if (state !== undefined && !isState(state)) return `A state is one of ${instanceStates.join(', ')}.`;
  if (suspendedUntilMs !== null && !isCount(suspendedUntilMs)) return 'suspendedUntilMs is a time in ms.';
  if ([contactsLagMs, chatsLagMs].some((lag) => lag !== undefined && !isCount(lag))) return 'A lag is a number of ms.';

  if (isState(state)) world.instance.set(state, suspendedUntilMs);
  if (isCount(contactsLagMs)) world.lag.contactsMs = contactsLagMs;
  if (isCount(chatsLagMs)) world.lag.chatsMs = chatsLagMs;
  return null;
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

const isState = (value: unknown): value is InstanceState => instanceStates.some((state) => state === value);

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
