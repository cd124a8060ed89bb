/** The headings of files that are written. The first four are among those that are known again when a file is read. */
export const peopleFile = {
  name: 'Name',
  phone: 'Phone',
  note: 'Note',
  lists: 'Lists',
  people: 'People',
  leftOut: 'Left out',
  line: 'Line or card',
  text: 'What stands there',
  reason: 'Why it was left out',
} as const;
