// Runs a program and all it starts as one thing: told to end, everything ends.
import { spawn } from 'node:child_process';
import { isWindows, top } from './top.mjs';

const patienceMs = 8000;

/** Runs a program in the foreground and answers its exit code; a signal to this process ends the program's whole tree. */
export function runTree(command, args, { env = {} } = {}) {
  const { ended, end } = startTree(command, args, { env });
  const stop = async () => process.exit(await end());
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  whenParentEnds(stop);
  return ended;
}

/** Starts a program in a group of its own: SIGTERM first, and after eight seconds by force, reach all of the group. */
export function startTree(command, args, { env = {} } = {}) {
  const child = spawn(command, args, {
    cwd: top,
    env: { ...process.env, ...env },
    stdio: 'inherit',
    detached: !isWindows,
  });
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      signalGroup(child, 'SIGKILL'); // whatever the program has left behind
      resolve(signal ? 128 : (code ?? 1));
    });
  });
  return {
    ended,
    end() {
      child.kill('SIGTERM');
      setTimeout(() => signalGroup(child, 'SIGKILL'), patienceMs).unref();
      return ended;
    },
  };
}

function signalGroup(child, signal) {
  try {
    if (isWindows) child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // the group is empty: all have ended
  }
}

/** npm tells a SIGTERM to the shell between us, which ends without telling it on: then we have another parent. */
export function whenParentEnds(end) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && end(), 200).unref();
}
