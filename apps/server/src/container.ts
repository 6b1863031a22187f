import type { Clock } from '@candor/domain/ports/clock';
import type { MarketDataProvider } from '@candor/domain/ports/market-data-provider';
import type { Config } from './config.ts';
import { codeVersion } from './resources/code-version.ts';
import { createOwnStrategies, type OwnStrategies } from './resources/own-strategies.ts';
import { createFiles, type Files } from './resources/files.ts';
import { systemClock } from './resources/system-clock.ts';
import { createTypeChecker, type TypeChecker } from './resources/type-checker.ts';

/** The shared things, each made once. An operation takes what it declares it needs. */
export interface Container {
  readonly clock: Clock;
  /** Returns the version of the code that computes results. */
  readonly codeVersion: () => string;
  readonly files: Files;
  readonly ownStrategies: OwnStrategies;
  readonly typeChecker: TypeChecker;
}

/** Returns the container: the only place where shared things are made. Nothing is opened or read before it is used. */
export function createContainer(config: Config): Container {
  const { home, workingDirectory, nodePath } = config;
  let version: string | undefined;
  return {
    clock: systemClock,
    codeVersion: () => {
      version ??= codeVersion(home);
      return version;
    },
    files: createFiles(workingDirectory),
    ownStrategies: createOwnStrategies(home, workingDirectory),
    typeChecker: createTypeChecker(home, nodePath),
  };
}
