import { z } from 'zod';
import { personSchema } from './contact.ts';

/** What a column of a sheet of groups holds. Several columns may be `people`, `name`, `phone`, `admins`; the others are taken once. */
export const sheetRoles = [
  /** The group's name, or the group that the person of the row belongs to. */
  'group',
  /** A person's name; with a number in the `phone` column beside it. */
  'name',
  'phone',
  /** People in one cell: numbers, with names or without, parted by `;` `,` or line breaks. */
  'people',
  /** People who become admins; who is not among the group's people is added to them. */
  'admins',
  /** Yes or no: this person becomes an admin (a row per person). */
  'is-admin',
  /** The first message in the group. */
  'message',
  /** The name of a JPEG that lies beside the file. */
  'picture',
  /** Yes or no: only admins write in this group. */
  'only-admins',
  'leave-out',
] as const;
export type SheetRole = (typeof sheetRoles)[number];

export const sheetShapes = ['row-is-group', 'row-is-person'] as const;
export type SheetShape = (typeof sheetShapes)[number];

/** How a sheet is to be read; what the guess proposes and the person may change. */
export const sheetReadingSchema = z.strictObject({
  /** Which sheet, by its place in the file. */
  table: z.int().min(0),
  /** The line with the headings; null when there is none. */
  headingLine: z.int().min(1).nullable(),
  shape: z.enum(sheetShapes),
  /** One for each column. Empty: guess them for this sheet. */
  roles: z.array(z.enum(sheetRoles)).max(200),
  /** The name from several columns: `{Class} {Year}`, with headings (or letters of columns) in braces; null: the `group` column. */
  namePattern: z.string().max(300).nullable(),
  /** Two letters (ISO 3166-1) for numbers without a country code; null: that of the account. */
  country: z.string().length(2).nullable(),
});
export type SheetReading = z.infer<typeof sheetReadingSchema>;

/** An opened file of groups before anything of it is kept. */
export const sheetPreviewSchema = z.strictObject({
  sheetId: z.string(),
  /** The file's name, for people. */
  file: z.string(),
  kind: z.enum(['csv', 'xlsx']),
  reading: sheetReadingSchema,
  /** The names of the sheets; one without a name for a csv file. */
  sheets: z.array(z.string()),
  /** The headings of the columns, empty where there is none; as many as `reading.roles`. */
  headings: z.array(z.string()),
  /** The first rows under the headings, with their lines; cells as many as `reading.roles`. */
  rows: z.array(z.strictObject({ line: z.int(), cells: z.array(z.string()) })).max(20),
  counts: z.strictObject({
    /** Rows under the headings with anything in them. */
    rows: z.int(),
    groups: z.int(),
    /** People with a number, counted in each group. */
    people: z.int(),
    /** In a group: the fewest, the most, and what is seen most often. */
    fewest: z.int(),
    most: z.int(),
    usual: z.int(),
  }),
  /** The first group as it would be made; null when there is none. */
  first: z.strictObject({ name: z.string(), people: z.int(), names: z.array(z.string()).max(3) }).nullable(),
  /** The calling code that numbers without one get, for people: `+7`; null when there is none to guess by. */
  callingCode: z.string().nullable(),
});
export type SheetPreview = z.infer<typeof sheetPreviewSchema>;

/** What is done in every group of a run after it was made, besides what its row says. */
export const extrasSchema = z.strictObject({
  /** In every group. */
  alwaysAdd: z.array(personSchema).max(50),
  admins: z.array(personSchema).max(50),
  /** The picture's file name; null: none. The picture itself stays in main. */
  picture: z.string().nullable(),
  onlyAdminsWrite: z.boolean(),
  /** Sent into the group once; `{name}` and `{link}` are filled in. Empty: none. */
  message: z.string().max(2000),
});
export type Extras = z.infer<typeof extrasSchema>;

export const noExtras: Extras = { alwaysAdd: [], admins: [], picture: null, onlyAdminsWrite: false, message: '' };
