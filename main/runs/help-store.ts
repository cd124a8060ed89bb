import type { Result } from '../../core/result.ts';

export type HelpKind = 'save-and-add' | 'send-link';

/** What is to be done for somebody who is not in their group yet. `message` has its places still to be filled in. */
export type Help = {
  readonly id: number;
  readonly runId: string;
  readonly jobId: string;
  readonly chatId: string;
  readonly how: HelpKind;
  readonly message: string;
};

/** What came of it; `todo`: it was not begun after all. */
export type HelpEnd = 'done' | 'failed' | 'unknown' | 'todo';

/** Help for many, one after the other, from a queue on the disk. What changes answers as `RunStore` does. */
export type HelpStore = {
  /**
   * Everybody who is missing in the groups of the run now, each once for the same help. A link that was or may have been
   * sent is not sent again; who could not be helped before is taken once more. Answers how many.
   */
  queueHelp(runId: string, how: HelpKind, message: string): Promise<Result<number>>;
  /** The next one of an account; null when nobody waits. */
  nextHelp(accountId: string): Promise<Help | null>;
  /** Whether somebody waits for help in this group. */
  isHelpWaiting(jobId: string, chatId: string): Promise<boolean>;
  /** Written down before anything is sent. */
  beginHelp(id: number): Promise<Result<null>>;
  endHelp(id: number, end: HelpEnd): Promise<Result<null>>;
  /** How far the last batch has come; null when none was asked for or all is done. */
  helpProgress(runId: string): Promise<{ readonly done: number; readonly total: number } | null>;
  /** Whoever still waits is let go. */
  dropHelp(runId: string): Promise<Result<null>>;
  /** What an earlier run of the app had begun is unknown. Answers the accounts with help to give. */
  recoverHelp(): Promise<Result<readonly string[]>>;
};
