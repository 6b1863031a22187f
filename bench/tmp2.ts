import { runBacktest } from '@candor/engine/backtest';
import { MILLION_BARS, peerBars } from './peer-bars.ts';
import { peerBacktest } from './peer-backtest.ts';
import { createSma } from '@candor/indicators/indicators/sma';
const series = peerBars(MILLION_BARS);
const noop = { onBar() { return undefined; }, snapshot: () => null, restore() {} };
function smas() { const a = createSma(10), b = createSma(30); return { onBar(view: any) { const c = view.close; const x=a.next(c), y=b.next(c); return x > 1e9 || y > 1e9 ? ({want:'abstain',code:'',reasons:[]} as any) : undefined; }, snapshot: () => null, restore() {} }; }
function time(name: string, make: () => any) {
  const out: string[] = [];
  for (let i = 0; i < 50; i++) {
    const c = peerBacktest(series) as any;
    const s = make();
    if (s) c.session.sleeves[0].createStrategy = () => s;
    const t = performance.now(); runBacktest(c); out.push((performance.now() - t).toFixed(0));
  }
  console.log(name, "min", Math.min(...out.map(Number)), out.join(" "));
}
const which = process.argv[2];
if (which === 'noop') time('noop', () => noop);
if (which === 'smas') time('smas', smas);
if (which === 'full') time('full', () => undefined);
