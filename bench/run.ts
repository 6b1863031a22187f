import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { compileAsOne } from '@candor/server/bin/compile-as-one';
import { allocationBenches } from './allocation.ts';
import type { Bench, RankedPeer } from './bench.ts';
import { csvBenches } from './csv.ts';
import { driftBenches } from './drift.ts';
import { healthBenches } from './health.ts';
import { httpBenches } from './http.ts';
import { indicatorColumnsBenches } from './indicator-columns.ts';
import { indicatorBenches } from './indicators.ts';
import { ingestBenches } from './ingest.ts';
import { pageBenches } from './page.ts';
import { peerIndicatorBenches } from './peer-indicators.ts';
import { riskBenches } from './risk.ts';
import { sessionBenches } from './session.ts';
import { startBenches } from './start.ts';
import { webBenches } from './web.ts';
import { websocketBenches } from './websocket.ts';

// As the product is started.
compileAsOne();

const BENCHES: readonly Bench[] = [
  ...sessionBenches,
  ...indicatorBenches,
  ...peerIndicatorBenches,
  ...driftBenches,
  ...allocationBenches,
  ...indicatorColumnsBenches,
  ...riskBenches,
  ...csvBenches,
  ...httpBenches,
  ...pageBenches,
  ...healthBenches,
  ...websocketBenches,
  ...ingestBenches,
  ...startBenches,
  ...webBenches,
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
  readonly peers?: readonly RankedRow[];
}

/** One of several peers. */
interface RankedRow {
  readonly name: string;
  readonly median: number;
  /** Of ours to it. */
  readonly ratio: number;
  readonly values: string;
  readonly counts: boolean;
}

// By then the compiler has settled on what is hot.
const WARM_UP_RUNS = 8;

// A peer this many times slower is not the best one however often it is asked.
const HOPELESS = 30;

/** Runs a bench until it is warm and then several times more, a peer's run after each of ours, so that both meet the same machine. */
async function measure(bench: Bench, asked: number): Promise<Row> {
  const { runs = asked } = bench;
  if (bench.warmUpRuns === 0 && runs === 1) return measureOnce(bench);
  const values: number[] = [];
  const ratios: number[] = [];
  const fingerprints = new Set<string>();
  const first = (await bench.run()).value;
  let warm = first;
  for (let run = 1; run < (bench.warmUpRuns ?? WARM_UP_RUNS); run++) warm = (await bench.run()).value;
  const ranked = bench.peers?.map((peer) => new Ranked(peer, warm)) ?? [];
  for (let run = 0; run < runs; run++) {
    const { value, fingerprint } = await bench.run();
    values.push(value);
    fingerprints.add(fingerprint);
    if (bench.peer !== undefined) ratios.push(value / (await bench.peer.run()).value);
    for (const peer of ranked) peer.runBeside(value);
  }
  await bench.close?.();
  const peers = ranked.map((peer) => peer.row).toSorted((a, b) => a.median - b.median);
  const best = peers.find(({ counts }) => counts);
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
    ...(best && { peer: best.name, ratio: best.ratio }),
    ...(bench.peers && { peers }),
  };
}

async function measureOnce(bench: Bench): Promise<Row> {
  const { value, fingerprint } = await bench.run();
  await bench.close?.();
  const { id, unit, work } = bench;
  return { id, unit, first: value, median: value, min: value, runs: 1, work, fingerprint };
}

/** A peer's runs, each beside one of ours. */
class Ranked {
  readonly #peer: RankedPeer;
  readonly #values: number[] = [];
  readonly #ratios: number[] = [];
  readonly #isHopeless: boolean;

  constructor(peer: RankedPeer, ours: number) {
    this.#peer = peer;
    const first = peer.run().value;
    this.#isHopeless = first > HOPELESS * ours;
    if (!this.#isHopeless) for (let run = 1; run < WARM_UP_RUNS; run++) peer.run();
  }

  runBeside(ours: number): void {
    if (this.#isHopeless && this.#values.length > 0) return;
    const { value } = this.#peer.run();
    this.#values.push(value);
    this.#ratios.push(ours / value);
  }

  get row(): RankedRow {
    return { name: this.#peer.name, median: median(this.#values), ratio: median(this.#ratios), ...this.#peer.judge() };
  }
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
// One row, or all below a name: "indicator.sma" is its three ways.
const chosen = BENCHES.filter(
  ({ id }) => flags.only === undefined || id === flags.only || id.startsWith(`${flags.only}.`),
);
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
  for (const { name, median, ratio, values } of row.peers ?? []) {
    console.log(
      `    ${name.padEnd(22)} ${figure(median).padStart(9)} ${row.unit}  ours is ${ratio.toFixed(2)} of it; ${values}`,
    );
  }
}
if (flags.json !== undefined) writeFileSync(flags.json, `${JSON.stringify(rows, null, 2)}\n`);
