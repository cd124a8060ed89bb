/** Time as an argument: the system's in the app, a hand-turned one in tests. */
export type Clock = {
  /** Wall time in ms since 1970. It may jump: the person, NTP and sleep move it. */
  now(): number;
  /** Ms from an arbitrary start. It never goes back and stops at no jump of the wall clock. */
  monotonic(): number;
  /** Calls `run` once after `delayMs`; the answer cancels it. */
  after(delayMs: number, run: () => void): () => void;
};
