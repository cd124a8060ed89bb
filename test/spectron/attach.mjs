import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Application } from 'spectron';
import ChromeDriver from 'spectron/lib/chrome-driver.js';

const top = path.resolve(import.meta.dirname, '../..');
/** The executable: Electron's own, or the one that ELECTRON_OVERRIDE_DIST_PATH names. */
const electron = createRequire(path.join(top, 'package.json'))('electron');

// Spectron asks ChromeDriver for its state through got 11, which ends the process on a Node newer than 20.
ChromeDriver.prototype.isRunning = function (answer) {
  fetch(this.statusUrl).then(
    async (response) => answer((await response.json()).value.ready),
    () => answer(false),
  );
};

/**
 * Starts the built app with an empty profile and attaches Spectron to it. Spectron's own launcher is left out: it
 * breaks on a Node newer than 16, and its `app.browserWindow` would need Node inside the page.
 */
export async function startAttached(folder = top) {
  const profile = mkdtempSync(path.join(tmpdir(), 'creategroup-spectron-'));
  const args = ['.', '--remote-debugging-port=0', `--user-data-dir=${profile}`, '--lang=en-GB'];
  if (process.getuid?.() === 0) args.push('--no-sandbox'); // Chromium refuses to run as root with its sandbox
  const app = spawn(electron, args, {
    cwd: folder,
    env: { ...process.env, LANGUAGE: 'en', LANG: 'en_GB.UTF-8' },
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  const spectron = new Application({
    path: '/usr/bin/true', // asked for, but not run: the app is running already
    port: await freePort(),
    webdriverOptions: {
      logLevel: 'error',
      capabilities: {
        browserName: 'chrome',
        'goog:chromeOptions': { debuggerAddress: await debuggerOf(app), windowTypes: ['app', 'webview'] },
      },
    },
  });
  await spectron.start();

  return {
    client: spectron.client,
    async stop() {
      await spectron.client.deleteSession();
      await spectron.chromeDriver.stop();
      app.kill('SIGTERM');
      if (app.exitCode === null) await new Promise((resolve) => app.once('exit', resolve));
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Chromium prints where it listens; what else the app writes is passed on. */
function debuggerOf(app) {
  return new Promise((resolve, reject) => {
    let printed = '';
    app.stderr.on('data', (chunk) => {
      process.stderr.write(chunk);
      printed += chunk;
      const address = /DevTools listening on ws:\/\/([\d.]+:\d+)\//.exec(printed)?.[1];
      if (address) resolve(address);
    });
    app.once('error', reject);
    app.once('exit', (code) => reject(new Error(`The app ended with ${code} before it was attached to.`)));
  });
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
