import type { Account } from '../core/account.ts';
import { err, ok, type Result } from '../core/result.ts';
import type { Settings } from '../core/settings.ts';
import type { LogBook } from './log/log.ts';
import type { JobFacts, RecordFacts } from './storage/sqlite-facts.ts';

export type SupportDeps = {
  /** Versions and the like: what is the same as long as the app runs. */
  readonly product: Readonly<Record<string, string | number | boolean>>;
  readonly settings: () => Settings;
  readonly accounts: () => readonly Account[];
  /** `real` and, once it was opened, `practice`. */
  readonly records: () => Readonly<Record<string, RecordFacts | null>>;
  readonly log: Pick<LogBook, 'recentLines' | 'clean' | 'holdsSecret'>;
  readonly now: () => number;
};

/**
 * What an administrator or we need to understand what happened, as text: versions, settings, states, figures and the
 * newest lines of the log. Names are nowhere in it; numbers end in `•••4567` unless they are asked for. Fails with
 * `unsafe-file` when a key is found in the finished text: then nothing is written.
 */
export function supportText(deps: SupportDeps, { withNumbers }: { readonly withNumbers: boolean }): Result<string> {
  const { product, settings, accounts, records, log, now } = deps;
  const { currentAccountId: _, ...choices } = settings();
  const parts = [
    `CreateGroup: file for support, ${new Date(now()).toISOString()}`,
    part('Product', lines(product)),
    part('Settings', lines(choices)),
    ...accounts().map((account, index) => part(`Account ${index + 1}`, lines(accountFacts(account)))),
    ...Object.entries(records()).flatMap(([name, facts]) => (facts === null ? [] : [recordPart(name, facts)])),
    part('Log', log.recentLines()),
  ];
  const text = log.clean(parts.join('\n\n'), { numbers: withNumbers ? 'shown' : 'masked' });
  // The redaction is one layer, this is another: what is found here was missed there.
  return log.holdsSecret(text) ? err({ code: 'unsafe-file' }) : ok(`${text}\n`);
}

const part = (title: string, content: readonly string[]): string => [`== ${title}`, ...content].join('\n');

const lines = (facts: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(facts).map(([name, value]) => `${name}: ${value}`);

const accountFacts = ({ idInstance, apiUrl, practice, token, phone, state }: Account) => ({
  idInstance,
  apiUrl,
  practice,
  key: token,
  number: phone ?? 'not known',
  state: state.at === 'checked' ? state.state : state.at === 'failed' ? `failed: ${state.failure.code}` : state.at,
});

function recordPart(name: string, { version, bytes, jobs, runs, contacts, lately }: RecordFacts): string {
  const figures = { version, megabytes: (bytes / 1e6).toFixed(1), contacts, groups: counts(jobs), runs: counts(runs) };
  return part(`Record: ${name}`, [...lines(figures), ...lately.map(jobLine)]);
}

const counts = (byState: Readonly<Record<string, number>>): string =>
  Object.entries(byState)
    .map(([at, count]) => `${at} ${count}`)
    .join(', ') || 'none';

const jobLine = ({ id, askedAtMs, at, code, chatId, numbers }: JobFacts): string =>
  [
    new Date(askedAtMs).toISOString(),
    id,
    code === null ? at : `${at}: ${code}`,
    chatId ?? 'no group',
    `${numbers.length} people: ${numbers.join(' ')}`,
  ].join(' | ');
