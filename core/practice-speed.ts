import type { Practice } from './contract/events.ts';

/** How many times as fast practice's waits pass. The service behind them hurries too, but only for runs of hundreds. */
export const practiceSpeed: Readonly<Record<Practice['clock'], { readonly waits: number; readonly service: number }>> =
  {
    real: { waits: 1, service: 1 },
    fast: { waits: 60, service: 1 },
    fastest: { waits: 1200, service: 1200 },
  };
