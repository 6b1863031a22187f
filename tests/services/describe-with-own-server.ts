import { afterAll, describe, inject } from 'vitest';
import { type Service, type ServiceName, startService } from '../../tools/services/start-service.ts';

/**
 * Describes a suite that starts servers of its own, to kill, freeze and start again; skipped by name, with the remedy, where none can be
 * started. They are stopped after the suite.
 */
export function describeWithOwnServer(
  service: ServiceName,
  name: string,
  suite: (start: () => Promise<Service>) => void,
): void {
  const root = inject('servicesRoot');
  if (root === undefined) {
    const skipped = `${name} (needs a ${service} server of its own: ${inject('servicesRemedy')})`;
    describe.skip(skipped, () => suite(() => Promise.reject(new Error(skipped))));
    return;
  }
  describe(name, () => {
    const started: Service[] = [];
    afterAll(async () => {
      await Promise.all(started.map((each) => each.stop()));
    });
    suite(async () => {
      const server = await startService(root, service);
      started.push(server);
      return server;
    });
  });
}
