/** How long: for "in …" and "wait …" (in Russian the case that follows «через» and «подождём»). */
export const span = {
  seconds_one: '{count} second',
  seconds_other: '{count} seconds',
  minutes_one: '{count} minute',
  minutes_other: '{count} minutes',
} as const;
