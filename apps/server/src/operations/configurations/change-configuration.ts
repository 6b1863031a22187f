import { CandorError } from '@candor/domain/candor-error';
import { z } from 'zod';
import { Id } from '../accounts/account-shape.ts';
import { defineOperation } from '../operation.ts';
import {
  CONFIGURATION_PROBLEMS,
  ConfigurationShape,
  ConfigurationTerms,
  findConfiguration,
  settleTerms,
  showConfiguration,
  Version,
} from './configuration-shape.ts';

export const changeConfiguration = defineOperation({
  id: 'configurations.change',
  summary: 'Keep a changed configuration as the next version; sessions and runs of the earlier ones stay as they are.',
  input: z.object({
    configurationId: Id.describe('Which configuration.'),
    basedOn: Version.describe('The version that was changed: it must still be the latest.'),
    ...ConfigurationTerms,
  }),
  output: ConfigurationShape,
  scope: 'strategies:write',
  needs: ['unitOfWork', 'clock', 'ownStrategies'],
  cli: {
    command: 'configuration change',
    positionals: ['configurationId'],
    pairs: { param: 'params' },
    examples: [
      {
        line: 'candor configuration change crossover --based-on 1 --strategy sma-crossover --param fast=50 --param slow=200',
        shows: 'version 2',
      },
    ],
  },
  http: {
    method: 'PUT',
    path: '/configurations/{configurationId}',
    examples: [
      {
        summary: 'Version 2 of the crossover',
        input: {
          configurationId: 'crossover',
          basedOn: 1,
          strategy: 'sma-crossover',
          params: { fast: 50, slow: 200 },
        },
      },
    ],
    problems: [
      { code: 'configurations.unknown', kind: 'not-found', when: 'there is no such configuration' },
      { code: 'configurations.changed', kind: 'conflict', when: 'somebody changed it since' },
      ...CONFIGURATION_PROBLEMS,
    ],
  },
  run: async ({ unitOfWork, clock, ownStrategies }, { configurationId: id, basedOn, name, allowShort, ...terms }) => {
    const settled = await settleTerms(ownStrategies, terms);
    return unitOfWork.run(async (repositories) => {
      const latest = await findConfiguration(repositories, id);
      if (latest.version !== basedOn) {
        throw new CandorError('configurations.changed', {
          kind: 'conflict',
          message: `"basedOn" must be the latest version of "${id}", which is ${latest.version}, not ${basedOn}. Look at it and change that one.`,
        });
      }
      const version = latest.version + 1;
      const row = { id, version, name: name ?? latest.name, ...settled, allowShort, createdAt: clock.now() };
      await repositories.strategyConfigurations.save(row);
      return showConfiguration(row);
    });
  },
});
