import { app, powerSaveBlocker } from 'electron';
import type { Account } from '../../core/account.ts';
import { nameOf } from '../../core/account-state-name.ts';
import type { Answer, Args } from '../../core/contract/calls.ts';
import type { Place, Queue, ScreenName } from '../../core/contract/events.ts';
import type { GroupJob } from '../../core/group-job.ts';
import type { HelpChapter } from '../../core/help.ts';
import type { Say } from '../../core/i18n/words.ts';
import type { Language } from '../../core/language.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { GroupPage } from '../runs/files.ts';
import { ask } from './dialogs.ts';
import { copyText, openConsole, openInvite } from './external.ts';
import type { HelpWindow } from './help-window.ts';
import { createKeepAwake } from './keep-awake.ts';
import { setAppMenu } from './menus.ts';
import { notify } from './notifications.ts';
import { createPeopleFiles } from './people-files.ts';
import { printPages } from './print-pages.ts';
import type { PrintedPage } from './printed-html.ts';
import { createRunFiles } from './run-files.ts';
import { createRunNotices } from './run-notices.ts';
import { asFileName, createSave } from './save.ts';
import { createSetupDialogs } from './setup-files.ts';
import { createTray, type TrayIcon } from './tray.ts';
import { trayLines } from './tray-menu.ts';
import type { MainWindow, WindowProgress } from './window.ts';

type DesktopDeps = {
  readonly window: MainWindow;
  readonly help: HelpWindow;
  readonly hasTray: boolean;
  readonly trayIcon: TrayIcon;
  /** The words of the moment: the language may change while the app runs. */
  readonly say: () => Say;
  readonly timeOf: (ms: number) => string;
  readonly images: { png(link: string): Buffer; svg(link: string): string };
  readonly supportText: (choice: Args<'app.saveSupportFile'>) => Result<string>;
  readonly language: () => Language;
  /** The tray's *Pause* and *Go on*. */
  readonly pauseOrResume: () => void;
};

/** What the rest of main asks of the desktop around the window: tray, menu, dialogs, notifications, clipboard. */
export function createDesktop(deps: DesktopDeps) {
  const { window, help, hasTray, trayIcon, say, timeOf, images, supportText, language, pauseOrResume } = deps;
  const tray = hasTray ? createTray({ icon: trayIcon, onClick: () => window.show() }) : null;

  let menuWords: Say | null = null;
  const openHelp = (chapter: HelpChapter): null => {
    help.open(chapter);
    return null;
  };
  const making = new Set<string>();
  /** Where a window that is still opening is to begin. */
  let beginAt: Place | null = null;
  let isListening = false;

  function goTo(screen: ScreenName, at: Pick<Place, 'jobId' | 'runId'> = {}): void {
    const place: Place = { screen, ...at };
    if (isListening) window.send('window.navigate', place);
    else beginAt = place;
    window.show();
  }

  const save = createSave(window);
  /** It may hang on a wall: the group, and how to come in. */
  const toPrintedPage = ({ name, link }: GroupPage): PrintedPage => ({
    ...{ title: name, subtitle: '', link, qrSvg: images.svg(link) },
    lines: [say()('desktop.howToJoin')],
  });

  return {
    ...createRunNotices({
      ...{ say, notify },
      isLookedAt: () => window.current()?.isFocused() ?? false,
      show: (runId) => goTo('sheet', { runId }),
    }),
    ...createKeepAwake({ blocker: powerSaveBlocker, now: Date.now }),
    ...createPeopleFiles({ window, say, save }),
    ...createSetupDialogs({ window, say, save }),
    runFiles: createRunFiles({
      ...{ window, say, save },
      print: async (pages) => ok(await printPages(pages.map(toPrintedPage), language())),
    }),
    goTo,

    /** The window asks where to begin, and listens from now on. */
    takePlace(): Place | null {
      const place = beginAt;
      beginAt = null;
      isListening = true;
      return place;
    },

    windowClosed(): void {
      isListening = false;
      help.close();
    },

    /** How far a run is: on the taskbar or the dock, with the number of groups that need a person on the badge. */
    showProgress({ needsYou, ...progress }: WindowProgress & { readonly needsYou: number }): void {
      window.showProgress(progress);
      app.setBadgeCount(needsYou);
    },

    /** A PDF with a page for each group. */
    printPages: (pages: readonly PrintedPage[], language: Language) => printPages(pages, language),

    copy: (text: string) => copyText(text).then(() => null),

    async open(target: Args<'app.open'>): Promise<Result<null>> {
      if ('help' in target) return ok(openHelp(target.help));
      if ('page' in target) return ok(await openConsole().then(() => null));
      return (await openInvite(target.invite)) ? ok(null) : err({ code: 'bad-request', field: 'invite' });
    },

    saveQr({ name, link }: GroupJob, format: 'png' | 'svg'): Promise<Result<Answer<'groups.saveQr'>>> {
      if (link === null) return Promise.resolve(err({ code: 'not-found' }));
      const kind = { name: say()(format === 'png' ? 'desktop.pngKind' : 'desktop.svgKind'), extension: format };
      const fileName = `${asFileName(name)}.${format}`;
      const what = { title: say()('desktop.saveQrTitle'), fileName, kind };
      return save(what, async () => ok(images[format](link)));
    },

    async saveSupportFile(choice: Args<'app.saveSupportFile'>): Promise<Result<Answer<'app.saveSupportFile'>>> {
      const kind = { name: say()('desktop.textKind'), extension: 'txt' };
      const what = { title: say()('desktop.saveSupportTitle'), fileName: 'creategroup-support.txt', kind };
      return save(what, async () => supportText(choice));
    },

    /** Shows the menu and the tray anew where something in them changed: after a change of language, queue or account. */
    refresh({ account, queue }: { account: Account | null; queue: Queue }): void {
      if (menuWords !== say()) setAppMenu({ say: say(), goTo, openHelp: help.open });
      menuWords = say();
      tray?.show({
        toolTip: account ? `CreateGroup · ${nameOf(account)}` : 'CreateGroup',
        lines: trayLines({
          ...{ say: say(), account, queue, timeOf, open: window.show, goTo, pauseOrResume, quit: () => app.quit() },
        }),
      });
    },

    /** Said once, when the window is closed for the first time and the app goes on. */
    sayHidden: () =>
      notify({ title: say()('desktop.hiddenTitle'), body: say()('desktop.hiddenText'), onClick: window.show }),

    /** Tells what became of a group that was being made, unless the person is looking at the window anyway. */
    tellOutcome({ id, name, state }: GroupJob): void {
      const wasMaking = making.delete(id);
      if (state.at === 'sending') making.add(id);
      const kind = outcomes[state.at];
      if (!wasMaking || !kind || window.current()?.isFocused()) return;
      notify({
        title: say()(`desktop.${kind}Title`),
        body: say()(`desktop.${kind}Text`, { name }),
        onClick: () => goTo('groups', { jobId: id }),
      });
    },

    async mayQuit(waiting: number): Promise<boolean> {
      if (waiting === 0) return true;
      const answer = await ask(window.current(), {
        message: say()('desktop.quitQuestion', { count: waiting }),
        detail: say()('desktop.quitDetail'),
        buttons: [say()('desktop.quitAnyway'), say()('desktop.keepWorking')],
      });
      return answer === 0;
    },
  };
}

const outcomes: { readonly [At in GroupJob['state']['at']]?: 'created' | 'check' | 'refused' } = {
  created: 'created',
  unknown: 'check',
  refused: 'refused',
};

export type Desktop = ReturnType<typeof createDesktop>;
