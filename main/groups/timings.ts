const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Every span the engine waits for or measures by, in ms. */
export const realTimings = {
  /** A minute of a plan. */
  minuteMs: minute,
  /** GREEN-API's CreateGroup page: at most one group in 5 minutes. */
  paceMs: 5 * minute,
  /** Until the next try after a proved non-send or a list that could not be read. */
  retryDelaysMs: [5 * second, 30 * second, 2 * minute, 10 * minute, 10 * minute, 10 * minute],
  /** Between two looks whether the connection or the account is back. */
  pollMs: 10 * minute,
  /** The instance is starting: how long to wait, and the list of tries is as long as that may happen. */
  startingDelaysMs: Array.from({ length: 10 }, () => 30 * second),
  /** HTTP 429. */
  tooFastDelaysMs: [1, 2, 4, 8, 16].map((times) => times * minute),
  /** When the groups are read after an attempt ended without proof; then every hour for a day. */
  reconcileDelaysMs: [30 * second, 2 * minute, 10 * minute, 15 * minute],
  reconcileEveryMs: hour,
  reconcileForMs: day,
  /** Readings closer to each other than this count as one: the service reads the phone's chats anew at most once a minute. */
  readsApartMs: minute,
  /** How long the groups must have been looked for before a person may say that there is none. */
  denyAfterMs: 10 * minute,
  /** When to look who is in a new group. */
  membershipDelaysMs: [5 * second, minute, 10 * minute],
  /** Between two people of a run who are helped into their groups. */
  helpGapMs: 15 * second,
  /** How old the list of groups may be when something is sent. */
  groupsMaxAgeMs: 15 * minute,
  /** How long quitting waits for what is on the wire. */
  stopGraceMs: 5 * second,
  /** Connect, headers and body of CreateGroup together. */
  deadlineMs: 130 * second,
  /** A group made by an attempt was made between so long before its intent and so long after its deadline. */
  windowBeforeMs: 2 * minute,
  windowAfterMs: 5 * minute,
  /** How far back the duplicate guard looks. */
  duplicateMs: 30 * day,
};

export type Timings = typeof realTimings;

/** Shorter waits for practice and tests. What is measured by the service's own clock stays as it is. */
export function scaleTimings(timings: Timings, factor: number): Timings {
  const scale = (ms: number) => ms * factor;
  return {
    ...timings,
    minuteMs: scale(timings.minuteMs),
    paceMs: scale(timings.paceMs),
    retryDelaysMs: timings.retryDelaysMs.map(scale),
    pollMs: scale(timings.pollMs),
    startingDelaysMs: timings.startingDelaysMs.map(scale),
    tooFastDelaysMs: timings.tooFastDelaysMs.map(scale),
    reconcileDelaysMs: timings.reconcileDelaysMs.map(scale),
    reconcileEveryMs: scale(timings.reconcileEveryMs),
    reconcileForMs: scale(timings.reconcileForMs),
    readsApartMs: scale(timings.readsApartMs),
    denyAfterMs: scale(timings.denyAfterMs),
    membershipDelaysMs: timings.membershipDelaysMs.map(scale),
    helpGapMs: scale(timings.helpGapMs),
    groupsMaxAgeMs: scale(timings.groupsMaxAgeMs),
  };
}
