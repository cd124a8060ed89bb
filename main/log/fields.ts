/** Everything that a line may tell besides its event. None of it names a person, a group or a secret. */
const fieldNames = [
  'account',
  'added',
  'arch',
  'attempt',
  'backup',
  'call',
  'code',
  'count',
  'exitCode',
  'field',
  'file',
  'how',
  'job',
  'kind',
  'ms',
  'opening',
  'outcome',
  'platform',
  'proof',
  'reason',
  'state',
  'status',
  'step',
  'table',
  'version',
] as const;

export type LogFields = { readonly [Name in (typeof fieldNames)[number]]?: string | number | boolean | null };

/** Codes, ids and versions; a sentence, a name with a space or a path is none of them. */
const isWord = (text: string): boolean => /^[\w.:-]{0,80}$/.test(text);

/** The fields that the list knows; a text that is no single word is told as its length alone. */
export function keepFields(fields: LogFields = {}): LogFields {
  const kept = fieldNames.flatMap((name) => {
    const value = fields[name];
    if (value === undefined) return [];
    return [[name, typeof value === 'string' && !isWord(value) ? `(${value.length} characters)` : value]];
  });
  return Object.fromEntries(kept);
}
