/** One measured promise of docs: what is measured, against what, and whether it holds. */
export type Row = {
  readonly id: string;
  readonly what: string;
  readonly promise: string;
  measure(): Promise<Measured>;
};

/** `ours` and `reference` in `unit`; `reference` is null where the promise is a plain limit. */
export type Measured = {
  readonly unit: 'ms' | 'kB' | 'MB' | '%';
  readonly ours: number;
  readonly reference: number | null;
  readonly ratio: number | null;
  readonly held: boolean;
  /** Said beside the row where a single figure does not say it all. */
  readonly note?: string;
};
