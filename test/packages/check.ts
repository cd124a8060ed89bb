// `npm run check:packages`: opens every package in dist/ and compares it with what was decided. A line for each, then a line
// for each rule that is broken. Ends with 1 when one is. The figures of dist/ go to test-results/packages.json; a folder that
// is named instead leaves none.
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { artefactsIn, checkArtefact } from './artefacts.ts';
import { type Check, top } from './product.ts';
import { installerScriptTroubles } from './rules/installer-script.ts';

const named = process.argv[2];
const dist = named === undefined ? path.join(top, 'dist') : path.resolve(named);
const scratch = mkdtempSync(path.join(tmpdir(), 'creategroup-packages-'));
const counts = { passed: 0, failed: 0 };

try {
  tell('build/windows/installer.nsh', [{ what: 'script', troubles: installerScriptTroubles(scratch) }]);
  const names = existsSync(dist) ? artefactsIn(dist) : [];
  if (names.length === 0) fail('There is no package: `npm run pack` makes them.');
  for (const name of names) tell(`${name} (${sizeOf(name)})`, await checkOne(name));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
if (named === undefined) keepFigures();
console.log(`Packages: ${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed > 0 ? 1 : 0;

function keepFigures(): void {
  const results = path.join(top, 'test-results');
  mkdirSync(results, { recursive: true });
  writeFileSync(path.join(results, 'packages.json'), `${JSON.stringify(counts)}\n`);
}

async function checkOne(name: string): Promise<readonly Check[]> {
  try {
    return await checkArtefact(path.join(dist, name), path.join(scratch, name));
  } catch (error) {
    return [{ what: 'opening', troubles: [`it could not be read: ${error instanceof Error ? error.message : error}`] }];
  }
}

function sizeOf(name: string): string {
  const state = statSync(path.join(dist, name));
  return state.isFile() ? `${(state.size / 1024 / 1024).toFixed(1)} MB` : 'unpacked';
}

function tell(name: string, checks: readonly Check[]): void {
  console.log(`${name}: ${checks.map(({ what }) => what).join(', ')}`);
  for (const { what, troubles } of checks) {
    if (troubles.length === 0) counts.passed += 1;
    else fail(...troubles.map((trouble) => `${name}, ${what}: ${trouble}`));
  }
}

function fail(...sentences: string[]): void {
  counts.failed += 1;
  for (const sentence of sentences) console.error(`  BROKEN ${sentence}`);
}
