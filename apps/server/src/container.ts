import type { Clock } from '@candor/domain/ports/clock';
import { createFallbackChain, type FallbackChain } from '@candor/market-data/fallback-chain';
import { bundled } from '@candor/market-data/providers/bundled';
import { generator } from '@candor/market-data/providers/generator';
import type { Config } from './config.ts';
import { codeVersion } from './resources/code-version.ts';
import { createFiles, type Files } from './resources/files.ts';
import { createOwnStrategies, type OwnStrategies } from './resources/own-strategies.ts';
import { systemClock } from './resources/system-clock.ts';
import { createTypeChecker, type TypeChecker } from './resources/type-checker.ts';

/** The shared things, each made once. An operation takes what it declares it needs. */
export interface Container {
  readonly clock: Clock;
  /** Returns the version of the code that computes results. */
  readonly codeVersion: () => string;
  readonly files: Files;
  /** Every source of bars behind one door. */
  readonly marketData: FallbackChain;
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
    marketData: createFallbackChain([bundled.open(), generator.open()]),
    ownStrategies: createOwnStrategies(home, workingDirectory),
    typeChecker: createTypeChecker(home, nodePath),
  };
}
