import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { OfferedSetup } from '../../../core/contract/events.ts';
import type { SetupFile } from '../../../core/setup-file.ts';
import { createPeople } from '../../../main/contacts/people.ts';
import { seal } from '../../../main/setup-file/envelope.ts';
import { createSetupFiles } from '../../../main/setup-file/setup-files.ts';
import { openDatabase } from '../../../main/storage/database.ts';
import { createSqliteContacts } from '../../../main/storage/sqlite-contacts.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { setUp } from '../../unit/accounts/set-up.ts';
import { madeAtMs, passphrase } from '../../unit/setup-file/samples.ts';
import { openPeopleHere } from '../contacts/people-world.ts';

/** Accounts, people and settings of one computer on a disk, and the set-up files that come to it. */
export function openComputer(folder = tempFolder()) {
  const world = setUp(folder);
  const { accounts, store, clock } = world;
  const database = openDatabase(path.join(folder, 'groups.db'));
  let ids = 0;
  const newId = () => `id-${++ids}`;
  const contacts = createSqliteContacts(database);
  /** How many writes of people still work, what happens then, and what time it is. */
  const disk = { peopleWritesLeft: Number.POSITIVE_INFINITY, isBroken: false, nowMs: madeAtMs };
  const people = createPeople({
    store: {
      ...contacts,
      async write(accountId, write) {
        disk.peopleWritesLeft -= 1;
        if (disk.peopleWritesLeft < 0 && disk.isBroken) throw new Error('the disk is broken');
        if (disk.peopleWritesLeft < 0) return { ok: false, failure: { code: 'disk-full' } };
        return contacts.write(accountId, write);
      },
    },
    accounts,
    obstacle: () => ({ code: 'offline' }),
    openFile: openPeopleHere,
    emit() {},
    clock,
    log: { info() {}, warn() {}, error: () => '' },
    locale: 'en',
    gapMs: 1,
    newId,
  });
  const offers: OfferedSetup[] = [];
  const setups = createSetupFiles({
    accounts,
    people: {
      ...people.setupLists,
      // Once the disk is full, it has room again as soon as what filled it is gone.
      async undo(args) {
        disk.peopleWritesLeft = Number.POSITIVE_INFINITY;
        return people.undo(args);
      },
      forget: people.forget,
    },
    keepPolicy: store.setPolicyFromSetup,
    emit: (name, payload) => void (name === 'setup.offered' && offers.push(payload as OfferedSetup)),
    now: () => disk.nowMs,
    newId,
  });
  onTestFinished(() => {
    people.close();
    database.close();
  });

  /** Opens a file with this inside, up to its preview. */
  async function unlock(setup: SetupFile) {
    const bytes = new TextEncoder().encode(await seal(JSON.stringify(setup), passphrase, { rounds: 210_000 }));
    const looked = await setups.openFile({ name: 'x.creategroup', bytes });
    if (!looked.ok) throw new Error(looked.failure.code);
    const opened = await setups.unlock({ setupId: looked.value.setupId, passphrase });
    if (!opened.ok) throw new Error(opened.failure.code);
    return opened.value;
  }

  /** The saved lists of an account with the names of their people. */
  async function listsOf(accountId: string) {
    const overview = await people.overview({ accountId });
    const lists = overview.ok ? overview.value.lists : [];
    const read = await people.setupLists.read(
      accountId,
      lists.map(({ listId }) => listId),
    );
    return Object.fromEntries(read.map((list) => [list.name, list.people.map(({ name }) => name).toSorted()]));
  }

  return Object.assign(world, { people, setups, disk, offers, unlock, listsOf, contacts });
}

export type Computer = ReturnType<typeof openComputer>;
