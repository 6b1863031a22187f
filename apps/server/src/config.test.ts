import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

it('honours NO_COLOR when it is not empty, whatever it says', () => {
  expect([{}, { NO_COLOR: '' }, { NO_COLOR: '0' }].map((environment) => readConfig(environment).noColor)).toEqual([
    false,
    false,
    true,
  ]);
});

it('takes a usable width, and forgets one that no table fits', () => {
  const widths = ['120', '0', 'wide', undefined].map((columns) => readConfig({ COLUMNS: columns }).columns);
  expect(widths).toEqual([120, undefined, undefined, undefined]);
});

it('needs nothing: one process, one directory in the clone, port 3000, loopback', () => {
  const config = readConfig({});
  expect(config).toMatchObject({ backing: { kind: 'embedded' }, host: '127.0.0.1', port: 3000, logLevel: 'info' });
  expect(config.dataDirectory).toBe(join(config.home, '.candor'));
});

it('opens the demo unless asked not to', () => {
  expect([{}, { CANDOR_DEMO: 'on' }, { CANDOR_DEMO: 'off' }].map((said) => readConfig(said).opensDemo)).toEqual([
    true,
    true,
    false,
  ]);
});

it('takes a data directory relative to where it was started', () => {
  expect(readConfig({ CANDOR_HOME: 'elsewhere' }).dataDirectory).toBe(resolve('elsewhere'));
});

it('runs on servers when both are named', () => {
  const databaseUrl = 'postgres://me:secret@127.0.0.1:5432/candor';
  const redisUrl = 'redis://127.0.0.1:6379';
  expect(readConfig({ DATABASE_URL: databaseUrl, REDIS_URL: redisUrl }).backing).toEqual({
    kind: 'servers',
    databaseUrl,
    redisUrl,
  });
});

describe('refuses by name', () => {
  it.each([
    [{ DATABASE_URL: 'postgres://127.0.0.1/candor' }, 'DATABASE_URL is set and REDIS_URL is not'],
    [{ REDIS_URL: 'redis://127.0.0.1' }, 'REDIS_URL is set and DATABASE_URL is not'],
    [{ DATABASE_URL: 'mysql://127.0.0.1/x', REDIS_URL: 'redis://127.0.0.1' }, 'DATABASE_URL must be an address like'],
    [{ DATABASE_URL: 'postgres://127.0.0.1/x', REDIS_URL: 'localhost' }, 'REDIS_URL must be an address like'],
    [{ PORT: '70000' }, 'PORT must be a whole number from 0 to 65535'],
    [{ PORT: '3000x' }, 'PORT must be a whole number'],
    [{ HOST: '0.0.0.0' }, 'HOST must be a loopback address'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of'],
    [{ CANDOR_COMPUTE_THREADS: '0' }, 'CANDOR_COMPUTE_THREADS must be a whole number from 1 to 64'],
    [{ CANDOR_DEMO: 'no' }, 'CANDOR_DEMO must be on or off'],
    [{ CANDOR_HOM: '/tmp' }, 'CANDOR_HOM is no setting of Candor. Did you mean CANDOR_HOME?'],
  ])('%o', (environment, sentence) => {
    expect(() => readConfig(environment)).toThrow(sentence);
  });

  it('and never repeats an address, which may hold a password', () => {
    expect(() => readConfig({ DATABASE_URL: 'mysql://me:secret@x/y', REDIS_URL: 'redis://127.0.0.1' })).toThrow(
      /^(?!.*secret)/,
    );
  });
});
