import { CandorError } from '@candor/domain/candor-error';
import { z } from 'zod';
import { Id } from '../accounts/account-shape.ts';
import { defineOperation } from '../operation.ts';
import {
  CONFIGURATION_PROBLEMS,
  ConfigurationShape,
  ConfigurationTerms,
  settleTerms,
  showConfiguration,
} from './configuration-shape.ts';

export const createConfiguration = defineOperation({
  id: 'configurations.create',
  summary: 'Keep a strategy with its parameters and sizing under a name, as version 1.',
  input: z.object({ id: Id.describe('What the configuration is called in addresses.'), ...ConfigurationTerms }),
  output: ConfigurationShape,
  scope: 'strategies:write',
  needs: ['unitOfWork', 'clock', 'ownStrategies'],
  cli: {
    command: 'configuration create',
    positionals: ['id'],
    pairs: { param: 'params' },
    examples: [
      {
        line: 'candor configuration create crossover --strategy sma-crossover --param fast=20 --param slow=100',
        shows: 'the crossover with slower averages',
      },
    ],
  },
  http: {
    method: 'POST',
    path: '/configurations',
    status: 201,
    takesIdempotencyKey: true,
    examples: [
      {
        summary: 'The crossover with slower averages',
        input: { id: 'crossover', strategy: 'sma-crossover', params: { fast: 20, slow: 100 } },
      },
    ],
    problems: [{ code: 'configurations.exists', kind: 'conflict', when: 'the id is taken' }, ...CONFIGURATION_PROBLEMS],
  },
  run: async ({ unitOfWork, clock, ownStrategies }, { id, name, allowShort, ...terms }) => {
    const settled = await settleTerms(ownStrategies, terms);
    return unitOfWork.run(async ({ strategyConfigurations }) => {
      const [taken] = await strategyConfigurations.versions(id);
      if (taken !== undefined) {
        throw new CandorError('configurations.exists', {
          kind: 'conflict',
          message: `There is a configuration "${id}" already. Choose another id, or change that one.`,
        });
      }
      const row = { id, version: 1, name: name ?? id, ...settled, allowShort, createdAt: clock.now() };
      await strategyConfigurations.save(row);
      return showConfiguration(row);
    });
  },
});
