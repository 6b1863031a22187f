import { join } from 'node:path';
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
  // Shells export odd widths; none is a reason to refuse work.
  COLUMNS: z.coerce.number().int().min(20).max(1000).optional().catch(undefined),
});

/** Returns the configuration. The only reader of the environment. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const { NO_COLOR = '', COLUMNS } = Environment.parse(environment);
  return {
    workingDirectory: process.cwd(),
    home: join(import.meta.dirname, '../../..'),
    nodePath: process.execPath,
    noColor: NO_COLOR !== '',
    columns: COLUMNS,
  };
}
