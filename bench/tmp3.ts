import v8 from 'node:v8';
import { runBacktest } from '@candor/engine/backtest';
import { MILLION_BARS, peerBars } from './peer-bars.ts';
import { peerBacktest } from './peer-backtest.ts';
const series = peerBars(MILLION_BARS);
const noop = { onBar() { return undefined; }, snapshot: () => null, restore() {} };
const c = peerBacktest(series) as any;
c.session.sleeves[0].createStrategy = () => noop;
for (let i = 0; i < 10; i++) { runBacktest(c); }
import inspector from 'node:inspector';
const s = new inspector.Session(); s.connect();
s.post('HeapProfiler.startSampling', { samplingInterval: 4096, includeObjectsCollectedByMajorGC: true, includeObjectsCollectedByMinorGC: true } as any);
for (let i = 0; i < 5; i++) runBacktest(c);
s.post('HeapProfiler.stopSampling', (e: any, r: any) => {
  const m = new Map<string, number>();
  const walk = (n: any) => { const k = n.callFrame.functionName + ' ' + n.callFrame.url.split('/').pop() + ':' + n.callFrame.lineNumber + ':' + n.callFrame.columnNumber; m.set(k, (m.get(k) ?? 0) + n.selfSize); n.children.forEach(walk); };
  walk(r.profile.head);
  console.log([...m].sort((a, b) => b[1] - a[1]).slice(0, 10));
});
