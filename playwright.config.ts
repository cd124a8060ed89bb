import { defineConfig } from '@playwright/test';
import { hasElectron, runtimeEnv } from './build/tasks/electron-runtime.mjs';

// The only switch: without Electron's runtime, the package `electron` names the stand-in instead. The specs are the same.
Object.assign(process.env, runtimeEnv(hasElectron() ? 'electron' : 'stand-in'));

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  timeout: 60_000,
  workers: 2,
  // On a machine of one's own a test that fails once is broken. Where changes land, a second try tells load from a fault,
  // and is counted and said as such.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
});
