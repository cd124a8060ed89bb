export const pictureMostMb = 5;

/** Whether these are the bytes of a JPEG that the service takes: GREEN-API setGroupPicture wants JPEG. */
export const isPicture = (bytes: Uint8Array): boolean =>
  bytes.length <= pictureMostMb * 1024 * 1024 && bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
