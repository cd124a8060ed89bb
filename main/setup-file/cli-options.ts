import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../../core/result.ts';

/** What the command line asks for. */
export type CliCommand =
  | { readonly is: 'help' }
  | { readonly is: 'schema' }
  | { readonly is: 'make'; readonly from: string; readonly out: string; readonly overwrite: boolean }
  | { readonly is: 'show'; readonly file: string };

export const helpText = `Set-up files of CreateGroup.

  npm run setup-file -- make --from setup.json --out for-anna.creategroup
      Seals what setup.json says; docs/admin/setup-template.json is one to begin with. --overwrite replaces the file.

  npm run setup-file -- show for-anna.creategroup
      Tells what is in a file, without keys.

  npm run setup-file -- schema
      Prints the JSON schema of setup.json, for editors.

The passphrase is asked for on the terminal and not shown. Scripts give it in the variable CREATEGROUP_PASSPHRASE, or as
the first line of the input; never as an argument, for other people of the computer can read those.
`;

const flags = {
  help: { type: 'boolean', short: 'h' },
  from: { type: 'string' },
  out: { type: 'string' },
  overwrite: { type: 'boolean' },
} as const;

/** Reads the command line; the failure is a sentence for the person who typed it. */
export function readCommand(args: readonly string[]): Result<CliCommand, string> {
  const { values, positionals, tokens } = parseArgs({
    ...{ args: [...args], options: flags, strict: false, allowPositionals: true, tokens: true },
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    if (/^(pass|password|passphrase)$/i.test(token.name)) {
      return err('A passphrase is never an argument: other people of the computer can read it there.');
    }
    if (!Object.hasOwn(flags, token.name)) return err(`There is no flag ${token.rawName}.`);
    if ((token.name === 'from' || token.name === 'out') && !token.value) return err(`${token.rawName} needs a file.`);
  }
  const [verb, ...rest] = positionals;
  if (values.help || verb === undefined) return ok({ is: 'help' });
  const [file, ...more] = rest;
  if (verb === 'show') {
    if (file === undefined || more.length > 0) return err('show needs one file.');
    return ok({ is: 'show', file });
  }
  if (verb === 'schema') return ok({ is: 'schema' });
  if (verb !== 'make') return err(`“${verb}” is neither make nor show.`);
  if (file !== undefined) return err(`“${file}” is too much: make needs --from and --out.`);
  const { from, out } = values;
  if (typeof from !== 'string' || typeof out !== 'string') return err('make needs --from and --out.');
  return ok({ is: 'make', from, out, overwrite: values.overwrite === true });
}
