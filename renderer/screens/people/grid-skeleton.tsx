/** The rows that are on their way, in the shape they will have. */
export function GridSkeleton() {
  return (
    <div class="people-scroll" aria-hidden="true">
      <div class="rows-head people-grid" />
      {Array.from({ length: 24 }, (_, index) => (
        <div class="row people-grid" key={index}>
          <span />
          <span class={`skeleton width-${index % 3}`} />
          <span class="skeleton" />
          <span class="skeleton width-0 in-lists" />
          <span class="skeleton width-0" />
        </div>
      ))}
    </div>
  );
}
