import { useEffect, useReducer } from 'preact/hooks';
import { useStates } from '../../states.ts';

/** A timer of more days than this would overflow; the screen is drawn again long before. */
const longestMs = 86_400_000;

/** The time now (wall time in ms). Draws anew when `atMs` has come. */
export function useNow(atMs: number | null): number {
  const { clock } = useStates();
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    const delayMs = (atMs ?? 0) - clock.now();
    if (atMs === null || delayMs <= 0 || delayMs > longestMs) return;
    return clock.after(delayMs + 1, () => drawAgain(0));
  }, [atMs, clock]);
  return clock.now();
}
