import { groupMethods } from './group-methods.ts';
import { instanceMethods } from './instance-methods.ts';
import type { Method } from './method.ts';
import { peopleMethods } from './people-methods.ts';

/** Every method the practice service has. */
export const methods = { ...instanceMethods, ...peopleMethods, ...groupMethods };

export type PracticeMethod = keyof typeof methods;

// `Object.keys` forgets the names' type; the table above is where they come from.
const methodNames = Object.keys(methods) as readonly PracticeMethod[];

const bySmallName = new Map(methodNames.map((name) => [name.toLowerCase(), name]));

/** Both `createGroup` and `CreateGroup` are in official use, so that case does not matter. */
export function findMethod(segment: string): { name: PracticeMethod; method: Method } | null {
  const name = bySmallName.get(segment.toLowerCase());
  return name === undefined ? null : { name, method: methods[name] };
}
