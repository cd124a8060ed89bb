import type { Failure } from '../../../core/failure.ts';
import { type Accounts, createAccounts } from '../../../main/accounts/accounts.ts';
import type { Credentials } from '../../../main/green-api/client.ts';
import type { GreenApi } from '../../../main/green-api/green-api.ts';
import { createSettings } from '../../../main/settings/settings.ts';
import { openSettingsStore } from '../../../main/settings/settings-store.ts';
import { createFakeClock, settle } from '../../support/fake-clock.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { plainFile } from '../settings/samples.ts';
import { apiThat, token, toyCipher } from './samples.ts';

/** What a person types to add an account. */
export const typed = {
  label: 'Office',
  idInstance: '7103000001',
  apiTokenInstance: token,
  apiUrl: '',
  keep: 'saved',
} as const;

/** Everything that an accounts service of a test is made of; `restart` opens the same folder anew. */
export function setUp(folder = tempFolder(), cipher = toyCipher()) {
  const clock = createFakeClock();
  const file = plainFile(folder);
  const store = openSettingsStore({ file, now: clock.now });
  const settings = createSettings(store);
  const world = {
    ...{ folder, cipher, clock, file, store, settings },
    service: apiThat({}),
    made: [] as Credentials[],
    secrets: [] as string[],
    jobs: { open: 0, queued: 0 },
    afterCancel: { open: 0, queued: 0 },
    forgotten: [] as string[],
    warnings: [] as string[],
    allowedHosts: [] as string[],
  };
  const ids: string[] = [];
  const accounts = createAccounts({
    ...{ store, settings, cipher, clock },
    createClient(credentials) {
      world.made.push(credentials);
      // The answers may be exchanged while the client lives.
      return new Proxy(world.service, { get: (_, name: keyof GreenApi) => world.service[name] });
    },
    openJobs: async () => world.jobs,
    cancelQueued: async () => {
      world.jobs = world.afterCancel;
    },
    forget: async (accountId) => void world.forgotten.push(accountId),
    urlRules: () => ({ allowLoopback: false, allowedHosts: world.allowedHosts }),
    locale: 'ru',
    recheckAfterMs: () => 30_000,
    log: { info() {}, warn: (event) => void world.warnings.push(event), error: () => '' },
    onSecret: (secret) => void world.secrets.push(secret),
    newId: () => `account-${ids.push('')}`,
  });
  const restart = async () => {
    const again = setUp(folder, cipher);
    await again.accounts.start();
    return again;
  };
  return Object.assign(world, { accounts, restart });
}

/** Adds an account and lets the question in the background end. */
export async function add(accounts: Accounts, change: Partial<Parameters<Accounts['add']>[0]> = {}) {
  const answer = await accounts.add({ ...typed, ...change });
  await settle();
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value;
}

export const failureOf = (answer: { readonly ok: boolean; readonly failure?: Failure }) => answer.failure;
