import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  request,
  STATUS_CODES,
} from 'node:http';
import { connect, createServer as createTcpServer } from 'node:net';
import { dirname } from 'node:path';
import type { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

// For working on the dashboard: one address under which its pages come from `next dev` and the rest from a Candor that runs already, so
// that the browser sees one origin, as it does in the product.

const OF_THE_SERVER = /^\/(api|ws|docs|health|ready|metrics)(\/|\?|$)/;

const { values } = parseArgs({
  options: {
    server: { type: 'string', default: 'http://127.0.0.1:3000' },
    port: { type: 'string', default: '3100' },
  },
});
const port = Number(values.port);
const candor = new URL(values.server);
const next = new URL(`http://127.0.0.1:${await freePort()}`);

const pages = spawn(
  process.execPath,
  [fileURLToPath(import.meta.resolve('next/dist/bin/next')), 'dev', '--hostname', next.hostname, '--port', next.port],
  {
    cwd: import.meta.dirname,
    env: { NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1', PATH: dirname(process.execPath) },
    stdio: 'inherit',
  },
);
pages.once('exit', (code) => process.exit(code ?? 0));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => pages.kill(signal));

const proxy = createServer((incoming, outgoing) => {
  const upstream = upstreamOf(incoming);
  if (upstream === undefined) {
    outgoing.writeHead(403).end();
    return;
  }
  const passed = request(upstream, passedOn(incoming, upstream), (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  passed.once('error', (error) => {
    if (outgoing.headersSent) outgoing.destroy();
    else outgoing.writeHead(502, { 'content-type': 'text/plain' }).end(noAnswer(upstream, error));
  });
  outgoing.once('close', () => passed.destroy());
  incoming.pipe(passed);
});

proxy.on('upgrade', (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
  socket.on('error', () => socket.destroy());
  const upstream = upstreamOf(incoming);
  if (upstream === undefined) {
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    return;
  }
  const passed = request(upstream, passedOn(incoming, upstream));
  passed.once('upgrade', (answer, other, otherHead) => {
    other.on('error', () => other.destroy());
    socket.write(`${statusLines(answer)}\r\n\r\n`);
    socket.write(otherHead);
    other.write(head);
    socket.pipe(other).pipe(socket);
    socket.once('close', () => other.destroy());
    other.once('close', () => socket.destroy());
  });
  // The other side would rather not; its reasons are in the answer.
  passed.once('response', (answer) => {
    socket.write(`${statusLines({ ...answer, rawHeaders: ['connection', 'close'] })}\r\n\r\n`);
    answer.pipe(socket);
  });
  passed.once('error', () => socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n'));
  passed.end();
});

await answers(next);
proxy.listen(port, '127.0.0.1');
await once(proxy, 'listening');
process.stdout.write(
  `\nThe dashboard, as you change it: http://localhost:${port}\nIts data comes from ${candor.origin}\n\n`,
);

/** Returns where a request goes, or undefined when it comes from a page elsewhere: under our name it would be let in. */
function upstreamOf({ headers, url = '/' }: IncomingMessage): URL | undefined {
  const { host, origin } = headers;
  const isOurs = host === `localhost:${port}` || host === `127.0.0.1:${port}`;
  if (!isOurs || (origin !== undefined && origin !== `http://${host}`)) return undefined;
  return OF_THE_SERVER.test(url) ? candor : next;
}

/** Returns the request as the upstream wants to see it: both of them refuse what is not of their own host. */
function passedOn({ method, url, headers }: IncomingMessage, upstream: URL) {
  const rewritten: OutgoingHttpHeaders = { ...headers, host: upstream.host };
  if (headers.origin !== undefined) rewritten['origin'] = upstream.origin;
  if (headers.referer !== undefined) rewritten['referer'] = refererOf(headers, upstream);
  return { method, path: url, headers: rewritten };
}

function refererOf({ referer = '', host }: IncomingHttpHeaders, upstream: URL): string {
  return referer.replace(`http://${host}`, upstream.origin);
}

function statusLines({ statusCode = 502, rawHeaders }: Pick<IncomingMessage, 'statusCode' | 'rawHeaders'>): string {
  const lines = [`HTTP/1.1 ${statusCode} ${STATUS_CODES[statusCode]}`];
  for (let i = 0; i < rawHeaders.length; i += 2) lines.push(`${rawHeaders[i]}: ${rawHeaders[i + 1]}`);
  return lines.join('\r\n');
}

function noAnswer(upstream: URL, error: Error): string {
  const remedy = upstream === candor ? 'Start it with: npm start.' : 'Look at what next dev says.';
  return `${upstream.origin} does not answer (${error.message}). ${remedy}\n`;
}

async function freePort(): Promise<number> {
  const server = createTcpServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  server.close();
  if (typeof address !== 'object' || address === null) throw new Error('No free port was found.');
  return address.port;
}

/** Resolves when something listens there. */
async function answers({ hostname, port: at }: URL): Promise<void> {
  for (;;) {
    const isUp = await new Promise<boolean>((resolve) => {
      const socket = connect(Number(at), hostname, () => resolve(true));
      socket.once('error', () => resolve(false)).once('close', () => socket.destroy());
      socket.once('connect', () => socket.end());
    });
    if (isUp) return;
    await pause(100);
  }
}
