import { z } from 'zod';

/** What a column of a table of people holds. Several columns may be `phone` or `list`; the others are taken once. */
export const columnRoles = [
  'name',
  'first-name',
  'last-name',
  'middle-name',
  'phone',
  'note',
  'list',
  'leave-out',
] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** Why a line of a file gives nobody. */
export const badLineReasons = [
  'no-number',
  'too-short',
  'too-long',
  'letters',
  'not-a-number',
  'extension',
  'rounded',
  'damaged',
] as const;
export const badLineSchema = z.strictObject({
  /** As the program shows it that wrote the file, from 1. */
  line: z.int(),
  /** What stands there, shortened. */
  text: z.string().max(200),
  reason: z.enum(badLineReasons),
});
export type BadLine = z.infer<typeof badLineSchema>;

/** How a table is to be read; what the guess proposes and the person may change. A vCard file has none. */
export const tableReadingSchema = z.strictObject({
  /** Which sheet, by its place in the file. */
  table: z.int().min(0),
  /** The line with the headings; null when there is none. */
  headingLine: z.int().min(1).nullable(),
  roles: z.array(z.enum(columnRoles)).max(200),
});
export type TableReading = z.infer<typeof tableReadingSchema>;

/** An opened file before anything of it is kept. */
export const peoplePreviewSchema = z.strictObject({
  importId: z.string(),
  /** The name of the file, for people; empty for pasted text. */
  file: z.string(),
  kind: z.enum(['csv', 'xlsx', 'vcard', 'text']),
  /** Null for a vCard file: it says itself what is what. */
  table: z
    .strictObject({
      reading: tableReadingSchema,
      /** The names of the sheets; one without a name for a csv file. */
      sheets: z.array(z.string()),
      /** The headings of the columns, empty where there is none; as many as `reading.roles`. */
      headings: z.array(z.string()),
      /** The first rows under the headings, each as long as `reading.roles`. */
      rows: z.array(z.array(z.string())).max(20),
    })
    .nullable(),
  /** The first people that it gives, as they would be kept. */
  people: z.array(z.strictObject({ name: z.string(), phone: z.string(), note: z.string() })).max(20),
  counts: z.strictObject({
    /** Lines or cards with anything in them. */
    lines: z.int(),
    /** People with a number, each once. */
    people: z.int(),
    /** Of them: not among the contacts yet. */
    added: z.int(),
    /** Of them: known under another name; the better name is kept, and a name given by hand stays. */
    changed: z.int(),
    /** Of them: numbers that were mended on the way (`8 912 …` → `+7 912 …`). */
    repaired: z.int(),
    /** Lines that repeat somebody. */
    repeated: z.int(),
    bad: z.int(),
  }),
  /** The first bad lines; all of them can be saved. */
  bad: z.array(badLineSchema).max(50),
  /** A name for the list of these people: the file's name without its ending. */
  listName: z.string(),
});
export type PeoplePreview = z.infer<typeof peoplePreviewSchema>;
