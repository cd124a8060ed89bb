/** The chapters of the help, in their order. Each is a file of `docs/guide/<language>`; `codes` is written by the build. */
export const helpChapters = [
  'start',
  'new-group',
  'group',
  'check',
  'spreadsheet',
  'people',
  'groups',
  'accounts',
  'practice',
  'keys',
  'codes',
] as const;
export type HelpChapter = (typeof helpChapters)[number];
