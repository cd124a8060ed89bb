import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { createFormat } from '../../core/i18n/format.ts';
import { sayFailure } from '../../core/i18n/say-failure.ts';
import { createWords } from '../../core/i18n/words.ts';
import { policyJsonSchema } from './policy-json-schema.ts';
import { readPolicy } from './read-policy.ts';

const help = `npm run policy -- check FILE    says whether the app would go by this policy, and what is wrong if not
npm run policy -- schema FILE   writes the JSON schema of policies
`;

const [command, file] = process.argv.slice(2);
if (file === undefined || (command !== 'check' && command !== 'schema')) {
  process.stderr.write(help);
  process.exitCode = 2;
} else if (command === 'check') check(path.resolve(file));
else writeFileSync(file, policyJsonSchema());

/** Whose file it is counts on the machine where it is to hold, not where it is written. */
function check(checked: string): void {
  const read = readPolicy({ file: checked, mustBeProtected: false });
  if (read?.ok) {
    process.stdout.write(`Good: ${Object.keys(read.value).join(', ')}\n`);
    return;
  }
  const words = { say: createWords('en'), format: createFormat('en'), nowMs: Date.now(), about: 'reading' } as const;
  process.stderr.write(read ? `${sayFailure(read.failure, words)}\n` : `There is no file ${checked}\n`);
  process.exitCode = 1;
}
