import type { Person } from '../core/contact.ts';
import type { Api } from '../core/contract/calls.ts';
import { emptyDraft } from '../core/group-draft.ts';
import type { Language } from '../core/language.ts';
import { err, ok } from '../core/result.ts';
import type { Accounts } from './accounts/accounts.ts';
import type { Desktop } from './electron/desktop.ts';
import type { Engine } from './engine.ts';
import type { FileJobs } from './file-worker.ts';
import type { PolicyService } from './policy/policy.ts';
import type { PracticeRoom } from './practice-room.ts';
import type { SettingsService } from './settings/settings.ts';
import type { SetupFiles } from './setup-file/setup-files.ts';
import type { InWorker } from './spreadsheet/in-worker.ts';

type HandlerDeps = {
  readonly accounts: Accounts;
  readonly settings: SettingsService;
  readonly policy: PolicyService;
  readonly practice: PracticeRoom;
  readonly desktop: Desktop;
  readonly setups: SetupFiles;
  /** The engine that an account lives in. */
  readonly engineOf: (accountId: string) => Engine;
  readonly real: Engine;
  readonly inWorker: InWorker<FileJobs>;
  readonly language: () => Language;
  readonly snapshot: Api['app.snapshot'];
  /** Ends the app in order and opens it again. */
  readonly restart: () => null;
};

/** Contract name → what does it, a line each. */
export function createHandlers(deps: HandlerDeps): Api {
  const { accounts, settings, policy, practice, desktop, setups } = deps;
  const { engineOf, real, inWorker, language, snapshot, restart } = deps;
  const drafts = (isPractice: boolean) => (isPractice ? practice.engine()?.drafts : real.drafts);
  const people = (accountId: string) => engineOf(accountId).people;
  const groups = (accountId: string) => engineOf(accountId).groups;
  const runs = (accountId: string) => engineOf(accountId).runs;
  /** Only the order of a list depends on it: the group is in the queue whatever becomes of this. */
  const noteUsed = (accountId: string, chosen: readonly Person[]) =>
    void people(accountId).noteUsed(
      accountId,
      chosen.map(({ chatId }) => chatId),
    );

  return {
    'app.snapshot': snapshot,
    'app.copy': async ({ text }) => ok(await desktop.copy(text)),
    'app.open': (target) => desktop.open(target),
    'app.restart': async () => ok(restart()),
    'app.saveSupportFile': (args) => desktop.saveSupportFile(args),

    'record.copies': async () => ok(real.copies()),
    'record.putBack': async ({ name }) => (real.putBack(name) ? ok(restart()) : err({ code: 'not-found' })),

    'settings.change': async (change) => settings.change(change),
    'record.countOld': async ({ keepFor }) => ok(await real.countOld(keepFor)),

    'accounts.add': policy.guard('accountsByHand', accounts.add),
    'accounts.change': policy.guard('accountsByHand', accounts.change),
    'accounts.remove': policy.guard('accountsByHand', accounts.remove),
    'accounts.choose': (args) => accounts.choose(args),
    'accounts.check': (args) => accounts.check(args),
    'accounts.readQr': (args) => accounts.readQr(args),
    'accounts.askPairingCode': (args) => accounts.askPairingCode(args),

    'practice.start': policy.guard('practice', () => practice.start()),
    'practice.leave': () => practice.leave(),
    'practice.setTrouble': policy.guard('practice', (args) => practice.setTrouble(args)),

    'setup.openFile': (args) => setups.openFile(args),
    'setup.chooseFile': async () => {
      const chosen = await desktop.chooseSetupFile();
      if (!chosen.ok || chosen.value === null) return chosen.ok ? ok(null) : chosen;
      return setups.openFile(chosen.value);
    },
    'setup.unlock': (args) => setups.unlock(args),
    'setup.use': async (args) => {
      const used = await setups.use(args);
      if (used.ok) policy.refresh();
      return used;
    },
    'setup.drop': (args) => setups.drop(args),
    'setup.make': policy.guard('accountsByHand', (args) =>
      desktop.saveSetup(args.label, (file) => setups.make(args, file)),
    ),

    'draft.read': async ({ practice: isPractice }) => ok(drafts(isPractice)?.read() ?? emptyDraft),
    'draft.keep': async ({ practice: isPractice, ...draft }) => ok(drafts(isPractice)?.keep(draft) ?? null),

    'people.search': (args) => people(args.accountId).search(args),
    'people.read': (args) => people(args.accountId).read(args),
    'people.typing': (args) => people(args.accountId).typing(args),
    'people.keep': (args) => people(args.accountId).keep(args),
    'people.sync': (args) => people(args.accountId).sync(args),
    'people.overview': (args) => people(args.accountId).overview(args),
    'people.ids': (args) => people(args.accountId).ids(args),
    'people.find': (args) => people(args.accountId).find(args),
    'people.place': (args) => people(args.accountId).place(args),
    'people.edit': (args) => people(args.accountId).edit(args),
    'people.delete': (args) => people(args.accountId).delete(args),
    'people.undo': (args) => people(args.accountId).undo(args),
    'people.openFile': (args) => people(args.accountId).openFile(args),
    'people.chooseFile': async ({ accountId }) => {
      const chosen = await desktop.choosePeopleFile();
      if (!chosen.ok || chosen.value === null) return chosen.ok ? ok(null) : chosen;
      return people(accountId).openFile({ accountId, ...chosen.value });
    },
    'people.readAgain': (args) => people(args.accountId).readAgain(args),
    'people.import': (args) => people(args.accountId).import(args),
    'people.saveBadLines': async ({ accountId, importId }) => {
      const bad = people(accountId).badLines(accountId, importId);
      if (!bad.ok) return bad;
      return desktop.saveBadLines(bad.value.file, () =>
        inWorker('people.writeBad', { fileName: bad.value.file, lines: bad.value.lines, language: language() }),
      );
    },
    'people.dropImport': (args) => people(args.accountId).dropImport(args),
    'people.export': async (args) => {
      const chosen = await people(args.accountId).exported(args);
      const writing = { fileName: '', format: args.format, people: chosen, language: language() };
      const saved = await desktop.savePeople(args.format, () => inWorker('people.write', writing));
      return saved.ok ? ok({ ...saved.value, count: saved.value.saved ? chosen.length : 0 }) : saved;
    },
    'people.checkWhatsapp': (args) => people(args.accountId).checkWhatsapp(args),
    'people.stopChecking': (args) => people(args.accountId).stopChecking(args),

    'lists.create': (args) => people(args.accountId).lists.create(args),
    'lists.rename': (args) => people(args.accountId).lists.rename(args),
    'lists.delete': (args) => people(args.accountId).lists.delete(args),
    'lists.add': (args) => people(args.accountId).lists.add(args),
    'lists.remove': (args) => people(args.accountId).lists.remove(args),

    'groups.create': async (args) => {
      const created = await groups(args.accountId).create(args);
      if (created.ok) noteUsed(args.accountId, created.value.people);
      return created;
    },
    'groups.find': (args) => groups(args.accountId).find(args),
    'groups.show': (args) => groups(args.accountId).show(args),
    'groups.cancel': (args) => groups(args.accountId).cancel(args),
    'groups.requeue': (args) => groups(args.accountId).requeue(args),
    'groups.look': (args) => groups(args.accountId).look(args),
    'groups.decide': (args) => groups(args.accountId).decide(args),
    'groups.goOn': (args) => groups(args.accountId).goOn(args),
    'groups.beginAnew': (args) => groups(args.accountId).beginAnew(args),
    'groups.check': (args) => groups(args.accountId).check(args),
    'groups.saveAndAdd': (args) => groups(args.accountId).saveAndAdd(args),
    'groups.addPeople': (args) => groups(args.accountId).addPeople(args),
    'groups.sendLink': (args) => groups(args.accountId).sendLink(args),
    'groups.rename': (args) => groups(args.accountId).rename(args),
    'groups.makeAdmin': (args) => groups(args.accountId).makeAdmin(args),
    'groups.saveQr': async (args) => {
      const shown = await groups(args.accountId).show(args);
      return shown.ok ? desktop.saveQr(shown.value, args.format) : shown;
    },

    'runs.openFile': (args) => runs(args.accountId).openFile(args),
    'runs.chooseFile': (args) => runs(args.accountId).chooseFile(args),
    'runs.readAgain': (args) => runs(args.accountId).readAgain(args),
    'runs.dropFile': (args) => runs(args.accountId).dropFile(args),
    'runs.saveTemplate': (args) => real.runs.saveTemplate(args),
    'runs.check': (args) => runs(args.accountId).check(args),
    'runs.find': (args) => runs(args.accountId).find(args),
    'runs.show': (args) => runs(args.accountId).show(args),
    'runs.rows': (args) => runs(args.accountId).rows(args),
    'runs.row': (args) => runs(args.accountId).row(args),
    'runs.editRow': (args) => runs(args.accountId).editRow(args),
    'runs.repair': (args) => runs(args.accountId).repair(args),
    'runs.checkWhatsapp': (args) => runs(args.accountId).checkWhatsapp(args),
    'runs.saveProblems': (args) => runs(args.accountId).saveProblems(args),
    'runs.setExtras': (args) => runs(args.accountId).setExtras(args),
    'runs.choosePicture': (args) => runs(args.accountId).choosePicture(args),
    'runs.plan': (args) => runs(args.accountId).plan(args),
    'runs.start': (args) => runs(args.accountId).start(args),
    'runs.pause': (args) => runs(args.accountId).pause(args),
    'runs.resume': (args) => runs(args.accountId).resume(args),
    'runs.stop': (args) => runs(args.accountId).stop(args),
    'runs.remove': (args) => runs(args.accountId).remove(args),
    'runs.skip': (args) => runs(args.accountId).skip(args),
    'runs.moveRow': (args) => runs(args.accountId).moveRow(args),
    'runs.retry': (args) => runs(args.accountId).retry(args),
    'runs.retrySteps': (args) => runs(args.accountId).retrySteps(args),
    'runs.missing': (args) => runs(args.accountId).missing(args),
    'runs.helpMissing': (args) => runs(args.accountId).helpMissing(args),
    'runs.stopHelping': (args) => runs(args.accountId).stopHelping(args),
    'runs.saveResults': (args) => runs(args.accountId).saveResults(args),
    'runs.savePages': (args) => runs(args.accountId).savePages(args),
    'runs.showFile': (args) => runs(args.accountId).showFile(args),
  };
}
