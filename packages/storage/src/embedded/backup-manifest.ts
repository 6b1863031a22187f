/** What a backup says of itself. It is the first file of the archive, so it is known before anything else is read. */
export interface BackupManifest {
  readonly format: 'candor-backup';
  readonly formatVersion: 1;
  /** UTC ISO-8601. */
  readonly createdAt: string;
  readonly codeVersion: string;
  readonly postgresMajor: string;
  /** The migrations that had been applied, oldest first. */
  readonly migrations: readonly string[];
  readonly files: number;
  readonly bytes: number;
  /** Over name, size and content of each file after this one, in their order. */
  readonly sha256: string;
}

export const MANIFEST_NAME = 'candor-backup.json';
/** Every other file of the archive lies below it. */
export const DATABASE_PREFIX = 'database/';

/** Returns the manifest that a text holds, or undefined when it holds none that this code can read. */
export function parseManifest(text: string): BackupManifest | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isManifest(value) ? value : undefined;
}

function isManifest(value: unknown): value is BackupManifest {
  if (typeof value !== 'object' || value === null) return false;
  const { format, formatVersion, createdAt, codeVersion, postgresMajor, migrations, files, bytes, sha256 } =
    value as Partial<Record<keyof BackupManifest, unknown>>;
  const areTexts = [createdAt, codeVersion, postgresMajor, sha256].every((field) => typeof field === 'string');
  const areNumbers = [files, bytes].every((field) => Number.isSafeInteger(field));
  const areNames = Array.isArray(migrations) && migrations.every((name) => typeof name === 'string');
  return format === 'candor-backup' && formatVersion === 1 && areTexts && areNumbers && areNames;
}
