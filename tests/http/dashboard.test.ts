import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHUNK, COMPRESSED, INLINE_SCRIPTS, writeDashboard } from './dashboard-folder.ts';
import { PracticeServer } from './practice-server.ts';

const PAGES = ['/', '/chart', '/backtests', '/backtests/report'];
const WITH_EYES = { accept: 'text/html,application/xhtml+xml' };
const PROBLEM = 'application/problem+json; charset=utf-8';
const CHUNK_ADDRESS = '/_next/static/chunks/a1b2.js';

const above = mkdtempSync(join(tmpdir(), 'candor-dashboard-'));
const folder = join(above, 'out');
writeFileSync(join(above, 'secret.txt'), 'not for you');
writeDashboard(folder);
afterAll(() => rmSync(above, { recursive: true }));

let server: PracticeServer;
beforeAll(async () => {
  server = await PracticeServer.start({ dashboard: folder });
});
afterAll(() => server.stop());

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Asks for exactly this path, which fetch would tidy up, and leaves the answer as it came. */
async function ask(path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  request({ host: '127.0.0.1', port: server.port, path, method, headers, agent: false }, async (response) => {
    resolve({ status: response.statusCode, headers: response.headers, body: await buffer(response) });
  })
    .on('error', reject)
    .end();
  return promise;
}

describe('a page', () => {
  it.each(PAGES)('at %s is there without a file ending, and is asked for anew each time', async (address) => {
    const { status, headers, body } = await ask(address);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['cache-control']).toBe('no-cache');
    expect(String(body)).toMatch(/^<!DOCTYPE html>/);
  });

  it('keeps its address whatever is asked of it', async () => {
    expect((await ask('/chart?symbol=AAPL&from=/../x')).status).toBe(200);
    expect((await ask('/chart/?symbol=AAPL')).headers.location).toBe('/chart?symbol=AAPL');
    expect((await ask('/backtests/report/')).headers.location).toBe('/backtests/report');
    expect((await ask('/chart/')).status).toBe(308);
  });

  it('lets run what was in it when it was built, and nothing else', async () => {
    const policy = directives((await ask('/')).headers);
    const hashes = INLINE_SCRIPTS.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
    expect(policy.get('script-src')?.split(' ')).toEqual(["'self'", ...hashes]);
    expect(directives((await ask('/backtests')).headers).get('script-src')).toBe("'self'");
  });

  it.each(PAGES)('at %s loads from here only, and closes the doors of the browser', async (address) => {
    const { headers } = await ask(address);
    expect(Object.fromEntries(directives(headers))).toMatchObject({
      'default-src': "'none'",
      'style-src': "'self' 'unsafe-inline'",
      'img-src': "'self' data: blob:",
      'connect-src': "'self'",
      'font-src': "'self'",
      'worker-src': "'self' blob:",
      'manifest-src': "'self'",
      'frame-ancestors': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
    });
    expect(headers['content-security-policy']).not.toMatch(/https?:|\*|unsafe-eval|script-src [^;]*unsafe/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
  });
});

describe('a file', () => {
  it.each([
    [CHUNK_ADDRESS, 'text/javascript; charset=utf-8'],
    ['/_next/static/chunks/c3d4.css', 'text/css; charset=utf-8'],
    ['/_next/static/media/inter.woff2', 'font/woff2'],
    ['/chart.txt?_rsc=1a2b', 'text/plain; charset=utf-8'],
    ['/chart/__next._tree.txt?_rsc=1a2b', 'text/plain; charset=utf-8'],
    ['/backtests/__next.!KGFwcCk.$d$run.txt', 'text/plain; charset=utf-8'],
    ['/backtests/__next.!KGFwcCk.%24d%24run.txt', 'text/plain; charset=utf-8'],
    ['/icon.svg', 'image/svg+xml; charset=utf-8'],
    ['/manifest.webmanifest', 'application/manifest+json; charset=utf-8'],
  ])('%s is there as %s', async (address, mediaType) => {
    const { status, headers } = await ask(address);
    expect([status, headers['content-type']]).toEqual([200, mediaType]);
    const isForever = address.startsWith('/_next/static/');
    expect(headers['cache-control']).toBe(isForever ? 'public, max-age=31536000, immutable' : 'no-cache');
  });

  it('that a browser has is not sent again, and the page it has keeps its policy', async () => {
    for (const address of ['/', CHUNK_ADDRESS, '/chart.txt']) {
      const { headers } = await ask(address, { 'accept-encoding': 'br' });
      const again = await ask(address, { 'if-none-match': String(headers.etag) });
      expect([again.status, again.body.length], address).toEqual([304, 0]);
      expect(again.headers.etag).toBe(headers.etag);
      expect(again.headers['content-security-policy']).toBe(headers['content-security-policy']);
      expect((await ask(address, { 'if-none-match': '"other"' })).status).toBe(200);
    }
  });

  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['GZIP;q=0.5, br;q=0', 'gzip'],
    ['br;q=0.0, gzip; q=0', undefined],
    ['identity', undefined],
    ['', undefined],
  ])('is sent to who takes %j as %j, the same content each time', async (accepted, encoding) => {
    for (let time = 0; time < 2; time += 1) {
      const { headers, body } = await ask(CHUNK_ADDRESS, { 'accept-encoding': accepted });
      expect(headers['content-encoding']).toBe(encoding);
      expect(headers.vary).toBe('accept-encoding');
      expect(String(decoded(body, encoding))).toBe(CHUNK);
      if (encoding !== undefined) expect(body.length).toBeLessThan(CHUNK.length / 10);
    }
  });

  it('that is small, or is compressed in itself, is sent as it is', async () => {
    for (const address of ['/icon.svg', '/_next/static/media/inter.woff2']) {
      expect((await ask(address, { 'accept-encoding': 'br, gzip' })).headers['content-encoding'], address).toBe(
        undefined,
      );
    }
  });

  it('goes out as the build compressed it, where it did', async () => {
    const address = '/_next/static/chunks/e5f6.js';
    const taken = await ask(address, { 'accept-encoding': 'gzip, br' });
    expect([taken.headers['content-encoding'], String(taken.body)]).toEqual(['br', COMPRESSED]);
    expect(String((await ask(address)).body)).toBe(CHUNK);
    expect((await ask(`${address}.br`)).status, 'no address of its own').toBe(404);
  });

  it('is described to HEAD as it would be sent to GET', async () => {
    for (const address of ['/', '/chart?symbol=AAPL', CHUNK_ADDRESS]) {
      const [get, head] = [await ask(address), await ask(address, {}, 'HEAD')];
      expect([head.status, head.body.length], address).toEqual([200, 0]);
      for (const name of ['content-type', 'content-length', 'etag', 'cache-control', 'content-security-policy']) {
        expect(head.headers[name], name).toBe(get.headers[name]);
      }
    }
  });
});

describe('what is not there', () => {
  it('gets a page when a person looks, and a problem when a program does', async () => {
    const seen = await ask('/nowhere', WITH_EYES);
    expect([seen.status, String(seen.body).includes('Nothing here')]).toEqual([404, true]);
    for (const answer of [await ask('/nowhere'), await ask('/_next/static/chunks/old.js', { accept: '*/*' })]) {
      expect([answer.status, answer.headers['content-type']]).toEqual([404, PROBLEM]);
      expect(answer.headers['cache-control']).toBe('no-store');
    }
  });

  it('is told as a problem below /api to everybody', async () => {
    for (const path of ['/api', '/api/', '/api/nowhere']) {
      const answer = await ask(path, WITH_EYES);
      expect([answer.status, answer.headers['content-type']], path).toEqual([404, PROBLEM]);
    }
    expect((await ask('/api/practice/orders', WITH_EYES)).status, 'there, but not to be read').toBe(405);
  });

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/_next/static/../../../secret.txt',
    '/_next/static/%2e%2e%2f%2e%2e%2f%2e%2e%2fsecret.txt',
    '/..\\secret.txt',
    '/%5c..%5csecret.txt',
    '//secret.txt',
    '/index.html%00.txt',
    '/.stamp',
    '/%2estamp',
    '/chart.html',
    '/_next',
    '/_next/static/',
    '/CHART',
    '/404',
    '/__proto__',
    '/constructor',
  ])('is not found at %s', async (path) => {
    const { status, body } = await ask(path, WITH_EYES);
    expect([400, 404]).toContain(status);
    expect(String(body)).not.toContain('not for you');
    expect(String(body)).not.toContain('for whoever builds');
  });

  it('never sends a browser elsewhere', async () => {
    for (const path of ['//evil.example/', '//chart/', '/\\evil.example/', '/%2f%2fevil.example/', '/nowhere/']) {
      const { status, headers } = await ask(path);
      expect([status, headers.location], path).toEqual([404, undefined]);
    }
  });

  it('is any other method', async () => {
    for (const method of ['POST', 'PUT', 'DELETE']) {
      const answer = await ask('/chart', {}, method);
      expect([answer.status, answer.headers.allow], method).toEqual([405, 'GET, HEAD, OPTIONS']);
    }
    expect((await ask(CHUNK_ADDRESS, {}, 'POST')).status).toBe(404);
    expect((await ask('/chart', {}, 'OPTIONS')).status).toBe(204);
  });
});

describe('the rest of the server', () => {
  it('is where it was', async () => {
    for (const path of ['/health', '/metrics', '/docs', '/api/openapi.json', '/api/practice/echo/ab']) {
      expect((await ask(path)).status, path).toBe(200);
    }
  });

  it('counts the dashboard as one', async () => {
    await ask('/chart');
    await ask('/somebody');
    const text = String((await ask('/metrics')).body);
    expect(text).toMatch(/_count\{method="GET",route="\/\*",status="200"\} \d+/);
    expect(text).toMatch(/_count\{method="GET",route="none",status="404"\} \d+/);
    expect(text).not.toMatch(/a1b2|somebody/);
  });

  it('refuses pages from elsewhere the dashboard too', async () => {
    const { status, headers } = await ask('/', { host: `evil.example:${server.port}` });
    expect([status, headers['content-type']]).toEqual([403, PROBLEM]);
  });
});

describe('a dashboard that was never built', () => {
  it.each([undefined, join(above, 'nowhere'), above])(
    'is said to be so, with the way to it (%s)',
    async (dashboard) => {
      const bare = await PracticeServer.start({ ...(dashboard !== undefined && { dashboard }) });
      try {
        const response = await bare.fetch('/');
        const text = await response.text();
        expect([response.status, response.headers.get('content-type')]).toEqual([503, 'text/html; charset=utf-8']);
        expect(text).toContain('npm run build');
        expect(text).toContain('href="/docs"');
        expect((await bare.fetch('/chart', { headers: WITH_EYES })).status).toBe(404);
      } finally {
        await bare.stop();
      }
    },
  );
});

function directives(headers: IncomingHttpHeaders): ReadonlyMap<string, string> {
  const policy = String(headers['content-security-policy']);
  return new Map(policy.split('; ').map((each) => [each.split(' ')[0] ?? '', each.split(' ').slice(1).join(' ')]));
}

function decoded(body: Buffer, encoding: string | undefined): Buffer {
  if (encoding === 'br') return brotliDecompressSync(body);
  return encoding === 'gzip' ? gunzipSync(body) : body;
}
