import { pictureMostMb } from '../../core/group-picture.ts';

export const pictureMostBytes = pictureMostMb * 1024 * 1024;

/** Whether these are the bytes of a JPEG that the service takes: GREEN-API setGroupPicture wants JPEG. */
export const isPicture = (bytes: Uint8Array): boolean =>
  bytes.length <= pictureMostBytes && bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
