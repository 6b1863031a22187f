import { createContainer, type OpenContainer } from '@candor/server/container';
import { createHttpServer } from '@candor/server/http/create-http-server';
import { mountedOf } from '@candor/server/http/mounted-operation';
import { placesOf } from '@candor/server/http/read-input';
import { createAccount } from '@candor/server/operations/accounts/create-account';
import { listAccounts } from '@candor/server/operations/accounts/list-accounts';
import { listBacktests } from '@candor/server/operations/backtests/list-backtests';
import { listDatasets } from '@candor/server/operations/bars/list-datasets';
import { operationCatalog } from '@candor/server/operations/catalog';
import { createConfiguration } from '@candor/server/operations/configurations/create-configuration';
import { listConfigurations } from '@candor/server/operations/configurations/list-configurations';
import { listJobs } from '@candor/server/operations/jobs/list-jobs';
import { listOrders } from '@candor/server/operations/orders/list-orders';
import { listQuarantine } from '@candor/server/operations/quarantine/list-quarantine';
import { createSession } from '@candor/server/operations/sessions/create-session';
import { listSessions } from '@candor/server/operations/sessions/list-sessions';
import { RateLimiter } from '@candor/server/resources/rate-limiter';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../chaos/until.ts';
import { makeScratchFolder, removeScratchFolder } from '../scratch-folder.ts';
import { type Answer, HttpDoor, problemOf, requestOf } from './http-door.ts';
import { breaking, fieldsOf, hostile, withRubbish } from './rubbish.ts';
import { scratchConfig } from './whole-server.ts';

const mounted = mountedOf(operationCatalog);
const PLENTY = { limit: 1_000_000, windowSeconds: 60 };
const AT_ONCE = 16;

const home = makeScratchFolder('api-');
let container: OpenContainer;
let app: FastifyInstance;
let door: HttpDoor;
let seat: Promise<void>;
const leaving = new AbortController();
beforeAll(async () => {
  // The whole server but for its rate limits, which would have their say here before anything else.
  container = createContainer(scratchConfig(home), { role: 'server' });
  await container.open();
  const { logger, metrics, healthBoard: health, unitOfWork, clock } = container;
  const rateLimiter = new RateLimiter({ limits: { read: PLENTY, write: PLENTY, heavy: PLENTY } });
  const shared = { container, logger, metrics, health, rateLimiter, unitOfWork, clock };
  app = await createHttpServer({ ...shared, operations: operationCatalog, version: '0.0.0' });
  seat = container.tradingSeat.hold(leaving.signal);
  door = new HttpDoor(await app.listen({ host: '127.0.0.1', port: 0 }));
  await door.done(createAccount, { id: 'first' });
  await door.done(createConfiguration, { id: 'crossover', strategy: 'sma-crossover' });
  await until(() => health.state().isReady);
  const sleeves = [{ configurationId: 'crossover', symbols: ['AAPL'] }];
  await door.done(createSession, { id: 'first-run', accountId: 'first', sleeves, from: '2018-01-02' });
}, 120_000);
afterAll(async () => {
  await app.close();
  leaving.abort();
  await seat;
  await container.close();
  removeScratchFolder(home);
});

/** Everything there is, to be compared. */
async function inventory() {
  const all = { limit: 500 };
  return [
    await door.done(listAccounts, { archived: true }),
    await door.done(listConfigurations),
    await door.done(listSessions),
    await door.done(listOrders, all),
    await door.done(listJobs, all),
    await door.done(listBacktests, all),
    await door.done(listDatasets),
    await door.done(listQuarantine, all),
  ];
}

/** Does something with each, some at once. */
async function each<Entry>(entries: readonly Entry[], work: (entry: Entry) => Promise<void>): Promise<void> {
  for (let at = 0; at < entries.length; at += AT_ONCE) await Promise.all(entries.slice(at, at + AT_ONCE).map(work));
}

function shortly(value: unknown): string {
  return (JSON.stringify(value) ?? 'nothing').slice(0, 200);
}

function expectBadInput(answer: Answer, what: string): ReturnType<typeof problemOf> {
  expect([what, answer.status, answer.status >= 400 ? '' : answer.body]).toEqual([what, 422, '']);
  const problem = problemOf(answer);
  expect([what, problem.code]).toEqual([what, 'operations.bad-input']);
  expect(problem.detail.length, `${what} is told shortly`).toBeLessThan(4_000);
  return problem;
}

describe.each(mounted)('$id', (operation) => {
  const { input, http } = operation;
  const [example] = http.examples;
  const fields = fieldsOf(input);
  const places = placesOf(http, Object.keys(input.shape));
  const hasBody = http.rawBody === undefined && http.method !== 'GET' && http.method !== 'DELETE';
  const isText = (path: readonly (string | number)[]): boolean =>
    places.get(String(path[0])) !== 'body' || http.rawBody !== undefined;

  it('refuses every value that breaks a rule, naming the field, and does nothing', async () => {
    const before = await inventory();
    const all = fields.flatMap((field) => breaking(field, isText(field.path)));
    // An empty part of an address makes it another address.
    const sayable = all.filter(({ path, value }) => places.get(String(path[0])) !== 'path' || value !== '');
    await each(sayable, async (rubbish) => {
      const wrong = withRubbish(example.input, rubbish);
      if (wrong === undefined) return;
      const what = `${rubbish.path.join('.')} = ${shortly(rubbish.value)}`;
      const { errors } = expectBadInput(await door.ask(operation, wrong), what);
      const named = errors?.map(({ field }) => field) ?? [];
      expect([what, named]).toEqual([
        what,
        expect.toSatisfy(() => named.some((name) => name.split('.')[0] === rubbish.path[0])),
      ]);
    });
    expect(await inventory()).toEqual(before);
  });

  it('takes harmful text for text, and large numbers for numbers', async () => {
    await each(fields.flatMap(hostile), async (rubbish) => {
      const strange = withRubbish(example.input, rubbish);
      if (strange === undefined) return;
      const answer = await door.ask(operation, strange);
      const what = `${rubbish.path.join('.')} = ${shortly(rubbish.value)}`;
      expect([what, answer.status, answer.status >= 500 ? answer.body : '']).toEqual([
        what,
        expect.toSatisfy((status) => status < 500),
        '',
      ]);
      if (answer.status >= 400) problemOf(answer);
    });
    expect(
      (await door.done(listAccounts)).accounts.map(({ id }) => id),
      'nothing was dropped',
    ).toContain('first');
  });

  const cursorTest = async (): Promise<void> => {
    const made = ['NaN', 'Infinity', '1.5', '1e300', '01', 'null', '[]', '', '9'.repeat(20)];
    const cursors = [...made.map((text) => Buffer.from(text).toString('base64url')), 'x', '!', '-1'];
    await each(cursors, async (cursor) => {
      const answer = await door.ask(operation, { ...example.input, cursor });
      expect([cursor, answer.status, problemOf(answer).code]).toEqual([cursor, 422, 'operations.bad-cursor']);
    });
    for (const after of [-1, 0, 2 ** 31, Number.MAX_SAFE_INTEGER]) {
      const cursor = Buffer.from(String(after)).toString('base64url');
      const { status } = await door.ask(operation, { ...example.input, cursor });
      expect([after, status]).toEqual([after, 200]);
    }
  };
  if (input.shape['cursor'] !== undefined) it('goes on from no cursor that it did not make', cursorTest);

  const unknownTest = async (): Promise<void> => {
    const ids = [...http.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name!, 'none-such']);
    const answer = await door.ask(operation, { ...example.input, ...Object.fromEntries(ids) });
    expect(answer.status).toBe(404);
    const { code } = problemOf(answer);
    expect(http.problems?.map((problem) => problem.code)).toContain(code);
  };
  if (http.path.includes('{')) it('says so when there is no such thing', unknownTest);

  const bodyTest = async (): Promise<void> => {
    const before = await inventory();
    const { path, init } = requestOf(http, example.input);
    const send = (body: string, type = 'application/json') =>
      door.send(path, { ...init, headers: { 'content-type': type }, body });
    await each(['[]', 'null', '7', '"text"', 'true', '[{}]'], async (body) => {
      const answer = await send(body);
      expect([body, answer.status, problemOf(answer).code]).toEqual([body, 422, 'operations.bad-input']);
    });
    await each(['', '{', '{"a":NaN}', '{"__proto__":{}}', "{'a':1}"], async (body) => {
      const answer = await send(body);
      expect([body, answer.status, problemOf(answer).code]).toEqual([body, 400, 'http.not-json']);
    });
    const wrongType = await send(JSON.stringify(example.input), 'text/plain');
    expect([wrongType.status, problemOf(wrongType).code]).toEqual([415, 'http.wrong-media-type']);
    for (const field of Object.keys(input.shape).filter((name) => places.get(name) === 'body')) {
      for (const [open, close] of [
        ['[', ']'],
        ['{"a":', '}'],
      ] as const) {
        const deep = `{"${field}":${open.repeat(50_000)}1${close.repeat(50_000)}}`;
        expectBadInput(await send(deep), `${field} = ${deep.slice(0, 40)}`);
      }
    }
    expect(await inventory()).toEqual(before);
  };
  if (hasBody) it('takes no body that is no object, of another type, or made to exhaust who reads it', bodyTest);
});
