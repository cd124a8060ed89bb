/** A picture for a group is a JPEG (GREEN-API setGroupPicture) of at most this size. */
export const pictureMostMb = 5;
/** All different pictures that the rows of one file name: they are kept with the run. */
export const picturesMostMb = 200;

/**
 * Why a picture that a row names cannot be used. `outside`: it is not in the folder of the spreadsheet · `no-folder`: nobody
 * knows where that is · `too-many`: all pictures together are over `picturesMostMb`.
 */
export const pictureTroubles = [
  'missing',
  'outside',
  'no-folder',
  'not-jpeg',
  'too-big',
  'too-many',
  'not-read',
] as const;
export type PictureTrouble = (typeof pictureTroubles)[number];
