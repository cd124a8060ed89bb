/** The ending of a set-up file's name. */
export const setupEnding = '.creategroup';

/** Whether a file is called like a set-up file, however it is written. */
export const isSetupName = (name: string): boolean => name.toLowerCase().endsWith(setupEnding);

/** How long a new file may be used. */
export const setupPeriods = ['day', 'week', 'month'] as const;
export type SetupPeriod = (typeof setupPeriods)[number];
