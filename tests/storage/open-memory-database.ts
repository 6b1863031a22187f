import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type Database, openDatabase } from '@candor/storage/database';
import { openPGlite } from '@candor/storage/embedded/open-pglite';
import { createWireServer } from '@candor/storage/embedded/wire-server';

/** Opens an empty embedded database that lies in memory instead of in a folder, and is reached as the one in a folder is. */
export async function openMemoryDatabase(): Promise<Database> {
  const pglite = await openPGlite('memory://', (reason) => {
    throw new Error(`The database in memory broke: ${reason}`);
  });
  const wire = createWireServer(pglite, { longestWaitMs: 5_000 });
  wire.server.listen(0, '127.0.0.1');
  await once(wire.server, 'listening');
  const { port } = wire.server.address() as AddressInfo;
  const database = openDatabase({
    host: '127.0.0.1',
    port,
    user: 'postgres',
    database: 'postgres',
    maxConnections: 1,
  });
  return {
    ...database,
    close: async () => {
      await database.close();
      await wire.close();
      await pglite.close();
    },
  };
}
