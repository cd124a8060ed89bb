import { type PictureTrouble, pictureMostMb, picturesMostMb } from '../group-picture.ts';
import type { Say } from './say.ts';

/** Why the picture `name` of a row cannot be used, and what to do about it. */
export const sayPicture = (say: Say, name: string, why: PictureTrouble): string =>
  say(`picture.${why}`, { name, most: why === 'too-many' ? picturesMostMb : pictureMostMb });
