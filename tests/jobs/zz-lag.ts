import { MemoryEventBus } from '@candor/server/resources/event-bus/memory-event-bus';
import { createPostgresQueue } from '@candor/server/resources/queue/postgres-queue';
import { runBacktestJob } from '@candor/server/jobs/backtests/run-backtest-job';
import { openJobHouse } from './job-house.ts';
import { openEmbeddedStore } from './open-store.ts';
import { planOf } from './plan-of.ts';
const store = await openEmbeddedStore();
const queue = await createPostgresQueue({ pool: store.pool, onTrouble: console.error });
const house = openJobHouse({ unitOfWork: store.unitOfWork, queue, bus: new MemoryEventBus(console.error) });
house.startWorker([runBacktestJob], { isAlone: true, timing: {} });
let late: number[] = [];
let last = performance.now();
setInterval(() => { const now = performance.now(); late.push(now - last - 10); last = now; }, 10);
const report = (name: string) => { const s = late.toSorted((a, b) => a - b); console.log(name, 'n', s.length, 'p50', s[s.length >> 1]?.toFixed(1), 'p99', s[Math.floor(s.length * 0.99)]?.toFixed(1), 'max', s.at(-1)?.toFixed(1)); };
const measure = async (name: string, plan: ReturnType<typeof planOf>) => {
  late = []; last = performance.now(); const t = performance.now();
  const { id } = await house.desk.request(runBacktestJob, plan, 'http');
  for (;;) { const row = await house.desk.find(id); if (row && !['queued', 'running'].includes(row.state)) { report(`${name} ${row.state} ${JSON.stringify(row.error ?? '')} ${((performance.now() - t) / 1000).toFixed(1)}s`); break; } await new Promise((r) => setTimeout(r, 100)); }
};
await new Promise((r) => setTimeout(r, 3000)); report('idle');
const cpu0 = process.cpuUsage(); await new Promise((r) => setTimeout(r, 10000)); const c = process.cpuUsage(cpu0); console.log('idle cpu ms over 10 s (10 ms timer and embedded database included)', (c.user + c.system) / 1000);
await measure('warm', planOf('sma-crossover'));
await measure('consensus AAPL daily', planOf('consensus'));
await measure('sma SYN-A 1m', planOf('sma-crossover', { data: { symbol: 'SYN-A', timeframe: '1m' } }));
await measure('sma SYN-A 1m 1 year', planOf('sma-crossover', { data: { symbol: 'SYN-A', timeframe: '1m', from: '2022-01-01' } }));
await measure('markov SYN-A 5m', planOf('markov-chain', { data: { symbol: 'SYN-A', timeframe: '5m' } }));
process.exit(0);
