import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { ServerProcess } from '../chaos/server-process.ts';
import { until } from '../chaos/until.ts';
import { describeWithChromium } from './describe-with-chromium.ts';
import { Visit } from './visit.ts';

const LONGEST_MS = 180_000;
/** What a browser says of a server that is away. */
const AWAY = /ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET|WebSocket connection/;

describeWithChromium('a page whose server is killed', (browser) => {
  const home = mkdtempSync(join(tmpdir(), 'candor-recovery-'));
  let server: ServerProcess | undefined;
  afterAll(async () => {
    await server?.kill();
    rmSync(home, { recursive: true, force: true });
  });

  it(
    'says so, keeps what it knew, and goes on by itself when the server is back',
    async () => {
      const environment = { CANDOR_DEMO: 'on', LOG_LEVEL: 'warn', PORT: String(await freePort()) };
      server = await ServerProcess.start(home, { environment });
      const visit = await Visit.open(browser(), await server.whenReady());
      const { page } = visit;
      await visit.go('/');
      const clock = page.getByRole('button', { name: /^Replay/ });
      await clock.waitFor();
      const equity = page
        .locator('main')
        .getByText(/^\$\d{2,3},\d{3}\.\d{2}$/)
        .first();
      await equity.waitFor();

      await server.kill();
      const banner = page.getByText(/^Connection lost/).first();
      await banner.waitFor();
      expect(await equity.isVisible(), 'the last known equity stays').toBe(true);
      const before = await clock.textContent();

      server = await ServerProcess.start(home, { environment });
      await banner.waitFor({ state: 'hidden' });
      await until(async () => (await clock.textContent()) !== before);
      expect(visit.complaints.filter((text) => !AWAY.test(text))).toEqual([]);
      await visit.close();
    },
    LONGEST_MS,
  );
});

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}
