import { type ClientDeps, type Deadlines, realDeadlines } from './green-api/client.ts';
import { createPacer } from './green-api/pace.ts';
import type { QuickClock } from './quick-clock.ts';

/** A busy computer needs this much for an answer that is on its way, however fast practice's clock runs. */
const shortestMs = 2_000;

/** How the practice account's client keeps time: as fast as the service that it talks to. */
export function practiceClient(clock: QuickClock): ClientDeps {
  const quick = (ms: number) => Math.max(ms / clock.speed(), Math.min(ms, shortestMs));
  const deadlines = (): Deadlines => ({
    connectMs: quick(realDeadlines.connectMs),
    headersMs: quick(realDeadlines.headersMs),
    bodyMs: quick(realDeadlines.bodyMs),
  });
  return { clock, pacer: createPacer({ clock }), deadlines };
}
