/** Lies in every package that was made around a hollow runtime, so that nobody takes it for a release. */
export const hollowNote = 'HOLLOW.txt';

export const hollowSentence = 'Packed without Electron: this can be looked into, but not started.\n';
