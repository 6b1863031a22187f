import { servicesRoot } from './services/services-root.ts';
import { startService } from './services/start-service.ts';

// Starts PostgreSQL with pgvector and Redis for a person to work with, until Ctrl-C. Their data is in memory and ends with them.
const place = await servicesRoot();
if ('missing' in place) {
  process.stderr.write(`The services cannot be started: ${place.missing}.\n`);
  process.exitCode = 1;
} else {
  const services = await Promise.all([startService(place.root, 'postgres'), startService(place.root, 'redis')]);
  const [postgres, redis] = services;
  process.stdout.write(`DATABASE_URL=${postgres.url}\nREDIS_URL=${redis.url}\n`);
  process.stderr.write('Ctrl-C ends both, and their data with them.\n');
  const stop = async (): Promise<void> => {
    await Promise.all(services.map((service) => service.stop()));
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
}
