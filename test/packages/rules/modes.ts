/** One file of a package: its mode as `ls` writes it, and whose it is. */
export type Packed = { readonly name: string; readonly mode: string; readonly owner: string };

/** Whatever is installed belongs to root, and nobody else may change it or gains rights by running it. */
export const modeTroubles = (files: readonly Packed[]): readonly string[] =>
  files.flatMap(({ name, mode, owner }) => [
    ...(owner === 'root/root' ? [] : [`${name} belongs to ${owner}`]),
    ...(/^(-rwxr-xr-x|-rw-r--r--|drwxr-xr-x|l.*)$/.test(mode) ? [] : [`${name} has the mode ${mode}`]),
  ]);
