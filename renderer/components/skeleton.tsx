/** Rows still to come; they keep the layout. */
export function Skeleton({ rows }: { readonly rows: number }) {
  return (
    <div aria-hidden="true">
      {Array.from({ length: rows }, (_, index) => (
        <div class="row" key={index}>
          <span class={`skeleton width-${index % 3}`} />
        </div>
      ))}
    </div>
  );
}
