import type { Result } from '../../core/result.ts';

/** What is saved: its words in the dialog, and the ending of its name. */
export type SavedKind = 'template' | 'problems' | 'results' | 'pages';

/** A page for a created group, for printing. */
export type GroupPage = { readonly name: string; readonly link: string; readonly people: readonly string[] };

/** `outside`: the name leads out of the folder of the file. `not-read`: it is there, and not ours to read. */
export type FoundBeside =
  | { readonly is: 'found'; readonly bytes: Uint8Array }
  | { readonly is: 'missing' | 'outside' | 'too-big' | 'not-read' };

/** What runs need of the desktop: choosing and saving files, and printing. Main's own folder `electron` implements it. */
export type RunFiles = {
  /** Asks for a spreadsheet and reads it; null when the person cancels. `not-read`. */
  choose(): Promise<Result<{ readonly name: string; readonly path: string; readonly bytes: Uint8Array } | null>>;
  /** Asks for a JPEG. */
  choosePicture(): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array } | null>>;
  /** Asks where, and writes what `make` answers. `of` is the file of the run, for the proposed name. `not-saved`. */
  save(
    what: { readonly kind: SavedKind; readonly format: 'xlsx' | 'csv' | 'pdf'; readonly of: string },
    make: () => Promise<Result<Uint8Array>>,
  ): Promise<Result<{ saved: boolean }>>;
  /** One page for each group, as PDF. */
  print(pages: readonly GroupPage[]): Promise<Result<Uint8Array>>;
  /** Writes a file beside another without asking; answers its name. An older one of the same name is replaced. `not-saved`. */
  writeBeside(path: string, name: string, bytes: Uint8Array): Promise<Result<string>>;
  /**
   * Reads a file of at most `mostBytes` in the folder of another, or under that folder, never outside of it. The name may be
   * written in other cases than it has on the disk, with `/` or `\\` between folders, and without `.jpg`.
   */
  readBeside(path: string, name: string, mostBytes: number): Promise<FoundBeside>;
  /** Whether this very file, with these bytes, lies at the path: then a dropped file may be written beside. */
  isAt(path: string, bytes: Uint8Array): Promise<boolean>;
  /** Shows the file in its folder. */
  show(path: string): void;
};
