import { CandorError } from '@candor/domain/candor-error';
import { expect, it } from 'vitest';
import { createLogger } from './logger.ts';

type Line = Readonly<Record<string, unknown>>;

function logged(write: (log: ReturnType<typeof createLogger>) => void): { readonly text: string; readonly line: Line } {
  const texts: string[] = [];
  write(createLogger({ level: 'debug', to: { write: (text: string) => void texts.push(text) } }));
  expect(texts).toHaveLength(1);
  const text = texts[0]!;
  return { text, line: JSON.parse(text) as Line };
}

it('writes one line of fields with its level and an ISO time', () => {
  const { text, line } = logged((log) =>
    log.info({ orderId: 'o-1', symbol: 'AAPL', note: 'two\nlines' }, 'order sent'),
  );
  expect(text.trimEnd()).not.toContain('\n');
  expect(line).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    orderId: 'o-1',
    symbol: 'AAPL',
    note: 'two\nlines',
    msg: 'order sent',
  });
});

const SECRET = 'hunter2-hunter2';

it.each([
  ['a header', { headers: { Authorization: `Bearer ${SECRET}`, 'set-cookie': [SECRET], accept: 'text/html' } }],
  ['a password', { user: { password: SECRET } }],
  ['a token of any kind', { refreshToken: SECRET, access_token: SECRET, tokens: [SECRET] }],
  ['an API key', { apiKey: SECRET, 'x-api-key': SECRET, api_keys: [SECRET] }],
  ['a key of the environment', { env: { ALPACA_SECRET_KEY: SECRET, ALPACA_KEY: SECRET } }],
  ['an address with a password', { url: `postgres://candor:${SECRET}@127.0.0.1:5432/candor` }],
  ['an address without a user', { url: `redis://:${SECRET}@127.0.0.1:6379` }],
  ['a URL object', { url: new URL(`https://candor:${SECRET}@example.com/path`) }],
  ['a bearer token in a text', { note: `sent Authorization: Bearer ${SECRET}` }],
  ['an error’s message', { err: new Error(`cannot connect to postgres://candor:${SECRET}@db/candor`) }],
  ['an error’s fields', { err: Object.assign(new Error('refused'), { password: SECRET }) }],
  ['an error’s cause', { err: new Error('refused', { cause: new Error(`redis://:${SECRET}@db failed`) }) }],
  [
    'an error’s details',
    { err: new CandorError('a.b', { kind: 'retry', message: 'No.', details: { list: [{ token: SECRET }] } }) },
  ],
])('masks %s', (_what, fields) => {
  expect(logged((log) => log.info(fields, 'told')).text).not.toContain('hunter2');
});

it('masks the message, and what a child logger is bound to', () => {
  expect(logged((log) => log.info(`connected to redis://:${SECRET}@127.0.0.1`)).text).not.toContain('hunter2');
  expect(logged((log) => log.child({ token: SECRET }).info('told')).text).not.toContain('hunter2');
});

it('leaves alone what only looks like a secret', () => {
  const fields = {
    idempotencyKey: 'k-1',
    key: 'bars:AAPL',
    keys: 3,
    at: '2026-01-02T09:30:00.000Z',
    url: 'http://127.0.0.1:3000/a@b',
    email: 'a@b.example',
  };
  expect(logged((log) => log.info(fields)).line).toMatchObject(fields);
});

it('tells of an error its code, kind, message, details and cause', () => {
  const cause = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  const error = new CandorError('database.away', {
    kind: 'retry',
    message: 'The database is away.',
    details: { tries: 3, after: new Date(0) },
    cause,
  });
  const shown = {
    name: 'CandorError',
    code: 'database.away',
    kind: 'retry',
    message: 'The database is away.',
    details: { tries: 3, after: '1970-01-01T00:00:00.000Z' },
    stack: expect.stringContaining('logger.test.ts'),
    cause: { name: 'Error', message: 'connect ECONNREFUSED', code: 'ECONNREFUSED', stack: expect.any(String) },
  };
  expect(logged((log) => log.error({ err: error, jobId: 'j-1' }, 'failed')).line).toMatchObject({
    err: shown,
    jobId: 'j-1',
  });
  expect(logged((log) => log.error(error)).line, 'given alone').toMatchObject({
    err: shown,
    msg: 'The database is away.',
  });
});

it('cuts what is no field but a payload, and survives what has no end', () => {
  const round: Record<string, unknown> = { name: 'round' };
  round['self'] = round;
  const { text } = logged((log) =>
    log.info({
      body: 'x'.repeat(1e6),
      bars: Array.from({ length: 1e5 }, (_, i) => i),
      closes: new Float64Array(1e5),
      round,
      big: 7n,
    }),
  );
  expect(text.length).toBeLessThan(10_000);
});

it('says nothing below its level', () => {
  const texts: string[] = [];
  const log = createLogger({ level: 'warn', to: { write: (text: string) => void texts.push(text) } });
  log.info({ orderId: 'o-1' }, 'order sent');
  expect(texts).toEqual([]);
});
