import inspector from 'node:inspector';
import { runBacktest } from '@candor/engine/backtest';
import { MILLION_BARS, peerBars } from './peer-bars.ts';
import { peerBacktest } from './peer-backtest.ts';
const series = peerBars(MILLION_BARS);
for (let i = 0; i < 12; i++) runBacktest(peerBacktest(series, () => {}));
const s = new inspector.Session(); s.connect();
s.post('HeapProfiler.startSampling', { samplingInterval: 2048, includeObjectsCollectedByMajorGC: true, includeObjectsCollectedByMinorGC: true } as any);
for (let i = 0; i < 3; i++) runBacktest(peerBacktest(series, () => {}));
s.post('HeapProfiler.stopSampling', (e: any, r: any) => {
  const m = new Map<string, number>(); let tot = 0;
  const walk = (n: any) => { const k = n.callFrame.functionName + ' ' + n.callFrame.url.split('/').pop() + ':' + n.callFrame.lineNumber; m.set(k, (m.get(k) ?? 0) + n.selfSize); tot += n.selfSize; n.children.forEach(walk); };
  walk(r.profile.head);
  console.log('per order', tot / 3 / 39237);
  for (const [k, v] of [...m].sort((a, b) => b[1] - a[1]).slice(0, 16)) console.log((v / 3 / 39237).toFixed(0).padStart(5), k);
});
