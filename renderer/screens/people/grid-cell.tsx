import type { ComponentChildren } from 'preact';

type GridCellProps = {
  readonly class?: string;
  readonly title?: string | undefined;
  readonly children?: ComponentChildren;
};

/** One place of a row. The list is no `<table>`: only the rows in view are drawn, and they are moved to their places. */
export function GridCell(props: GridCellProps) {
  // biome-ignore lint/a11y/useSemanticElements: see above.
  // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and points at rows.
  return <span role="gridcell" {...props} />;
}

type GridColumnProps = {
  readonly class?: string;
  readonly sort?: 'ascending' | 'descending' | 'none';
  readonly children: ComponentChildren;
};

/** The head of a column. */
export function GridColumn({ sort, ...props }: GridColumnProps) {
  // biome-ignore lint/a11y/useSemanticElements: as above.
  // biome-ignore lint/a11y/useFocusableInteractive: what can be done is a button inside.
  return <span role="columnheader" aria-sort={sort} {...props} />;
}
