import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Bench } from './bench.ts';
import { csvBenches } from './csv.ts';
import { healthBenches } from './health.ts';
import { httpBenches } from './http.ts';
import { indicatorBenches } from './indicators.ts';
import { ingestBenches } from './ingest.ts';
import { riskBenches } from './risk.ts';
import { sessionBenches } from './session.ts';
import { startBenches } from './start.ts';
import { websocketBenches } from './websocket.ts';

const BENCHES: readonly Bench[] = [
  ...sessionBenches,
  ...indicatorBenches,
  ...riskBenches,
  ...csvBenches,
  ...httpBenches,
  ...healthBenches,
  ...websocketBenches,
  ...ingestBenches,
  ...startBenches,
];

interface Row {
  readonly id: string;
  readonly unit: Bench['unit'];
  /** Of the first run in this process, before anything was compiled for it. */
  readonly first: number;
  readonly median: number;
  readonly min: number;
  readonly runs: number;
  readonly work: string;
  readonly fingerprint: string;
  readonly peer?: string;
  readonly ratio?: number;
}

// By then the compiler has settled on what is hot.
const WARM_UP_RUNS = 8;

/** Runs a bench until it is warm and then several times more, a peer's run after each of ours, so that both meet the same machine. */
async function measure(bench: Bench, runs: number): Promise<Row> {
  const values: number[] = [];
  const ratios: number[] = [];
  const fingerprints = new Set<string>();
  const first = (await bench.run()).value;
  for (let run = 1; run < (bench.warmUpRuns ?? WARM_UP_RUNS); run++) await bench.run();
  for (let run = 0; run < runs; run++) {
    const { value, fingerprint } = await bench.run();
    values.push(value);
    fingerprints.add(fingerprint);
    if (bench.peer !== undefined) ratios.push(value / (await bench.peer.run()).value);
  }
  await bench.close?.();
  if (fingerprints.size > 1)
    throw new Error(`${bench.id} gave ${fingerprints.size} different results: ${[...fingerprints]}`);
  const { id, unit, work } = bench;
  return {
    id,
    unit,
    first,
    median: median(values),
    min: Math.min(...values),
    runs,
    work,
    fingerprint: [...fingerprints][0]!,
    ...(bench.peer && { peer: bench.peer.name, ratio: median(ratios) }),
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function figure(value: number): string {
  return value >= 10_000 ? Math.round(value).toLocaleString('en-US') : value.toPrecision(4);
}

const { values: flags } = parseArgs({
  options: { json: { type: 'string' }, only: { type: 'string' }, runs: { type: 'string', default: '7' } },
});
const chosen = BENCHES.filter(({ id }) => flags.only === undefined || id === flags.only);
if (chosen.length === 0) {
  console.error(`No bench is called "${flags.only}". There are: ${BENCHES.map(({ id }) => id).join(', ')}.`);
  process.exit(2);
}
const rows: Row[] = [];
console.log(`Node ${process.version}; first run, then median (least) of ${flags.runs} warm ones\n`);
for (const bench of chosen) {
  const row = await measure(bench, Number(flags.runs));
  rows.push(row);
  const peer = row.ratio === undefined ? '' : `  ${row.ratio.toFixed(2)} x ${row.peer}`;
  const figures = `${figure(row.first)}  ${figure(row.median)} (${figure(row.min)}) ${row.unit}`;
  console.log(`${row.id.padEnd(34)} ${figures.padStart(48)}  ${row.fingerprint}  ${row.work}${peer}`);
}
if (flags.json !== undefined) writeFileSync(flags.json, `${JSON.stringify(rows, null, 2)}\n`);
