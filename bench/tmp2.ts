import { runBacktest } from '@candor/engine/backtest';
import { MILLION_BARS, peerBars } from './peer-bars.ts';
import { peerBacktest } from './peer-backtest.ts';
const series = peerBars(MILLION_BARS);
const out: number[] = []; let last=0;
for (let i = 0; i < 50; i++) { const c = peerBacktest(series, () => {}); const t = performance.now(); const r = runBacktest(c); out.push(performance.now() - t); last=r.equityUsd.at(-1)!; }
const first=out[0]; out.sort((a,b)=>a-b);
console.log('first', first!.toFixed(0), 'min', out[0]!.toFixed(0), 'median', out[25]!.toFixed(0), last);
