import { randomUUID } from 'node:crypto';

/** Names one run of the app: its process, and a mark that no other run has. */
export const newRunner = (): string => `${process.pid}:${randomUUID()}`;

/** Whether the process of a run is gone. A number that was given to another process since only makes us wait. */
export function isRunnerDead(runner: string): boolean {
  const pid = Number(runner.split(':')[0]);
  if (!Number.isInteger(pid) || pid <= 0) return true;
  if (pid === process.pid) return true; // ours by number, yet an earlier run: this one is never asked about
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'EPERM');
  }
}
