import { join } from 'node:path';
import { CandorError } from '@candor/domain/candor-error';
import { z } from 'zod';

/** Everything the process was told from outside but its arguments. */
export interface Config {
  /** Where relative paths of the person start. */
  readonly workingDirectory: string;
  /** The root of the clone. */
  readonly home: string;
  /** The Node that runs us, to start tools with. */
  readonly nodePath: string;
  /** Asked not to colour anything, by NO_COLOR (no-color.org). */
  readonly noColor: boolean;
  /** Width asked for by COLUMNS, where the terminal does not tell. */
  readonly columns: number | undefined;
}

const Environment = z.object({
  NO_COLOR: z.string().optional(),
  COLUMNS: z.coerce.number().int().min(20).max(1000).optional(),
});

/** Returns the configuration. The only reader of the environment; throws `config.bad-environment` naming the key and its rule. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new CandorError('config.bad-environment', {
      kind: 'invalid',
      message: `The environment's ${issue?.path.join('.')} cannot be used: ${issue?.message}.`,
      cause: parsed.error,
    });
  }
  return {
    workingDirectory: process.cwd(),
    home: join(import.meta.dirname, '../../..'),
    nodePath: process.execPath,
    noColor: (parsed.data.NO_COLOR ?? '') !== '',
    columns: parsed.data.COLUMNS,
  };
}
