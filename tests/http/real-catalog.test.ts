import { createFallbackChain } from '@candor/market-data/fallback-chain';
import { bundled } from '@candor/market-data/providers/bundled';
import { generator } from '@candor/market-data/providers/generator';
import type { Container } from '@candor/server/container';
import { mountedOf } from '@candor/server/http/mounted-operation';
import { operationCatalog } from '@candor/server/operations/catalog';
import { createOwnStrategies } from '@candor/server/resources/own-strategies';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { makeScratchFolder, removeScratchFolder } from '../scratch-folder.ts';
import { PracticeServer } from './practice-server.ts';

const mounted = mountedOf(operationCatalog);

let home: string;
let server: PracticeServer;
beforeAll(async () => {
  home = makeScratchFolder('http-');
  const parts: Partial<Container> = {
    marketData: createFallbackChain([bundled.open(), generator.open()]),
    ownStrategies: createOwnStrategies(home, home),
  };
  server = await PracticeServer.start({ operations: operationCatalog, container: parts as Container });
});
afterAll(async () => {
  await server.stop();
  removeScratchFolder(home);
});

describe('the operations there are', () => {
  it.each(mounted.map(({ id, http }) => ({ id, http })))('$id refuses a field it does not know', async ({ http }) => {
    const path = http.path.replace(/\{\w+\}/g, 'x');
    const hasBody = http.rawBody === undefined && http.method !== 'GET' && http.method !== 'DELETE';
    const response = await server.fetch(`/api${path}${hasBody ? '' : '?no-such-field=1'}`, {
      method: http.method,
      ...(hasBody && { headers: { 'content-type': 'application/json' }, body: '{"no-such-field":1}' }),
      ...(http.rawBody && { headers: { 'content-type': http.rawBody.contentType }, body: 'x' }),
    });
    expect([response.status, await response.text()]).toEqual([
      422,
      expect.stringContaining('\\"no-such-field\\" is unknown.'),
    ]);
  });

  it('answer over HTTP as they answer a command', async () => {
    const symbols = z.object({ series: z.array(z.looseObject({ symbol: z.string() })) });
    const { series } = symbols.parse(await (await server.fetch('/api/symbols')).json());
    expect(series.map(({ symbol }) => symbol)).toContain('AAPL');

    const averages = await server.fetch('/api/indicators?find=average');
    expect(await averages.json()).toMatchObject({
      indicators: expect.arrayContaining([expect.objectContaining({ id: 'sma' })]),
    });

    const computed = await server.post('/api/indicators/compute', {
      indicator: 'sma',
      symbol: 'AAPL',
      params: { period: 3 },
    });
    const Computed = z.looseObject({
      close: z.array(z.number()),
      indicators: z.array(z.looseObject({ outputs: z.array(z.object({ values: z.array(z.number().nullable()) })) })),
    });
    const { close, indicators } = Computed.parse(await computed.json());
    const { outputs } = indicators[0]!;
    expect(outputs[0]!.values.slice(0, 2), 'missing is null').toEqual([null, null]);
    expect(outputs[0]!.values[2]).toBeCloseTo((close[0]! + close[1]! + close[2]!) / 3, 9);

    const created = await server.post('/api/strategies', { name: 'mine' });
    expect([created.status, await created.json()]).toEqual([201, { path: 'my/mine.ts' }]);
    expect(await (await server.fetch('/api/strategies')).json()).toMatchObject({ own: [{ name: 'my/mine.ts' }] });
  });

  it('refuse what they cannot do with a problem that says it', async () => {
    const unknown = await server.post('/api/indicators/compute', { indicator: 'rsj', symbol: 'AAPL' });
    expect([unknown.status, await unknown.json()]).toMatchObject([404, { code: 'indicators.unknown' }]);
    const elsewhere = await server.post('/api/strategies/check', { file: '../../etc/passwd.ts' });
    expect([elsewhere.status, await elsewhere.json()]).toMatchObject([403, { code: 'own-strategies.outside' }]);
  });

  it('are described where they are served', async () => {
    const response = await server.fetch('/api/openapi.json');
    const Served = z.looseObject({ paths: z.record(z.string(), z.record(z.string(), z.looseObject({}))) });
    const { paths } = Served.parse(await response.json());
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(described.toSorted()).toEqual(
      mounted.map(({ http }) => `${http.method.toLowerCase()} /api${http.path}`).toSorted(),
    );
    const again = await server.fetch('/api/openapi.json', {
      headers: { 'if-none-match': response.headers.get('etag')! },
    });
    expect(again.status).toBe(304);
  });
});
