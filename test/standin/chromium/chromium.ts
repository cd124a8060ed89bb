import { spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { createConnection, type Session } from './cdp.ts';
import { readyProfile } from './profile.ts';

export type Chromium = {
  readonly browser: Session;
  readonly session: (sessionId: string) => Session;
  /** Where a test runner attaches; null when no debugging port was asked for. */
  readonly endpoint: string | null;
  readonly exited: Promise<void>;
  /** Opens a window without tabs and address, for people to look at; null when there is no display. */
  readonly openAppWindow: (() => void) | null;
  /** Writes everything down and ends; after three seconds by force. */
  close(): Promise<void>;
};

type ChromiumOptions = {
  readonly executable: string;
  readonly profile: string;
  readonly isHeaded: boolean;
  readonly debuggingPort: number | null;
  /** Whole switches, such as `--lang=ru`. They show in the process list, so nothing secret may be among them. */
  readonly switches: readonly string[];
};

const ownSwitches = [
  '--no-startup-window',
  '--keep-alive-for-test', // a tray app lives on without a window
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-gpu',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-popup-blocking',
  '--disable-dev-shm-usage',
  '--password-store=basic',
  '--remote-debugging-pipe',
];

/**
 * Starts Chromium and speaks to it over a pipe (file descriptors 3 and 4): when this process dies, however it dies, the
 * pipe closes and Chromium goes too.
 */
export async function startChromium(options: ChromiumOptions): Promise<Chromium> {
  const { executable, profile, isHeaded, debuggingPort, switches } = options;
  // Chromium's sandbox refuses to run as root; `test-type` keeps it from saying so on top of every window.
  const forRoot = process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : [];
  const basics = [...forRoot, `--user-data-dir=${await readyProfile(profile)}`];
  const child = spawn(
    executable,
    [
      ...(isHeaded ? [] : ['--headless=new']),
      ...basics,
      ...ownSwitches,
      ...(debuggingPort === null ? [] : [`--remote-debugging-port=${debuggingPort}`]),
      ...switches,
    ],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] },
  );
  // stdio says that both are pipes; the types of spawn do not go as far as the fifth.
  const input = child.stdio[4] as Readable;
  const output = child.stdio[3] as Writable;
  output.on('error', () => {}); // a write after the end: `exited` tells it

  const connection = createConnection(output);
  readMessages(input, connection.receive);
  const exited = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => {
      connection.close();
      resolve();
    });
  });
  const endpoint = await endpointIn(child.stderr as Readable, debuggingPort, exited); // 'pipe' above

  return {
    browser: connection.browser,
    session: connection.session,
    endpoint,
    exited,
    // A second Chromium on the profile hands its wish to the first and ends; the protocol has no such command.
    openAppWindow: isHeaded
      ? () => void spawn(executable, [...basics, '--app=data:text/html,'], { stdio: 'ignore' })
      : null,
    async close() {
      connection.browser.send('Browser.close').catch(() => {}); // it may go before it answers
      const force = setTimeout(() => child.kill('SIGKILL'), 3000);
      await exited;
      clearTimeout(force);
    },
  };
}

/** Messages end with a zero byte and come in pieces. */
function readMessages(input: Readable, receive: (text: string) => void): void {
  let pieces: Buffer[] = [];
  input.on('data', (chunk: Buffer) => {
    let rest = chunk;
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      const text = Buffer.concat([...pieces, rest.subarray(0, end)]).toString('utf8');
      pieces = [];
      rest = rest.subarray(end + 1);
      receive(text);
    }
    if (rest.length > 0) pieces.push(rest);
  });
}

/** Chromium prints its endpoint on stderr; the rest of what it says there is of use to nobody but who asks for it. */
function endpointIn(stderr: Readable, debuggingPort: number | null, exited: Promise<void>): Promise<string | null> {
  return new Promise((resolve, reject) => {
    let said = '';
    stderr.setEncoding('utf8').on('data', (text: string) => {
      if (process.env.STANDIN_VERBOSE) process.stderr.write(text);
      said = (said + text).slice(-4000);
      const found = /^DevTools listening on (ws:\/\/\S+)$/m.exec(said)?.[1];
      if (found) resolve(found);
    });
    if (debuggingPort === null) resolve(null);
    exited.then(() => reject(new Error(`Chromium ended at once:\n${said}`)), reject);
  });
}
