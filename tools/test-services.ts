import type { TestProject } from 'vitest/node';
import { findChromium } from './services/chromium.ts';
import { servicesNeeded } from './services/services-needed.ts';
import { servicesRoot } from './services/services-root.ts';
import { startService } from './services/start-service.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A PostgreSQL 17 with pgvector whose user may create databases; undefined where there is none. */
    readonly postgresUrl: string | undefined;
    /** A Redis or Valkey; undefined where there is none. */
    readonly redisUrl: string | undefined;
    /** The folder that a test starts servers of its own from; undefined where there is none. */
    readonly servicesRoot: string | undefined;
    /** The browser's program; undefined where there is none. */
    readonly chromiumPath: string | undefined;
    /** Why there is no browser, and what to do about it, in one line. */
    readonly chromiumRemedy: string;
    /** Why a service is undefined, and what to do about it, in one line. */
    readonly servicesRemedy: string;
  }
}

/** Gives the test files of this run the servers that they need: those named in the environment, or servers of the run's own. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const needed = servicesNeeded(project.vitest.state.getPaths());
  const given = project.getProvidedContext();
  if (needed.has('chromium') && !given.chromiumPath) await provideChromium(project);
  const wanted = (['postgres', 'redis'] as const).filter((name) => needed.has(name) && !given[KEYS[name]]);
  if (wanted.length === 0 && !needed.has('own')) return undefined;

  const place = await servicesRoot();
  if ('missing' in place) {
    project.provide('servicesRemedy', remedyOf(place.missing));
    return undefined;
  }
  const starts = await Promise.allSettled(wanted.map((name) => startService(place.root, name)));
  const started = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
  const stop = async (): Promise<void> => {
    await Promise.all(started.map((service) => service.stop()));
  };
  if (started.length < wanted.length) {
    project.provide('servicesRemedy', remedyOf('they could not be started, for the reason printed above'));
    return stop;
  }
  project.provide('servicesRoot', place.root);
  for (const [i, service] of started.entries()) project.provide(KEYS[wanted[i]!], service.url);
  return stop;
}

async function provideChromium(project: TestProject): Promise<void> {
  const found = await findChromium();
  if ('path' in found) project.provide('chromiumPath', found.path);
  else project.provide('chromiumRemedy', `${found.missing}; set CHROME_PATH to a Chromium, or run as root on Debian`);
}

const KEYS = { postgres: 'postgresUrl', redis: 'redisUrl' } as const;

function remedyOf(missing: string): string {
  return `${missing}; set DATABASE_URL to a PostgreSQL 17 with pgvector and REDIS_URL to a Redis, or run as root on Debian`;
}
