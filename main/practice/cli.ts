import type { Clock } from '../../core/clock.ts';
import { type CliOptions, helpText, readOptions } from './options.ts';
import { createPractice, type Practice } from './practice.ts';

/** The computer's own time, here so that practice needs nothing of the rest of main. */
const clock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};

const options = readOptions(process.argv.slice(2));
if (!options.ok) {
  process.stderr.write(`${options.failure} --help says what there is.\n`);
  process.exitCode = 2;
} else if (options.value.help) {
  process.stdout.write(helpText());
} else {
  await serve(options.value);
}

async function serve(options: CliOptions): Promise<void> {
  const practice = await open(options);
  if (practice === null) return;

  const stop = async (): Promise<void> => {
    await practice.close();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // Whoever started us may die without a word: the channel to them closes then.
  process.on('disconnect', stop);

  const { apiUrl, idInstance, apiTokenInstance } = practice;
  process.stdout.write(`${JSON.stringify({ apiUrl, idInstance, apiTokenInstance })}\n`);
}

async function open({ port, seed, control, ...wishes }: CliOptions): Promise<Practice | null> {
  try {
    const practice = await createPractice({ port, seed, control, clock });
    prepare(practice, wishes);
    return practice;
  } catch (error) {
    if (!isPortTrouble(error)) throw error;
    process.stderr.write(`Port ${port} cannot be had: another program may use it. Choose another with --port.\n`);
    process.exitCode = 1;
    return null;
  }
}

type Wishes = Pick<CliOptions, 'lagSeconds' | 'state' | 'tariff' | 'troubles'>;

function prepare({ world, faults }: Practice, { lagSeconds, state, tariff, troubles }: Wishes): void {
  world.lag.contactsMs = lagSeconds * 1000;
  world.lag.chatsMs = Math.min(lagSeconds, 60) * 1000;
  world.quota.setTariff(tariff);
  world.instance.set(state);
  for (const { fault, method, times } of troubles) {
    if (method === null) faults.here(fault, times);
    else faults.add({ method, fault, times });
  }
}

function isPortTrouble(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES');
}
