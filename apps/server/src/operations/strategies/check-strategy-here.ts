import { z } from 'zod';
import { defineOperation } from '../operation.ts';
import { checkStrategy } from './check-strategy.ts';
import { CheckFindings, CheckTerms, checkStrategyFile } from './strategy-check.ts';

export const checkStrategyHere = defineOperation({
  id: 'strategies.check-file',
  summary:
    'Put a strategy of your own through the laws: does it peek ahead, keep hidden state, or differ from run to run?',
  input: z.object(CheckTerms),
  output: CheckFindings,
  scope: 'strategies:read',
  needs: ['computePool', 'marketData', 'ownStrategies', 'typeChecker'],
  cli: {
    command: 'check',
    positionals: ['file'],
    pairs: { param: 'params' },
    examples: [
      { line: 'candor check my/first-idea.ts', shows: 'with the parameters’ defaults' },
      { line: 'candor check my/first-idea.ts --param slow=200', shows: 'with another parameter' },
    ],
    exitOne: 'a law is broken or a type is wrong',
  },
  run: async (needs, input, caller) => {
    // What lies in my/ may trade once it has passed, so the check is remembered; any other file is only looked at.
    if (needs.ownStrategies.list().includes(input.file)) return caller.call(checkStrategy, input);
    return (await checkStrategyFile(needs, input, caller)).findings;
  },
});
