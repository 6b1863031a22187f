import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PracticeServer } from './practice-server.ts';

let server: PracticeServer;
beforeAll(async () => {
  server = await PracticeServer.start({ allowedHosts: ['candor.example'], limits: { headersTimeoutMs: 300 } });
});
afterAll(() => server.stop());
beforeEach(() => {
  server.workshop.orders.length = 0;
});

/** Sends a request with exactly these headers and returns status and code. */
async function send(
  headers: Readonly<Record<string, string>>,
  { method = 'GET', path = '/api/practice/echo/ab', body = '' } = {},
): Promise<{ readonly status: number; readonly code: string | undefined; readonly text: string }> {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const length = body === '' ? '' : `Content-Length: ${Buffer.byteLength(body)}\r\n`;
  const text = await server.raw(
    `${method} ${path} HTTP/1.1\r\n${lines.join('')}${length}Connection: close\r\n\r\n${body}`,
  );
  return {
    status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1]),
    code: /"code":"([\w.-]+)"/.exec(text)?.[1],
    text,
  };
}

const own = (): string => `127.0.0.1:${server.port}`;

describe('the Host', () => {
  it('is one of our own', async () => {
    const names = [
      own(),
      `localhost:${server.port}`,
      `LOCALHOST:${server.port}`,
      `[::1]:${server.port}`,
      'candor.example',
    ];
    for (const Host of names) expect(await send({ Host }), Host).toMatchObject({ status: 200 });
  });

  it('is no other, whatever it resolves to', async () => {
    const names = [
      `evil.example:${server.port}`,
      'localhost',
      '127.0.0.1',
      `127.0.0.1:${server.port + 1}`,
      `localhost.evil.example:${server.port}`,
      `127.0.0.1.evil.example:${server.port}`,
      `localhost:${server.port}@evil.example`,
      `[::2]:${server.port}`,
      `0.0.0.0:${server.port}`,
      `192.168.0.1:${server.port}`,
      `candor.example:${server.port}`,
    ];
    for (const Host of names) {
      for (const path of ['/api/practice/echo/ab', '/', '/docs', '/health', '/metrics', '/api/openapi.json', '/none']) {
        expect(await send({ Host }, { path }), `${Host} ${path}`).toMatchObject({
          status: 403,
          code: 'http.foreign-host',
        });
      }
    }
  });

  it('has to be there', async () => {
    expect(await send({})).toMatchObject({ status: 400, code: 'http.no-host' });
  });
});

describe('a page from elsewhere', () => {
  const order = { method: 'POST', path: '/api/practice/orders', body: '{"symbol":"ABC"}' };
  const json = { 'Content-Type': 'application/json' };

  it('is told by its Origin and refused, reading or acting', async () => {
    const origins = [
      'https://evil.example',
      'null',
      `http://localhost:${server.port}`,
      `https://${own()}`,
      `http://127.0.0.1:${server.port + 1}`,
      'http://127.0.0.1',
    ];
    for (const Origin of origins) {
      const headers = { Host: own(), Origin, ...json };
      expect(await send(headers), Origin).toMatchObject({ status: 403, code: 'http.foreign-origin' });
      expect(await send(headers, order), Origin).toMatchObject({ status: 403, code: 'http.foreign-origin' });
      const preflight = await send(headers, { method: 'OPTIONS', path: order.path });
      expect(preflight).toMatchObject({ status: 403 });
      expect(preflight.text.toLowerCase()).not.toContain('access-control');
    }
    expect(server.workshop.orders).toEqual([]);
  });

  it('is told by Sec-Fetch-Site: it may follow a link, and not act', async () => {
    for (const site of ['cross-site', 'same-site']) {
      const headers = { Host: own(), 'Sec-Fetch-Site': site, ...json };
      expect(await send(headers)).toMatchObject({ status: 200 });
      expect(await send(headers, order)).toMatchObject({ status: 403, code: 'http.foreign-origin' });
      expect(await send({ ...headers, Upgrade: 'websocket' })).toMatchObject({ status: 403 });
    }
    expect(server.workshop.orders).toEqual([]);
  });

  it('of our own may act', async () => {
    const headers = { Host: own(), Origin: `http://${own()}`, 'Sec-Fetch-Site': 'same-origin', ...json };
    expect(await send(headers, order)).toMatchObject({ status: 201 });
    const behindProxy = { Host: 'candor.example', Origin: 'https://candor.example', ...json };
    expect(await send(behindProxy, order)).toMatchObject({ status: 201 });
  });
});

describe('every answer', () => {
  it.each([
    '/',
    '/docs',
    '/docs/static/swagger-ui.css',
    '/health',
    '/api/openapi.json',
    '/api/none',
    '/api/practice/echo/a',
  ])('of %s closes the doors of the browser', async (path) => {
    const { headers } = await server.fetch(path);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';.*frame-ancestors 'none'/);
    expect(headers.get('content-security-policy')).not.toMatch(/https?:|unsafe/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('server')).toBeNull();
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it.each(['/', '/docs'])('that is a page, %s, says what else a page must not', async (path) => {
    const { headers } = await server.fetch(path);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('permissions-policy')).toContain('camera=()');
  });
});

describe('what is no request', () => {
  it.each([
    ['GARBAGE\r\n\r\n', 400, 'http.malformed'],
    ['GET / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n', 400, 'http.malformed'],
    [`GET / HTTP/1.1\r\nHost: x\r\nX-Big: ${'x'.repeat(20_000)}\r\n\r\n`, 431, 'http.headers-too-large'],
  ])('gets a problem and is hung up on', async (bytes, status, code) => {
    const answer = await server.raw(bytes);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toContain(`"code":"${code}"`);
    expect(answer.toLowerCase()).toContain('x-content-type-options: nosniff');
  });

  it('that drips in byte by byte is hung up on in time', async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    let answer = '';
    let drip: NodeJS.Timeout;
    const socket: Socket = connect(server.port, '127.0.0.1', () => {
      socket.write('GET /api/practice/echo/ab HTTP/1.1\r\n');
      drip = setInterval(() => socket.write('X-A: b\r\n'), 50);
    });
    socket.on('data', (chunk) => {
      answer += chunk.toString();
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      clearInterval(drip);
      resolve(answer);
    });
    expect(await promise).toMatch(/^HTTP\/1\.1 408 [\s\S]*http\.too-slow/);
    expect((await server.fetch('/health')).status, 'others are served').toBe(200);
  });
});
