import type { Cache } from '@candor/domain/ports/cache';
import type { Config } from '../config.ts';
import { findOwner } from './data-directory.ts';

/** Where a server that shares its Redis says that it is. */
export const SERVER_ADDRESS = 'server-address';

/** Returns the address of the server that has the data, or undefined when none runs. */
export async function findServer({ backing, dataDirectory }: Config, cache: () => Cache): Promise<string | undefined> {
  if (backing.kind === 'embedded') return (await findOwner(dataDirectory))?.url;
  const told = await cache().get(SERVER_ADDRESS);
  return typeof told === 'string' ? told : undefined;
}
