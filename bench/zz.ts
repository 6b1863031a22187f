import { httpBenches } from './http.ts';

const b = httpBenches[0]!;
for (let i = 0; i < 5; i++) {
  for (const [n, r] of [
    ['ours', b.run],
    ['peer', b.peer!.run],
  ] as const) {
    const c = process.cpuUsage();
    const m = await r();
    const u = process.cpuUsage(c);
    console.log(
      n,
      Math.round(m.value),
      'cpu us/request',
      ((u.user + u.system) / (m.value * 2)).toFixed(1),
      'busy',
      ((u.user + u.system) / 2e6).toFixed(2),
    );
  }
}
await b.close!();
