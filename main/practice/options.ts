import { parseArgs } from 'node:util';
import { type InstanceState, instanceStates } from '../../core/account.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { type FaultName, faultNames, faultTable, isFaultName } from './fault-table.ts';
import { findMethod, type PracticeMethod } from './methods.ts';
import type { Tariff } from './quota.ts';

/** A trouble from the command line: without a method it strikes where it belongs; `times` null: always. */
type TroubleFlag = {
  readonly fault: FaultName;
  readonly method: PracticeMethod | null;
  readonly times: number | null;
};

export type CliOptions = {
  readonly help: boolean;
  readonly port: number;
  readonly seed: number;
  readonly lagSeconds: number;
  readonly state: InstanceState;
  readonly tariff: Tariff;
  readonly control: boolean;
  readonly troubles: readonly TroubleFlag[];
};

const flags = {
  help: { type: 'boolean', short: 'h' },
  port: { type: 'string' },
  seed: { type: 'string' },
  trouble: { type: 'string', multiple: true },
  lag: { type: 'string' },
  state: { type: 'string' },
  tariff: { type: 'string' },
  control: { type: 'boolean' },
} as const;

/** Reads the command line; the failure is a sentence for the person who typed it. */
export function readOptions(args: readonly string[]): Result<CliOptions, string> {
  const { values, tokens } = parseArgs({ args: [...args], options: flags, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind === 'positional') return err(`“${token.value}” is not a flag.`);
    if (token.kind !== 'option') continue;
    if (!Object.hasOwn(flags, token.name)) return err(`There is no flag ${token.rawName}.`);
    const takesValue = token.name !== 'help' && token.name !== 'control';
    if (takesValue && token.value === undefined) return err(`${token.rawName} needs a value.`);
    if (!takesValue && token.value !== undefined) return err(`${token.rawName} takes no value.`);
  }

  const port = wholeNumber(values.port ?? '7107', 65_535);
  if (port === null) return err('--port is a number from 0 to 65535; 0 takes a free one.');
  const seed = wholeNumber(values.seed ?? '1', 2 ** 31 - 1);
  if (seed === null) return err('--seed is a whole number from 0 to 2147483647.');
  const lagSeconds = wholeNumber(values.lag ?? '0', 300);
  if (lagSeconds === null) return err('--lag is a number of seconds from 0 to 300.');
  const state = instanceStates.find((name) => name === (values.state ?? 'authorized'));
  if (state === undefined) return err(`--state is one of ${instanceStates.join(', ')}.`);
  const tariff = tariffs.find((name) => name === (values.tariff ?? 'business'));
  if (tariff === undefined) return err(`--tariff is one of ${tariffs.join(', ')}.`);

  const troubles: TroubleFlag[] = [];
  for (const text of values.trouble ?? []) {
    const trouble = readTrouble(String(text));
    if (trouble === null) return err(`There is no trouble “${text}”.`);
    troubles.push(trouble);
  }
  const isOn = (flag: unknown): boolean => flag === true;
  return ok({
    help: isOn(values.help),
    port,
    seed,
    lagSeconds,
    state,
    tariff,
    control: isOn(values.control),
    troubles,
  });
}

const tariffs: readonly Tariff[] = ['business', 'developer'];

function wholeNumber(text: unknown, max: number): number | null {
  const value = /^\d{1,10}$/.test(String(text)) ? Number(text) : Number.NaN;
  return value <= max ? value : null;
}

/** `NAME`, `NAME:TIMES`, `METHOD/NAME`, `METHOD/NAME:TIMES`. */
function readTrouble(text: string): TroubleFlag | null {
  const [, segment, fault = '', count] = /^(?:(\w+)\/)?([\w-]+)(?::([1-9]\d{0,5}))?$/.exec(text) ?? [];
  if (!isFaultName(fault)) return null;
  const method = segment === undefined ? null : (findMethod(segment)?.name ?? undefined);
  return method === undefined ? null : { fault, method, times: count === undefined ? null : Number(count) };
}

/** What `--help` prints. */
export function helpText(): string {
  const troubles = faultNames.map((name) => {
    const { on, about } = faultTable[name];
    const where = on === 'every' ? 'every method' : on.join(', ');
    return `  ${name.padEnd(28)}${about} (${where})`;
  });
  return `GREEN-API in miniature on 127.0.0.1, for practising and for tests. Nothing leaves this computer.

  npm run practice -- [flags]

It prints one line of JSON (apiUrl, idInstance, apiTokenInstance) and stays until Ctrl+C.
Without flags it is well: linked, 240 people, no lag, the documented limits.

  --port NUMBER        7107 by default; 0 takes a free one
  --seed NUMBER        1 by default; the same seed makes the same token, people and ids
  --trouble NAME       something goes wrong, always; may be repeated
                       NAME:3 strikes three calls only; METHOD/NAME strikes another method
  --lag SECONDS        new groups and contacts come late to getContacts (to getChats after 60 at most)
  --state STATE        ${instanceStates.join(', ')}
  --tariff TARIFF      ${tariffs.join(' (no limits), ')} (the documented monthly limits)
  --control            serves /practice/world, /practice/faults, /practice/state, /practice/reset
  --help               this text

Troubles:
${troubles.join('\n')}
`;
}
