import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type Serving, serve } from '@candor/server/bin/serve';
import { type Config, readConfig } from '@candor/server/config';
import { makeScratchFolder, REPOSITORY, removeScratchFolder } from '../scratch-folder.ts';
import { HttpDoor } from './http-door.ts';

/** The whole embedded server in this process, on a free port, with a data directory and a `my/` of its own. */
export class WholeServer extends HttpDoor {
  /** The root of its clone: everything in it is the repository's but what a person puts into `my/`. */
  readonly home: string;
  readonly config: Config;
  readonly #serving: Serving;

  private constructor(home: string, config: Config, serving: Serving) {
    super(serving.url!);
    this.home = home;
    this.config = config;
    this.#serving = serving;
  }

  static async start(): Promise<WholeServer> {
    const home = makeScratchFolder('api-');
    const config = scratchConfig(home);
    return new WholeServer(home, config, await serve(config, 'server', new AbortController().signal));
  }

  async stop(): Promise<void> {
    await this.#serving.stop();
    removeScratchFolder(this.home);
  }
}

/** Returns the configuration of a server whose clone is a scratch folder. */
export function scratchConfig(home: string): Config {
  for (const shared of ['package.json', 'tsconfig.json', 'packages', 'apps', 'node_modules']) {
    symlinkSync(join(REPOSITORY, shared), join(home, shared));
  }
  const config = readConfig({ PORT: '0', LOG_LEVEL: 'silent', CANDOR_DEMO: 'off', CANDOR_HOME: join(home, 'data') });
  return { ...config, home, workingDirectory: home };
}
