import type { Result } from '../../core/result.ts';

/** What is saved: its words in the dialog, and the ending of its name. */
export type SavedKind = 'template' | 'problems' | 'results' | 'pages';

/** A page for a created group, for printing. */
export type GroupPage = { readonly name: string; readonly link: string; readonly people: readonly string[] };

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
  /** Whether this very file, with these bytes, lies at the path: then a dropped file may be written beside. */
  isAt(path: string, bytes: Uint8Array): Promise<boolean>;
  /** Shows the file in its folder. */
  show(path: string): void;
};
