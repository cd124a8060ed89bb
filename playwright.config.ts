import { defineConfig } from '@playwright/test';
import { hasElectron, runtimeEnv } from './build/tasks/electron-runtime.mjs';

// The only switch: without Electron's runtime, the package `electron` names the stand-in instead. The specs are the same.
Object.assign(process.env, runtimeEnv(hasElectron() ? 'electron' : 'stand-in'));

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  timeout: 60_000,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
});
