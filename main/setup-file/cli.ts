import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Failure } from '../../core/failure.ts';
import { createFormat } from '../../core/i18n/format.ts';
import { sayFailure } from '../../core/i18n/say-failure.ts';
import { createWords } from '../../core/i18n/words.ts';
import { tidyPassphrase } from '../../core/passphrase.ts';
import { setupEnding } from '../../core/setup-ending.ts';
import type { SetupFile } from '../../core/setup-file.ts';
import { askPassphrase, isTyped } from './ask-passphrase.ts';
import { type CliCommand, helpText, readCommand } from './cli-options.ts';
import { readSealed } from './envelope.ts';
import { makeSetup } from './make-setup.ts';
import { openSetup } from './open-setup.ts';
import { endOfUse, readSource } from './read-source.ts';
import { sourceSchemaJson } from './source-schema.ts';
import { writePrivate } from './write-private.ts';

/** Why the command ends without what it was asked for; a sentence a line. */
class GivenUp extends Error {}

const say = createWords('en');
const format = createFormat('en');
const ways = {
  env: process.env,
  input: process.stdin,
  say: (text: string) => void process.stderr.write(text),
};

try {
  const command = readCommand(process.argv.slice(2));
  if (!command.ok) throw new GivenUp(`${command.failure} --help says what there is.`);
  await run(command.value);
} catch (error) {
  if (!(error instanceof GivenUp)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

async function run(command: CliCommand): Promise<void> {
  switch (command.is) {
    case 'help':
      return void process.stdout.write(helpText);
    case 'make':
      return make(command);
    case 'show':
      return show(command.file);
    case 'schema':
      return void process.stdout.write(sourceSchemaJson());
  }
}

async function make({ from, out, overwrite }: Extract<CliCommand, { is: 'make' }>): Promise<void> {
  if (!out.toLowerCase().endsWith(setupEnding)) throw new GivenUp(`The name after --out must end with ${setupEnding}.`);
  const source = readSource(read(from).toString('utf8'));
  if (!source.ok) throw new GivenUp(source.failure.map((problem) => `${from}: ${problem}`).join('\n'));
  const { expires, lists = [], label, accounts, policy } = source.value;
  const madeAtMs = Date.now();
  const expiresAtMs = endOfUse(expires);
  if (expiresAtMs !== null && expiresAtMs <= madeAtMs) throw new GivenUp(`${from}: expires: this is over already.`);

  const passphrase = await passphraseFor('Passphrase for the file: ');
  if (isTyped(ways)) {
    const again = await passphraseFor('The same once more: ');
    if (tidyPassphrase(again) !== tidyPassphrase(passphrase)) throw new GivenUp('The two are not the same.');
  }
  const file = path.basename(out);
  const made = await makeSetup({ label, accounts, lists, policy, madeAtMs, expiresAtMs, passphrase, file });
  if (!made.ok) throw new GivenUp(sentence(made.failure));
  write(out, made.value, overwrite);
  process.stdout.write(`${out} is made (accounts: ${accounts.length}, lists: ${lists.length}).\n`);
}

function write(file: string, content: string, overwrite: boolean): void {
  let isWritten: boolean;
  try {
    isWritten = writePrivate(file, content, overwrite);
  } catch {
    throw new GivenUp(`${file} cannot be written.`);
  }
  if (!isWritten) throw new GivenUp(`${file} is there already; --overwrite replaces it.`);
}

async function show(file: string): Promise<void> {
  const name = path.basename(file);
  const sealed = readSealed(read(file), name);
  if (!sealed.ok) throw new GivenUp(sentence(sealed.failure));
  const passphrase = await passphraseFor('Passphrase: ');
  // An administrator may look into a file that nobody can use any more.
  const opened = await openSetup({ sealed: sealed.value, file: name, passphrase, nowMs: 0 });
  if (!opened.ok) throw new GivenUp(sentence(opened.failure));
  process.stdout.write(`${JSON.stringify(withoutKeys(opened.value), null, 2)}\n`);
}

/** The last four characters tell one key from another. */
function withoutKeys({ accounts, ...setup }: SetupFile) {
  const shown = accounts.map(({ apiTokenInstance, ...account }) => ({
    ...account,
    keyEnd: apiTokenInstance.slice(-4),
  }));
  return { ...setup, accounts: shown };
}

async function passphraseFor(question: string): Promise<string> {
  const passphrase = await askPassphrase(question, ways);
  if (passphrase === null) throw new GivenUp('Given up.');
  if (passphrase.trim() === '') throw new GivenUp('There is no passphrase.');
  return passphrase;
}

function read(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new GivenUp(`${file} cannot be read.`);
  }
}

function sentence(failure: Failure): string {
  return sayFailure(failure, { say, format, nowMs: Date.now(), about: 'reading' });
}
