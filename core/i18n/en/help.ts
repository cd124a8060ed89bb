export const help = {
  title: 'Help',
  contents: 'Contents',
  keys: 'Keys',
  codes: 'Codes for the administrator',
  codesText: 'Below a sentence there is often a code. This is what the program says with each of them.',
  code: 'Code',
  sentence: 'What the program says',
} as const;
