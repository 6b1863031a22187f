import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PracticeServer } from './practice-server.ts';

let server: PracticeServer;
beforeAll(async () => {
  server = await PracticeServer.start();
});
afterAll(() => server.stop());
beforeEach(() => {
  server.log.length = 0;
  server.workshop.orders.length = 0;
});

const Problem = z.looseObject({
  status: z.int(),
  title: z.string().min(1),
  code: z.string(),
  detail: z.string().min(1),
  errors: z.array(z.object({ field: z.string(), rule: z.string(), message: z.string() })).optional(),
});

async function problemOf(response: Response): Promise<z.infer<typeof Problem>> {
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  const problem = Problem.parse(await response.json());
  expect(problem).toMatchObject({
    type: `urn:candor:problem:${problem.code}`,
    status: response.status,
    requestId: response.headers.get('x-request-id'),
  });
  return problem;
}

describe('an input in the address', () => {
  it('reads numbers, switches, lists and text as their fields want them', async () => {
    const response = await server.fetch(
      '/api/practice/echo/a%20b%2F?count=3&ratio=-1.5e2&loud=true&tags=x&tags=y&kind=fancy&mixed=7',
    );
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      understood: { name: 'a b/', count: 3, ratio: -150, loud: true, tags: ['x', 'y'], kind: 'fancy', mixed: 7 },
    });
  });

  it('takes a list of one, and a number for a name', async () => {
    const response = await server.fetch('/api/practice/echo/12?tags=one');
    expect(await response.json()).toEqual({ understood: { name: '12', count: 1, loud: false, tags: ['one'] } });
  });

  it('refuses every wrong and every unknown name at once, each by name and rule', async () => {
    const problem = await problemOf(
      await server.fetch(
        '/api/practice/echo/a?count=ten&ratio=&loud=yes&kind=fanzy&colour=red&tags=1&tags=2&tags=3&tags=4',
      ),
    );
    expect(problem).toMatchObject({ status: 422, code: 'operations.bad-input' });
    expect(Object.fromEntries(problem.errors!.map(({ field, rule }) => [field, rule]))).toEqual({
      name: 'too_small',
      count: 'invalid_type',
      ratio: 'invalid_type',
      loud: 'invalid_type',
      kind: 'invalid_value',
      tags: 'too_big',
      colour: 'unrecognized_keys',
    });
    expect(problem.detail).toContain('"colour" is unknown.');
    expect(problem.detail).toContain('Did you mean "fancy"?');
  });

  it.each(['count=3&count=4', 'name=other', '__proto__=1', 'tags[]=1', 'constructor=1', 'hasOwnProperty=1'])(
    'refuses ?%s',
    async (query) => {
      const problem = await problemOf(await server.fetch(`/api/practice/echo/ab?${query}`));
      expect(problem).toMatchObject({ status: 422, code: 'operations.bad-input' });
    },
  );
});

describe('an input in a body', () => {
  it('is taken as it is', async () => {
    const response = await server.post('/api/practice/orders', {
      symbol: 'ABC',
      sizing: { id: 'x', params: { a: 1 } },
    });
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({ number: 1, symbol: 'ABC' });
  });

  it.each([
    ['', 400, 'http.not-json'],
    ['{', 400, 'http.not-json'],
    ["{'a':1}", 400, 'http.not-json'],
    ['{"symbol":"A","__proto__":{"x":1}}', 400, 'http.not-json'],
    ['{"symbol":"A","\\u005f_proto__":{"x":1}}', 400, 'http.not-json'],
    ['[]', 422, 'operations.bad-input'],
    ['null', 422, 'operations.bad-input'],
    ['"text"', 422, 'operations.bad-input'],
    ['{}', 422, 'operations.bad-input'],
    ['{"symbol":null}', 422, 'operations.bad-input'],
  ])('refuses %j with %i', async (body, status, code) => {
    expect(await problemOf(await server.post('/api/practice/orders', body))).toMatchObject({ status, code });
    expect(server.workshop.orders).toEqual([]);
  });

  it('refuses unknown fields at any depth, by path', async () => {
    const body = {
      symbol: 'ABC',
      symobl: 'ABD',
      sizing: { id: 'x', parms: {}, params: { any: 1 } },
      legs: [{ side: 'buy' }, { side: 'sell', sied: 'x' }],
    };
    const problem = await problemOf(await server.post('/api/practice/orders', body));
    expect(problem.errors!.map(({ field }) => field).toSorted()).toEqual(['legs.1.sied', 'sizing.parms', 'symobl']);
    expect(server.workshop.orders).toEqual([]);
  });

  it('refuses a field of the body in the query', async () => {
    const problem = await problemOf(await server.post('/api/practice/orders?symbol=ABC', {}));
    expect(problem.detail).toContain('belongs in the body');
  });

  it('refuses bytes that are no text', async () => {
    const body = Buffer.concat([Buffer.from('{"symbol":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]);
    const response = await server.fetch('/api/practice/orders', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect(await problemOf(response)).toMatchObject({ status: 400, code: 'http.not-text' });
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/csv'])(
    'refuses %s, which a page of another site could send without asking',
    async (type) => {
      const response = await server.post('/api/practice/orders', '{"symbol":"ABC"}', { 'content-type': type });
      expect(await problemOf(response)).toMatchObject({ status: 415, code: 'http.wrong-media-type' });
      expect(server.workshop.orders).toEqual([]);
    },
  );

  it('refuses a body without a type', async () => {
    const answer = await server.raw(
      `POST /api/practice/orders HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nContent-Length: 16\r\nConnection: close\r\n\r\n{"symbol":"ABC"}`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 415 /);
    expect(server.workshop.orders).toEqual([]);
  });

  it('refuses one that is too large, announced or not', async () => {
    const big = `{"symbol":"${'x'.repeat(2 ** 20)}"}`;
    expect(await problemOf(await server.post('/api/practice/orders', big))).toMatchObject({
      status: 413,
      code: 'http.too-large',
    });
    const chunk = `${big.length.toString(16)}\r\n${big}\r\n0\r\n\r\n`;
    const answer = await server.raw(
      `POST /api/practice/orders HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n${chunk}`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(server.workshop.orders).toEqual([]);
  });

  it('refuses a body where none is looked for', async () => {
    const response = await server.fetch('/api/practice/orders', {
      method: 'DELETE',
      headers: { 'content-type': 'application/json' },
      body: '{"confirm":true}',
    });
    expect(await problemOf(response)).toMatchObject({ status: 422 });
  });
});

describe('a file as the body', () => {
  const upload = (body: string | Buffer, type = 'text/csv', query = '?symbol=ABC&all=true') =>
    server.fetch(`/api/practice/files${query}`, { method: 'POST', headers: { 'content-type': type }, body });

  it('is handed over as text, beside the fields of the query', async () => {
    expect(await (await upload('a,b\n1,2\n3,4\n', 'text/csv; charset=utf-8')).json()).toEqual({
      lines: 3,
      symbol: 'ABC',
      all: true,
    });
  });

  it('has its own size, type and rules', async () => {
    expect((await problemOf(await upload('x'.repeat(5_001)))).code).toBe('http.too-large');
    expect((await problemOf(await upload('{}', 'application/json'))).code).toBe('http.wrong-media-type');
    expect((await problemOf(await upload(Buffer.from([0xc3, 0x28])))).code).toBe('http.not-text');
    expect((await problemOf(await upload(''))).code).toBe('operations.bad-input');
    expect((await problemOf(await upload('a', 'text/csv', '?symbol=A&cvs=1'))).errors).toMatchObject([
      { field: 'cvs' },
    ]);
    expect((await problemOf(await upload('a', 'text/csv', '?symbol=A&csv=1'))).status).toBe(422);
  });
});

describe('an answer', () => {
  it('of a GET has a strong tag, and none of its body when the caller has it', async () => {
    const first = await server.fetch('/api/practice/echo/ab');
    const tag = first.headers.get('etag')!;
    expect(tag).toMatch(/^"[\w-]{43}"$/);
    expect(first.headers.get('cache-control')).toBe('no-store');
    for (const known of [tag, `W/${tag}`, `"x", ${tag}`, '*']) {
      const again = await server.fetch('/api/practice/echo/ab', { headers: { 'if-none-match': known } });
      expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, tag, '']);
    }
    const other = await server.fetch('/api/practice/echo/ac', { headers: { 'if-none-match': tag } });
    expect(other.status).toBe(200);
  });

  it('that never changes is computed once', async () => {
    const answers = [];
    for (let i = 0; i < 3; i++) answers.push(await server.fetch('/api/practice/constant'));
    expect(await Promise.all(answers.map((answer) => answer.json()))).toEqual(Array(3).fill({ computed: 1 }));
    expect(answers[2]!.headers.get('cache-control')).toBe('private, no-cache');
    expect(await (await server.fetch('/api/practice/constant?find=x')).json()).toEqual({ computed: 2 });
  });

  it('that never changes passes the same doors as any other', async () => {
    const path = '/api/practice/constant?find=doors';
    const first = await server.fetch(path);
    const kept = await server.fetch(path, { headers: { 'x-request-id': 'mine' } });
    expect(await kept.json()).toEqual(await first.json());
    expect(kept.headers.get('x-request-id')).toBe('mine');
    const but = ['x-request-id', 'ratelimit', 'date'];
    const told = (headers: Headers) => Object.fromEntries([...headers].filter(([name]) => !but.includes(name)));
    expect(told(kept.headers)).toEqual(told(first.headers));
    const same = await server.fetch(path, { headers: { 'if-none-match': first.headers.get('etag')! } });
    expect([same.status, await same.text()]).toEqual([304, '']);
    expect((await server.fetch(path, { method: 'HEAD' })).headers.get('etag')).toBe(first.headers.get('etag'));
    expect((await server.fetch(path, { method: 'POST' })).status).toBe(405);
    for (const header of ['Host: evil.example', `Host: 127.0.0.1:${server.port}\r\nOrigin: http://evil.example`]) {
      const answer = await server.raw(`GET ${path} HTTP/1.1\r\n${header}\r\nConnection: close\r\n\r\n`);
      expect(answer).toMatch(/^HTTP\/1\.1 403 /);
    }
    const lines = () =>
      server.log.filter(({ route }) => route === '/api/practice/constant').map(({ status }) => status);
    await server.until(() => lines().length === 6);
    expect(lines().toSorted()).toEqual([200, 200, 200, 304, 403, 403]);
  });

  it('has no body on HEAD, and the same headers', async () => {
    const get = await server.fetch('/api/practice/echo/ab');
    const head = await server.fetch('/api/practice/echo/ab', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    for (const name of ['etag', 'content-type', 'content-length']) {
      expect(head.headers.get(name)).toBe(get.headers.get(name));
    }
  });

  it('bears the id of the request: the caller’s own when it is sane', async () => {
    const ids = ['my-trace.1', 'bad id', 'x'.repeat(65), 'a"b'];
    const answers = await Promise.all(
      ids.map((id) => server.fetch('/api/practice/echo/ab', { headers: { 'x-request-id': id } })),
    );
    const given = answers.map(({ headers }) => headers.get('x-request-id'));
    expect(given[0]).toBe('my-trace.1');
    for (const made of given.slice(1)) expect(made).toMatch(/^[0-9a-f]{8}-[0-9a-z]+$/);
  });
});

describe('a problem', () => {
  it.each([
    ['NONE', 404, 'practice.unknown-symbol'],
    ['HALT', 409, 'practice.halted'],
    ['TAKEN', 409, 'practice.taken'],
  ])('of an operation has its status: %s is %i', async (symbol, status, code) => {
    expect(await problemOf(await server.post('/api/practice/orders', { symbol }))).toMatchObject({
      status,
      code,
      instance: '/api/practice/orders',
    });
  });

  it('that may pass says when to try again', async () => {
    server.workshop.failuresToCome = 1;
    const response = await server.post('/api/practice/orders', { symbol: 'ABC' });
    expect(await problemOf(response)).toMatchObject({ status: 503, code: 'storage.unavailable' });
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('of our own shows nothing of the inside, and all of it to the log', async () => {
    const response = await server.post('/api/practice/orders', { symbol: 'FAULT' });
    const problem = await problemOf(response);
    expect(problem).toMatchObject({ status: 500, code: 'server.unexpected' });
    expect(JSON.stringify(problem)).not.toContain('hunter2');
    const logged = server.log.find(({ msg }) => msg === 'request failed');
    expect(logged).toMatchObject({ level: 'error', requestId: response.headers.get('x-request-id') });
    expect(JSON.stringify(logged)).toContain('practice-operations.ts');
  });

  it('is what an answer becomes that is not what was promised', async () => {
    expect(await problemOf(await server.fetch('/api/practice/broken'))).toMatchObject({ status: 500 });
  });

  it('tells an unknown address from a wrong method', async () => {
    expect(await problemOf(await server.fetch('/api/nothing?secret=1'))).toMatchObject({
      status: 404,
      code: 'http.no-such-route',
      instance: '/api/nothing',
    });
    const wrong = await server.fetch('/api/practice/orders', { method: 'PUT' });
    expect(wrong.headers.get('allow')).toBe('DELETE, POST, OPTIONS');
    expect(await problemOf(wrong)).toMatchObject({ status: 405, code: 'http.wrong-method' });
    const options = await server.fetch('/api/practice/echo/x', { method: 'OPTIONS' });
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS']);
    expect(options.headers.get('access-control-allow-origin')).toBeNull();
    expect((await problemOf(await server.fetch('/api/nothing', { method: 'OPTIONS' }))).status).toBe(404);
  });

  it.each([
    ['/api/practice/echo/%zz', 400, 'http.bad-url'],
    [`/api/practice/echo/${'x'.repeat(301)}`, 414, 'http.url-too-long'],
    [`/api/practice/echo/ab?tags=${'x'.repeat(4096)}`, 414, 'http.url-too-long'],
  ])('names a broken address', async (path, status, code) => {
    const response = await server.fetch(path);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await response.json()).toMatchObject({ status, code });
  });
});

describe('the log', () => {
  it('has one line for a request, by route, without what was asked or sent', async () => {
    await server.fetch('/api/practice/echo/topsecret?tags=hidden');
    await server.post('/api/practice/orders', { symbol: 'QUIET' }, { authorization: 'Bearer abc' });
    await server.fetch('/api/none/private?x=1');
    await server.until(() => server.log.length >= 3);
    expect(server.log.map(({ msg, method, route, status }) => [msg, method, route, status])).toEqual([
      ['request', 'GET', '/api/practice/echo/:name', 200],
      ['request', 'POST', '/api/practice/orders', 201],
      ['request', 'GET', 'none', 404],
    ]);
    for (const { durationMs, requestId } of server.log) {
      expect([typeof durationMs, typeof requestId]).toEqual(['number', 'string']);
    }
    expect(JSON.stringify(server.log)).not.toMatch(/topsecret|hidden|QUIET|Bearer|private/);
  });
});
