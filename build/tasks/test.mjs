// `npm test`: installs what is missing, builds what is stale, runs Vitest (units, the parts together, faults) and then
// Playwright (the whole app), and sums up. `npm test -- unit` and `npm run test:e2e` run one of the two; what comes after
// goes to its runner: `npm run test:e2e -- sheet.spec.ts`.
// The figures come from the runners' own reports and go to test-results/summary.json.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildIfStale } from './build-if-stale.mjs';
import { needChromium } from './chromium.mjs';
import { chooseRuntime } from './electron-runtime.mjs';
import { installWhatIsMissing } from './install.mjs';
import { runTree } from './process-tree.mjs';
import { bin, node, top } from './top.mjs';

const results = path.join(top, 'test-results');

const suites = {
  unit: {
    args: [
      bin('vitest', 'vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      '--outputFile.json=test-results/vitest.json',
    ],
    report: 'vitest.json',
    count: ({ numPassedTests, numFailedTests, testResults }) => ({
      passed: numPassedTests,
      // A file that cannot even be read has no tests that could fail.
      failed:
        numFailedTests +
        testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length,
    }),
  },
  e2e: {
    args: [bin('@playwright/test', 'cli.js'), 'test'],
    report: 'playwright.json',
    count: ({ stats, errors }) => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected + errors.length,
      secondTry: stats.flaky,
    }),
  },
};

installWhatIsMissing();
const runtime = chooseRuntime();
if (runtime === 'stand-in') needChromium();
await buildIfStale();

const [only, ...rest] = process.argv.slice(2);
const wanted = only === undefined ? Object.keys(suites) : [only];
const counted = {};
for (const name of wanted) counted[name] = await runSuite({ ...suites[name], args: [...suites[name].args, ...rest] });
sumUp();

async function runSuite({ args, report, count }) {
  const file = path.join(results, report);
  rmSync(file, { force: true });
  const code = await runTree(node, args);
  const counts = existsSync(file) ? count(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 1 };
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function sumUp() {
  const sum = (kind) => Object.values(counted).reduce((total, counts) => total + counts[kind], 0);
  const passed = sum('passed');
  const failed = sum('failed');
  mkdirSync(results, { recursive: true });
  writeFileSync(
    path.join(results, 'summary.json'),
    `${JSON.stringify({ passed, failed, runtime, ...counted }, null, 2)}\n`,
  );
  for (const [name, counts] of Object.entries(counted))
    console.log(
      `${name}: ${counts.passed} passed (${counts.secondTry ?? 0} at the second try), ${counts.failed} failed`,
    );
  console.log(`On ${runtime === 'electron' ? 'Electron' : 'the stand-in'}: ${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}
