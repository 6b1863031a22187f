import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refuseForeign } from '@candor/server/http/request-guard';
import { mountWebSocket } from '@candor/server/http/websocket/mount-websocket';
import { systemClock } from '@candor/server/resources/system-clock';
import { afterEach, expect, it } from 'vitest';
import { type ClientOptions, WebSocket } from 'ws';
import { writeDashboard } from '../http/dashboard-folder.ts';
import { PracticeServer } from '../http/practice-server.ts';
import { type LiveServer, startLiveServer } from './live-server.ts';
import { RecordingClient } from './recording-client.ts';

let server: LiveServer;
afterEach(() => server.app.close());

/** Returns the answer to an upgrade that is refused. */
async function refusal(
  options: ClientOptions,
  url = server.url,
): Promise<{ readonly status: number | undefined; readonly body: string }> {
  const socket = new WebSocket(url, options);
  const opened = once(socket, 'open').then(() => {
    throw new Error('the socket opened');
  });
  const [, response] = (await Promise.race([once(socket, 'unexpected-response'), opened])) as [
    unknown,
    IncomingMessage,
  ];
  let body = '';
  for await (const chunk of response) body += String(chunk);
  return { status: response.statusCode, body };
}

it.each([
  ['a foreign Origin', { origin: 'https://evil.example' }],
  ['a foreign Host', { headers: { host: 'evil.example' } }],
])('refuses an upgrade with %s by 403 before the socket opens', async (_what, options) => {
  server = await startLiveServer({ isAllowed: ({ raw }) => refuseForeign(raw, new Set(), true) === undefined });
  const { status, body } = await refusal(options);
  expect(status).toBe(403);
  expect(JSON.parse(body)).toMatchObject({ status: 403, code: 'http.foreign-origin' });
  expect(server.app.websocketServer.clients.size).toBe(0);
  const own = await RecordingClient.connect(server.url, { origin: new URL(server.url).origin.replace('ws:', 'http:') });
  await own.until(() => own.notices('welcome').length === 1);
});

it('refuses one client more than it takes by 503', async () => {
  server = await startLiveServer({ limits: { maxClients: 1 } });
  const first = await RecordingClient.connect(server.url);
  expect((await refusal({})).status).toBe(503);
  first.socket.close();
  await first.untilClosed();
  await RecordingClient.connect(server.url);
});

it('tells a plain request that it has to upgrade', async () => {
  server = await startLiveServer();
  expect((await server.app.inject('/ws')).statusCode).toBe(426);
});

it('says that the server is going down, and does not wait for a client that is stuck', async () => {
  server = await startLiveServer();
  const clients = await Promise.all([1, 2, 3].map(() => RecordingClient.connect(server.url)));
  clients[2]!.socket.pause();
  const closing = server.app.close();
  for (const client of clients.slice(0, 2)) {
    expect(await client.untilClosed()).toEqual({ code: 1001, reason: 'server is going down' });
  }
  await closing;
  clients[2]!.socket.terminate();
});

it('serves a thousand clients, each with all of it in order', async () => {
  server = await startLiveServer();
  const clients: RecordingClient[] = [];
  for (let i = 0; i < 1_000; i += 100) {
    const hundred = Array.from({ length: 100 }, (_, k) => `${server.url}${k % 2 === 0 ? '?gather=1' : ''}`);
    clients.push(...(await Promise.all(hundred.map((url) => RecordingClient.connect(url)))));
  }
  for (const client of clients) client.say({ op: 'subscribe', topic: 'jobs' });
  await Promise.all(clients.map((client) => client.until(() => client.of('jobs').length === 1)));
  for (let i = 1; i <= 40; i++) server.publish({ topic: 'jobs', data: i, type: i % 2 === 0 ? 'delta' : 'event' });
  await Promise.all(clients.map((client) => client.until(() => client.of('jobs').length === 41)));
  const numbers = Array.from({ length: 41 }, (_, i) => i);
  for (const client of clients) expect(client.of('jobs').map(({ seq }) => seq)).toEqual(numbers);
});

it('stands behind the guard of the whole server, and goes down with it', async () => {
  server = await startLiveServer();
  const dashboard = mkdtempSync(join(tmpdir(), 'candor-dashboard-'));
  writeDashboard(dashboard);
  const whole = await PracticeServer.start({
    dashboard,
    mountLive: async (app) => {
      await mountWebSocket(app, {
        bus: server.bus,
        clock: systemClock,
        loadSnapshot: async () => ({ data: [] }),
        metrics: server.metrics,
        isAllowed: () => true,
      });
    },
  });
  const url = `ws://127.0.0.1:${whole.port}/ws`;
  expect((await refusal({ origin: 'https://evil.example' }, url)).status).toBe(403);
  expect((await refusal({ headers: { host: 'evil.example' } }, url)).status).toBe(403);
  const elsewhere = url.replace(/ws$/, 'nowhere');
  expect((await refusal({}, elsewhere)).status, 'the dashboard takes what is left, but no sockets').toBe(404);
  expect(whole.app.websocketServer.clients.size).toBe(0);
  const offered = await whole.raw(
    `GET /health HTTP/1.1\r\nHost: 127.0.0.1:${whole.port}\r\nConnection: Upgrade, close\r\nUpgrade: h2c\r\n\r\n`,
  );
  expect(offered, 'an offer of HTTP/2 is not taken, and the request answered').toContain('200 OK');
  const client = await RecordingClient.connect(url, { origin: whole.origin });
  client.say({ op: 'subscribe', topic: 'jobs' });
  await client.until(() => client.of('jobs').length === 1);
  await whole.stop();
  rmSync(dashboard, { recursive: true });
  expect(await client.untilClosed()).toEqual({ code: 1001, reason: 'server is going down' });
});
