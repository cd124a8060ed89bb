import { existsSync } from 'node:fs';

const usual: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: [
    '/usr/lib/chromium/chromium', // Debian's own: its wrapper in /usr/bin adds switches of its own
    '/usr/lib/chromium-browser/chromium-browser',
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
    '/opt/google/chrome/chrome',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
};

/** The Chromium of this machine: the one named by STANDIN_CHROMIUM, the system's, or Playwright's; null when there is none. */
export async function findChromium(): Promise<string | null> {
  const named = process.env.STANDIN_CHROMIUM;
  if (named) return existsSync(named) ? named : null;
  const system = usual[process.platform]?.find((file) => existsSync(file));
  if (system) return system;
  const { chromium } = await import('@playwright/test'); // slow to load, so only when it is needed
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null;
}

if (import.meta.main) {
  const found = await findChromium();
  console.log(found ?? '');
  process.exitCode = found ? 0 : 1;
}
