import { randomUUID } from 'node:crypto';
import { release } from 'node:os';
import path from 'node:path';
import { app, ipcMain, nativeTheme, session } from 'electron';
import type { Emit } from '../core/contract/events.ts';
import type { Failure } from '../core/failure.ts';
import { createWords } from '../core/i18n/words.ts';
import { languageOf } from '../core/language.ts';
import { practiceSpeed } from '../core/practice-speed.ts';
import { defaultPlan } from '../core/run-plan.ts';
import type { Settings } from '../core/settings.ts';
import { createAccounts } from './accounts/accounts.ts';
import { practiceId } from './accounts/roster.ts';
import { setOpenAtLogin } from './electron/autostart.ts';
import { boot } from './electron/boot.ts';
import { createCipher } from './electron/cipher.ts';
import { createDesktop } from './electron/desktop.ts';
import { createHelpWindow } from './electron/help-window.ts';
import { watchBuiltWindow } from './electron/hot-reload.ts';
import appIcon from './electron/icons/app-256.png?asset';
import tray16 from './electron/icons/tray-16.png?asset';
import tray32 from './electron/icons/tray-32.png?asset';
import template16 from './electron/icons/tray-template-16.png?asset';
import template32 from './electron/icons/tray-template-32.png?asset';
import { keepRunning } from './electron/lifecycle.ts';
import { readFile } from './electron/read-file.ts';
import { listenForOpenedFiles, setupFileIn } from './electron/setup-files.ts';
import { screenAskedBy } from './electron/start-words.ts';
import { desktopShowsTray } from './electron/tray.ts';
import { createMainWindow } from './electron/window.ts';
import { createWindowPlace } from './electron/window-place.ts';
import { createEngine, type Engine } from './engine.ts';
import type { FileJobs } from './file-worker.ts';
import { createGreenApi } from './green-api/client.ts';
import { createPacer } from './green-api/pace.ts';
import { proxyOf } from './green-api/proxy.ts';
import { trustSystemCertificates } from './green-api/trust.ts';
import { qrPng, qrSvg } from './groups/qr-image.ts';
import { newRunner } from './groups/runner.ts';
import { realTimings, scaleTimings } from './groups/timings.ts';
import { createHandlers } from './handlers.ts';
import { createServerTime } from './history/server-time.ts';
import { serveCalls } from './ipc.ts';
import { createLiveView } from './live-view.ts';
import { createLog, type LogBook } from './log/log.ts';
import { createPolicy } from './policy/policy.ts';
import { policyPlaceOf } from './policy/policy-place.ts';
import { readPolicy } from './policy/read-policy.ts';
import { watchPolicy } from './policy/watch-policy.ts';
import { practiceClient } from './practice-client.ts';
import { createPracticeRoom } from './practice-room.ts';
import { createQuickClock } from './quick-clock.ts';
import { createSettings } from './settings/settings.ts';
import { createSettingsFile } from './settings/settings-file.ts';
import { type Opening, openSettingsStore } from './settings/settings-store.ts';
import { createSetupFiles } from './setup-file/setup-files.ts';
import { createInWorker } from './spreadsheet/in-worker.ts';
import { isDamage } from './storage/database.ts';
import { supportText } from './support-file.ts';
import { systemClock as clock } from './system-clock.ts';
import { wakeWhenReady } from './wake-when-ready.ts';

const minuteMs = 60_000;
const recheckMs = 10 * minuteMs;
/** Practice has nobody to disturb. */
const practicePerDay = 1000;

const rendererFolder = path.join(import.meta.dirname, '../renderer');
/** The help's pictures lie beside the archive, which holds our own code alone. */
const helpPictures = app.isPackaged
  ? path.join(process.resourcesPath, 'help')
  : path.join(app.getAppPath(), 'docs/guide/images');
const openLog = () => createLog({ folder: path.join(app.getPath('userData'), 'logs') });

const openedFiles = listenForOpenedFiles();
boot({ folders: { window: rendererFolder, helpPictures }, openLog, start });

async function start(log: LogBook): Promise<void> {
  const userData = app.getPath('userData');
  const locale = app.getPreferredSystemLanguages()[0] ?? app.getLocale();
  const hasTray = await desktopShowsTray(process.platform);
  // Tests wait seconds instead of minutes; a packaged app keeps the service's pace whatever its environment says.
  const hurry = !app.isPackaged && process.env.CREATEGROUP_TIMINGS === 'fast' ? 1 / 60 : 1;

  const store = openSettingsStore({ file: createSettingsFile(userData), now: clock.now });
  if (store.opening.at !== 'good') log.info('settings-opened', { opening: store.opening.at });
  const policyPlace = policyPlaceOf({ platform: process.platform, env: process.env, isPackaged: app.isPackaged });
  const policy = createPolicy({
    read: () => readPolicy(policyPlace),
    watch: (changed) => watchPolicy(policyPlace.file, clock, changed),
    ...{ store, log },
  });
  const settings = createSettings(store, policy);
  const words = { en: createWords('en'), ru: createWords('ru') };
  const language = () => languageOf(settings.view(), locale);
  const say = () => words[language()];

  const practiceClock = createQuickClock(clock);
  const serverTime = createServerTime(clock);
  const clients = {
    real: { clock, pacer: createPacer({ clock }), proxyFor: systemProxy, heardDate: serverTime.heard },
    practice: practiceClient(practiceClock),
  };
  const accounts = createAccounts({
    store,
    settings,
    cipher: createCipher(process.platform),
    createClient: (credentials, accountId) =>
      createGreenApi(credentials, accountId === practiceId ? clients.practice : clients.real),
    openJobs: (accountId) => engineOf(accountId).openJobs(accountId),
    cancelQueued: (accountId) => engineOf(accountId).cancelQueued(accountId),
    forget: (accountId) => engineOf(accountId).forget(accountId),
    urlRules: () => ({ allowLoopback: !app.isPackaged, allowedHosts: policy.allowedHosts() }),
    locale,
    clock,
    recheckAfterMs: (accountId) => (30_000 * hurry) / (accountId === practiceId ? practiceClock.speed() : 1),
    log,
    onSecret: log.hide,
    newId: randomUUID,
  });
  await accounts.start();

  const inWorker = createInWorker<FileJobs>({ entry: new URL('./file-worker.js', import.meta.url), clock });
  const openEngine = (world: 'real' | 'practice', factor: number, serviceSpeed = 1): Engine =>
    createEngine({
      file: path.join(userData, world === 'real' ? 'groups.db' : 'practice.db'),
      copyAfterMs: world === 'real' ? 5 * minuteMs * factor : null,
      accounts,
      clock,
      timings: scaleTimings(realTimings, factor),
      pace: () => ({
        paceMs: settings.view().paceMinutes * minuteMs * factor,
        perDay: world === 'real' ? settings.view().groupsPerDay : practicePerDay,
      }),
      gapMs: Math.max(1000 * factor, 100 / serviceSpeed),
      emit,
      log,
      locale,
      ...{ inWorker, language, runner: newRunner() },
      files: desktop.runFiles,
      newPlan: () =>
        defaultPlan(Intl.DateTimeFormat().resolvedOptions().timeZone, world === 'practice', settings.view()),
      // What an unreadable policy wants to be kept is not known; practice begins anew with every start.
      keepRecordsFor: () =>
        world === 'practice' || policy.view().trouble !== null ? null : settings.view().keepRecordsFor,
      surelyNow: serverTime.now,
    });
  const practice = createPracticeRoom({
    accounts,
    file: path.join(userData, 'practice.db'),
    clock: practiceClock,
    label: () => say()('desktop.practice'),
    openEngine: (choice) => {
      const { waits, service } = practiceSpeed[choice];
      return openEngine('practice', Math.min(1 / waits, hurry), service);
    },
  });
  const engineOf = (accountId: string) => practice.engineOf(accountId) ?? real;
  const engine = () => engineOf(accounts.view().currentId ?? '');

  const place = createWindowPlace(userData);
  const window = createMainWindow({
    preload: path.join(import.meta.dirname, '../preload/index.cjs'),
    icon: appIcon,
    isPackaged: app.isPackaged,
    readBounds: place.read,
    keepBounds: place.keep,
    onClosed: () => {
      desktop.windowClosed();
      setups.forget();
      if (isEnding || !staysInTray() || settings.view().closeNoticeSeen) return;
      settings.change({ closeNoticeSeen: true });
      desktop.sayHidden();
    },
  });
  let isEnding = false;
  const staysInTray = () => hasTray && settings.view().closeToTray;
  const desktop = createDesktop({
    window,
    help: createHelpWindow({ icon: appIcon, language }),
    hasTray,
    // macOS colours the icon itself, from a template; elsewhere it is drawn as it is.
    trayIcon:
      process.platform === 'darwin' ? { normal: template16, double: template32 } : { normal: tray16, double: tray32 },
    say,
    timeOf: (ms) => new Date(ms).toLocaleTimeString(language(), { hour: '2-digit', minute: '2-digit' }),
    images: { png: qrPng, svg: qrSvg },
    language,
    pauseOrResume: () => void live.pauseOrResume(),
    supportText: (choice) =>
      supportText(
        {
          product: productFacts(hasTray),
          settings: settings.view,
          accounts: () => accounts.view().accounts,
          records: () => ({ real: real.facts(), practice: practice.engine()?.facts() ?? null }),
          ...{ log, now: clock.now },
        },
        choice,
      ),
  });

  const send: Emit = (name, payload) => window.send(name, payload);
  const emit: Emit = (name, payload) => live.emit(name, payload);
  const real = openEngine('real', hurry);
  const setups = createSetupFiles({
    accounts,
    people: { ...real.people.setupLists, undo: real.people.undo, forget: real.people.forget },
    keepPolicy: store.setPolicyFromSetup,
    emit,
    now: clock.now,
    newId: randomUUID,
  });
  const about = {
    version: app.getVersion(),
    locale,
    hasTray,
    note: openingNote(store.opening, real.replaced),
  };
  const live = createLiveView({
    ...{ send, desktop, accounts, settings, policy, practice, engineOf, engine, about },
    offeredSetup: setups.offered,
  });

  const handlers = createHandlers({
    ...{ accounts, settings, policy, practice, desktop, setups, engineOf, real, inWorker, language },
    snapshot: live.snapshot,
    restart: () => life.restart(),
  });
  serveCalls({ ipcMain, isOurs: window.isSender, handlers, log });

  accounts.onChanged(() => {
    send('accounts.changed', accounts.view());
    for (const opened of [real, practice.engine()]) opened?.runs.queueMoved();
    void live.refresh();
  });
  settings.onChanged((changed) => {
    applySettings(changed);
    send('settings.changed', changed);
    real.wake();
    void live.refresh();
  });
  policy.onChanged(() => {
    send('policy.changed', policy.view());
    if (!policy.view().practice) void practice.leave().then(() => live.refresh());
    void accounts.checkAll(); // an address may be allowed now, or not any more
  });
  wakeWhenReady(accounts, (accountId) => engineOf(accountId).wakeAccount(accountId));
  const life = keepRunning({
    staysInTray,
    show: window.show,
    onStartedAgain: doAsAsked,
    onResume: () => void accounts.checkAll().then(() => real.wake()),
    mayQuit: async () => desktop.mayQuit(await live.waiting()),
    stop: async () => {
      isEnding = true;
      policy.close();
      try {
        await real.stop();
      } finally {
        await practice.stop();
      }
    },
  });

  applySettings(settings.view());
  if (!hasTray || !process.argv.includes('--hidden')) window.show();
  openedFiles.onFile((file) => void openSetup(file));
  doAsAsked(process.argv, process.cwd());
  if (!app.isPackaged && process.env.CREATEGROUP_RELOAD === 'yes') watchBuiltWindow(rendererFolder, window.reload);
  trustSystemCertificates(); // takes a quarter of a second, while the window loads and before anything is sent
  try {
    await real.start();
  } catch (error) {
    // Rot that left no trace in the file's times: the next start reads all of the record, and sets it aside.
    if (!isDamage(error)) throw error;
    log.error('record.unreadable', error);
    live.tell({ code: 'record-unreadable' });
  }
  keepChecked();
  void live.refresh();

  /** What the words of a start ask for; `folder` is where they were typed. */
  function doAsAsked(argv: readonly string[], folder: string): void {
    const screen = screenAskedBy(argv);
    if (screen !== null) desktop.goTo(screen);
    const file = setupFileIn(argv, folder);
    if (file !== null) void openSetup(file);
  }

  async function openSetup(file: string): Promise<void> {
    setups.offer(await readFile(file));
    window.show();
  }

  function keepChecked(): void {
    void accounts.checkAll();
    clock.after(recheckMs, keepChecked);
  }
}

/** What a damaged file of the last run means for the person; the files themselves were set aside, not deleted. */
function openingNote(opening: Opening, replaced: Engine['replaced']): Failure | null {
  if (replaced?.copyAtMs === null) return { code: 'record-lost' };
  if (replaced) return { code: 'record-restored', atMs: replaced.copyAtMs, asked: replaced.why === 'asked' };
  if (opening.at === 'restored') return { code: 'accounts-restored' };
  return opening.at === 'lost' ? { code: 'accounts-lost' } : null;
}

const productFacts = (hasTray: boolean) => ({
  version: app.getVersion(),
  packaged: app.isPackaged,
  ...{ electron: process.versions.electron, chrome: process.versions.chrome, node: process.versions.node },
  system: `${process.platform} ${process.arch} ${release()}`,
  locale: app.getLocale(),
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  tray: hasTray,
});

const systemProxy = async (url: string) => proxyOf(await session.defaultSession.resolveProxy(url));

function applySettings({ theme, openAtLogin }: Settings): void {
  nativeTheme.themeSource = theme;
  setOpenAtLogin(openAtLogin);
}
