import { randomInt } from 'node:crypto';
import { describeError } from './describe-error.ts';
import { keepFields, type LogFields } from './fields.ts';
import { openLogFile } from './log-file.ts';
import { createRedaction, type Redaction } from './redaction.ts';

export type { LogFields } from './fields.ts';

/** What happened, for whoever supports the app: an event's name and fields from a closed list, never free text. */
export type Log = {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  /** Answers the `logId` under which the error can be found: `7F3A-21`. */
  error(event: string, error: unknown, fields?: LogFields): string;
};

export type LogBook = Log &
  Pick<Redaction, 'hide' | 'clean' | 'holdsSecret'> & {
    /** The newest lines of this and earlier runs, oldest first, redacted as they were written. */
    recentLines(count?: number): readonly string[];
  };

export type LogDeps = {
  readonly folder: string;
  readonly now?: () => number;
  /** A whole number from 0 up to, not including, `max`. */
  readonly random?: (max: number) => number;
};

type Level = 'info' | 'warn' | 'error';

/** Writes one JSON object a line into rotating files. Every line goes through the redaction once more, whatever is in it. */
export function createLog({ folder, now = Date.now, random = randomInt }: LogDeps): LogBook {
  const redaction = createRedaction();
  const file = openLogFile(folder);

  const write = (level: Level, event: string, rest: object): void => {
    const line = { at: new Date(now()).toISOString(), level, event, ...rest };
    file.append(redaction.clean(JSON.stringify(line)));
  };

  return {
    info: (event, fields) => write('info', event, keepFields(fields)),
    warn: (event, fields) => write('warn', event, keepFields(fields)),
    error(event, error, fields) {
      const logId = newLogId(random);
      write('error', event, { logId, ...keepFields(fields), error: describeError(error, redaction) });
      return logId;
    },
    hide: redaction.hide,
    clean: redaction.clean,
    holdsSecret: redaction.holdsSecret,
    recentLines: (count = 2000) => file.lines().slice(-count),
  };
}

/** Short enough to be read out over the phone. */
function newLogId(random: (max: number) => number): string {
  const hex = random(0x10000).toString(16).toUpperCase().padStart(4, '0');
  return `${hex}-${String(random(100)).padStart(2, '0')}`;
}
