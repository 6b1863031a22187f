import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { CandorError } from '@candor/domain/candor-error';
import { nearest } from '@candor/domain/nearest';
import { z } from 'zod';

/** Where what is remembered is kept, and what carries jobs and messages. */
export type Backing =
  /** Everything in one process and one directory. */
  { readonly kind: 'embedded' } | { readonly kind: 'servers'; readonly databaseUrl: string; readonly redisUrl: string };

/** Everything the process was told from outside but its arguments. */
export interface Config {
  /** Where relative paths of the person start. */
  readonly workingDirectory: string;
  /** The root of the clone. */
  readonly home: string;
  /** The directory of everything that is kept, absolute. It has one owner at a time. */
  readonly dataDirectory: string;
  readonly backing: Backing;
  /** Address to listen on; a loopback one, until there are accounts. */
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  /** A server that finds no account, and that there never was one, opens the demo. */
  readonly opensDemo: boolean;
  /** Worker threads for heavy computations. */
  readonly computeThreads: number;
  /** The Node that runs us, to start tools with. */
  readonly nodePath: string;
  readonly nodeVersion: string;
  readonly processId: number;
  /** Asked not to colour anything, by NO_COLOR (no-color.org). */
  readonly noColor: boolean;
  /** Width asked for by COLUMNS, where the terminal does not tell. */
  readonly columns: number | undefined;
}

const url = (name: string, protocols: readonly string[], example: string) =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
      `${name} must be an address like ${example}`,
    );

const LOOPBACK = /^(127(\.\d{1,3}){3}|::1|localhost)$/;

const Environment = z.object({
  NO_COLOR: z.string().optional(),
  // Shells export odd widths; none is a reason to refuse work.
  COLUMNS: z.coerce.number().int().min(20).max(1000).optional().catch(undefined),
  CANDOR_HOME: z.string().optional(),
  CANDOR_DEMO: z.enum(['on', 'off'], 'CANDOR_DEMO must be on or off').default('on'),
  CANDOR_COMPUTE_THREADS: z
    .stringFormat('threads', /^([1-9]|[1-5]\d|6[0-4])$/, 'CANDOR_COMPUTE_THREADS must be a whole number from 1 to 64')
    .optional(),
  DATABASE_URL: url(
    'DATABASE_URL',
    ['postgres:', 'postgresql:'],
    'postgres://user:password@127.0.0.1:5432/candor',
  ).optional(),
  REDIS_URL: url('REDIS_URL', ['redis:', 'rediss:'], 'redis://127.0.0.1:6379').optional(),
  HOST: z
    .string()
    .regex(
      LOOPBACK,
      'HOST must be a loopback address such as 127.0.0.1: there are no accounts yet, so nobody else may reach this server',
    )
    .default('127.0.0.1'),
  PORT: z
    .string()
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, 'PORT must be a whole number from 0 to 65535')
    .default('3000'),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent',
    )
    .default('info'),
});

/** Names that begin like ours and belong to the tests. */
const FOR_TESTS = ['CANDOR_REFERENCE_DATA', 'CANDOR_TEST_SEED'];

/** Returns the configuration. The only reader of the environment. Throws `config.…` (invalid), naming the key and the rule. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  // An empty value is what a shell or a compose file says for "not set".
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  refuseUnknown(given);
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const sentences = parsed.error.issues.map(({ message }) => `${message}.`);
    // The value is not repeated: an address may hold a password.
    throw new CandorError('config.bad-value', { kind: 'invalid', message: sentences.join(' ') });
  }
  const values = parsed.data;
  const workingDirectory = process.cwd();
  const home = join(import.meta.dirname, '../../..');
  return {
    workingDirectory,
    home,
    dataDirectory:
      values.CANDOR_HOME === undefined ? join(home, '.candor') : resolve(workingDirectory, values.CANDOR_HOME),
    backing: backingOf(values),
    host: values.HOST === 'localhost' ? '127.0.0.1' : values.HOST,
    port: Number(values.PORT),
    logLevel: values.LOG_LEVEL,
    opensDemo: values.CANDOR_DEMO === 'on',
    computeThreads: Number(values.CANDOR_COMPUTE_THREADS ?? Math.max(1, availableParallelism() - 1)),
    nodePath: process.execPath,
    nodeVersion: process.version,
    processId: process.pid,
    noColor: values.NO_COLOR !== undefined,
    columns: values.COLUMNS,
  };
}

function backingOf({ DATABASE_URL, REDIS_URL }: z.infer<typeof Environment>): Backing {
  if (DATABASE_URL !== undefined && REDIS_URL !== undefined)
    return { kind: 'servers', databaseUrl: DATABASE_URL, redisUrl: REDIS_URL };
  if (DATABASE_URL === undefined && REDIS_URL === undefined) return { kind: 'embedded' };
  const [there, missing] = DATABASE_URL === undefined ? ['REDIS_URL', 'DATABASE_URL'] : ['DATABASE_URL', 'REDIS_URL'];
  throw new CandorError('config.half', {
    kind: 'invalid',
    message: `${there} is set and ${missing} is not. Set both to run on PostgreSQL and Redis, or neither to run on what Candor brings along.`,
  });
}

function refuseUnknown(given: Readonly<Record<string, string | undefined>>): void {
  const known = [...Object.keys(Environment.shape), ...FOR_TESTS];
  const unknown = Object.keys(given).find((name) => name.startsWith('CANDOR_') && !known.includes(name));
  if (unknown === undefined) return;
  const near = nearest(unknown, known);
  throw new CandorError('config.unknown', {
    kind: 'invalid',
    message: `${unknown} is no setting of Candor. ${near === undefined ? `There are: ${known.join(', ')}.` : `Did you mean ${near}?`}`,
  });
}
