import { CandorError } from '@candor/domain/candor-error';
import { z } from 'zod';
import { defineOperation } from '../operation.ts';
import { CheckFindings, CheckTerms, checkStrategyFile } from './strategy-check.ts';

export const checkStrategy = defineOperation({
  id: 'strategies.check',
  summary:
    'Put a strategy of your own below my/ through the laws and remember how it did: only what passed as it is now may trade.',
  input: z.object(CheckTerms),
  output: CheckFindings,
  scope: 'strategies:write',
  needs: ['computePool', 'marketData', 'ownStrategies', 'typeChecker', 'unitOfWork', 'clock'],
  http: {
    method: 'POST',
    path: '/strategies/check',
    isHeavy: true,
    examples: [{ summary: 'With the defaults of its parameters', input: { file: 'my/first-idea.ts' } }],
    problems: [
      { code: 'own-strategies.outside', kind: 'denied', when: 'the file is not below my/' },
      { code: 'own-strategies.broken', kind: 'invalid', when: 'the file cannot be run' },
      { code: 'strategies.bad-param', kind: 'invalid', when: 'a parameter is out of its domain' },
    ],
  },
  run: async ({ unitOfWork, clock, ...needs }, input, caller) => {
    const mine = needs.ownStrategies.list();
    if (!mine.includes(input.file)) {
      throw new CandorError('own-strategies.outside', {
        kind: 'denied',
        message: `"file" must be one of your own below my/ (${mine.join(', ') || 'there is none yet'}); "${input.file}" is not.`,
      });
    }
    const { findings, sourceSha256 } = await checkStrategyFile(needs, input, caller);
    const { file: path, ok: passed } = findings;
    // Passing with other parameters than the defaults says nothing of those a configuration will use; the laws hold for every choice.
    await unitOfWork.run(({ strategyChecks }) =>
      strategyChecks.save({ sourceSha256, path, passed, report: findings, checkedAt: clock.now() }),
    );
    return findings;
  },
});
