/** The sheet of keys. */
export const keys = {
  title: 'Keys',
  help: 'Help about this screen',
  close: 'Close what is open on top',
  zoom: 'Larger, smaller, actual size',
  move: 'Move in a list',
  choose: 'Choose',
  space: 'Space',
  chooseSeveral: 'Choose several',
  chooseAll: 'Choose all',
} as const;
