import { useEffect, useState } from 'preact/hooks';

const afterMs = 400;

/** Appears only when it takes long enough to be noticed, and says what goes on. */
export function Spinner({ words }: { readonly words: string }) {
  const [isSeen, show] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => show(true), afterMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p class="line" role="status">
      {isSeen && <span class="spinner" aria-hidden="true" />}
      {isSeen && <span class="quiet-text">{words}</span>}
    </p>
  );
}
