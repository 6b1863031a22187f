import { existsSync, readFileSync } from 'node:fs';

/** Returns whether Debian's packages can be had here. */
export function isDebian(): boolean {
  const path = '/etc/os-release';
  return existsSync(path) && /^ID=debian$/m.test(readFileSync(path, 'utf8'));
}
