import { app, powerMonitor } from 'electron';

type LifecycleDeps = {
  /** Whether a closed window leaves the app running. */
  readonly staysInTray: () => boolean;
  readonly show: () => void;
  /** The person started the app once more, with these arguments, in this folder. */
  readonly onStartedAgain: (argv: readonly string[], folder: string) => void;
  /** The computer woke up. */
  readonly onResume: () => void;
  /** Asks the person when work would be left lying; false keeps the app running. */
  readonly mayQuit: () => Promise<boolean>;
  /** Puts everything down; the app ends after it. */
  readonly stop: () => Promise<void>;
};

export type Life = {
  /** Ends the app in order, without a question, and opens it again. */
  restart(): null;
};

/** The app's life after its start: a second start shows the window, closing may leave the tray, quitting is orderly. */
export function keepRunning({ staysInTray, show, onStartedAgain, onResume, mayQuit, stop }: LifecycleDeps): Life {
  let phase: 'running' | 'asked' | 'told' | 'stopping' | 'stopped' = 'running';

  app.on('second-instance', (_event, argv, folder) => {
    if (!argv.includes('--hidden')) show();
    onStartedAgain(argv, folder);
  });
  app.on('activate', show);
  app.on('window-all-closed', () => {
    if (phase === 'running' && !staysInTray()) app.quit();
  });
  powerMonitor.on('resume', onResume);

  // The system or a script ends us: there is nobody to ask, and a question that stands open is not waited for.
  const endUnasked = () => {
    if (phase === 'asked') void stopNow();
    if (phase === 'running') phase = 'told';
    app.quit();
  };
  powerMonitor.on('shutdown', endUnasked);
  process.on('SIGTERM', endUnasked);
  process.on('SIGINT', endUnasked);

  app.on('before-quit', (event) => {
    if (phase === 'stopped') return;
    event.preventDefault();
    if (phase === 'told') void stopNow();
    if (phase === 'running') void askThenStop();
  });

  async function askThenStop(): Promise<void> {
    phase = 'asked';
    // A question that could not be asked must not keep the app from ending.
    const may = await mayQuit().catch(() => true);
    if (phase !== 'asked') return;
    if (may) await stopNow();
    else phase = 'running';
  }

  async function stopNow(): Promise<void> {
    phase = 'stopping';
    try {
      await stop();
    } finally {
      phase = 'stopped';
      app.quit();
    }
  }

  return {
    restart(): null {
      app.relaunch();
      endUnasked();
      return null;
    },
  };
}
