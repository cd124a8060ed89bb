import { parseApiUrl } from '../../core/api-url.ts';
import { readPhone } from '../../core/phone.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { type SetupSource, setupSourceSchema } from '../../core/setup-file.ts';

/** What a setup.json says. Its problems name the place in it, never what stands there: it may be a key. */
export function readSource(text: string): Result<SetupSource, readonly string[]> {
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return err(['This is no JSON: look for a comma or a quotation mark that is missing.']);
  }
  const read = setupSourceSchema.safeParse(content);
  if (!read.success) return err(read.error.issues.map(problemOf));
  const problems = [...addressProblems(read.data), ...numberProblems(read.data)];
  return problems.length > 0 ? err(problems) : ok(read.data);
}

const addressProblems = ({ accounts, policy }: SetupSource): string[] =>
  accounts.flatMap(({ apiUrl }, place) => {
    const rules = { allowLoopback: false, allowedHosts: policy?.allowedHosts ?? [] };
    if (apiUrl === undefined || parseApiUrl(apiUrl, rules) !== null) return [];
    return [`accounts.${place}.apiUrl: this is not an address of the service.`];
  });

const numberProblems = ({ lists = [] }: SetupSource): string[] =>
  lists.flatMap(({ people }, list) =>
    people.flatMap(({ phone }, person) =>
      readPhone(phone, null).at === 'ready' ? [] : [`lists.${list}.people.${person}.phone: this is no full number.`],
    ),
  );

/**
 * When a file ends, in ms since 1970: a day alone ends with its last moment, by the clock of this computer. Null: never.
 */
export function endOfUse(expires: SetupSource['expires']): number | null {
  if (expires === null || expires === undefined) return null;
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(expires);
  if (!day) return Date.parse(expires);
  return new Date(Number(day[1]), Number(day[2]) - 1, Number(day[3]) + 1).getTime();
}

type Issue = { readonly code: string; readonly path: readonly PropertyKey[]; readonly keys?: readonly string[] };

function problemOf(issue: Issue): string {
  const place = issue.path.map(String).join('.') || 'the file';
  switch (issue.code) {
    case 'unrecognized_keys':
      return `${place}: there is no ${issue.keys?.map((key) => `“${key}”`).join(', ')} here.`;
    case 'too_big':
      return `${place}: this is too much or too long.`;
    case 'too_small':
      return `${place}: here something is missing.`;
    case 'invalid_type':
      return `${place}: this is missing, or of another kind.`;
    default:
      return `${place}: this has another form than it must have.`;
  }
}
