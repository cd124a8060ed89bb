import { playCrashPoints } from './crash-points.ts';
import { playSchedules } from './schedules.ts';
import { playSequences } from './sequences.ts';
const timed = async (name: string, p: () => Promise<any>) => { const t = performance.now(); const u = process.cpuUsage(); const f = await p(); const c = process.cpuUsage(u); console.log(name, JSON.stringify(f).slice(0, 600), 'wall', (performance.now() - t) / 1000, 'cpu', (c.user + c.system) / 1e6); };
for (const rule of ['resend', 'late-write'] as const) await timed(rule, () => playCrashPoints(rule, { stride: 30, recovery: 30, later: 300 }));
await timed('crash', () => playCrashPoints('sound', { stride: 30, recovery: 5, later: 30 }));
await timed('pace', () => playSchedules({ schedules: 2000, seed: 1, rule: 'pace' }));
await timed('schedules', () => playSchedules({ schedules: 10000, seed: 1, rule: 'sound' }));
await timed('sequences', () => playSequences({ sequences: 5000, seed: 1 }));
