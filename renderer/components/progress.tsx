type ProgressProps = { readonly label: string; readonly done: number; readonly total: number };

/** Real steps: how many of how many. */
export function Progress({ label, done, total }: ProgressProps) {
  return <progress class="progress" aria-label={label} max={Math.max(1, total)} value={done} />;
}
