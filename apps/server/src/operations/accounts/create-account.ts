import { CostParams } from '@candor/brokers/paper/costs';
import { CandorError } from '@candor/domain/candor-error';
import { toMicros } from '@candor/domain/money';
import type { AccountRow } from '@candor/domain/ports/repositories';
import { DEFAULT_LIMITS } from '@candor/risk/default-limits';
import { createLimits } from '@candor/risk/limit-catalog';
import { LimitsConfig } from '@candor/risk/limits-config';
import { z } from 'zod';
import { defineOperation } from '../operation.ts';
import { AccountShape, ExecutionShape, Id, showAccount } from './account-shape.ts';

const Wish = z.object({
  id: Id.describe('What the account is called in addresses.'),
  name: z.string().trim().min(1).max(80).optional().describe('What people call it; the id otherwise.'),
  type: z.enum(['cash', 'margin']).default('cash').describe('A cash account never borrows and never sells short.'),
  startCashUsd: z.number().min(100).max(1e9).default(100_000).describe('Cash to begin with, USD.'),
  limits: LimitsConfig.optional().describe(
    'Risk limits by id, each with its parameters; those of a new account otherwise. A limit that is left out does not hold.',
  ),
  costs: CostParams.prefault({}).describe('Slippage and commission of every fill.'),
  execution: ExecutionShape.prefault({}).describe('How the simulated venue fills.'),
});

export const createAccount = defineOperation({
  id: 'accounts.create',
  summary: 'Open a paper account with its cash, limits and costs.',
  input: Wish,
  output: AccountShape,
  scope: 'accounts:write',
  needs: ['unitOfWork', 'clock'],
  cli: {
    command: 'account create',
    positionals: ['id'],
    examples: [
      { line: 'candor account create first --start-cash-usd 25000', shows: 'a cash account with the usual limits' },
    ],
  },
  http: {
    method: 'POST',
    path: '/accounts',
    status: 201,
    takesIdempotencyKey: true,
    examples: [
      { summary: 'A cash account with the usual limits', input: { id: 'first', startCashUsd: 25_000 } },
      {
        summary: 'A margin account that stops for the day after losing two percent',
        input: {
          id: 'careful',
          type: 'margin',
          limits: {
            'known-price': { maxStaleMs: 86_400_000 },
            'price-collar': { fraction: 0.1, exceptProtective: true },
            'daily-loss': { fraction: 0.02 },
            'buying-power': {},
          },
        },
      },
    ],
    problems: [
      { code: 'accounts.exists', kind: 'conflict', when: 'the id is taken' },
      { code: 'risk.unknown-limit', kind: 'not-found', when: 'a limit is none of the catalog' },
      { code: 'risk.missing-limit', kind: 'invalid', when: 'a limit that no account may be without is left out' },
      { code: 'risk.bad-param', kind: 'invalid', when: 'a parameter of a limit is out of its domain' },
    ],
  },
  run: async ({ unitOfWork, clock }, wish) => {
    const row = newAccount(wish, clock.now());
    return unitOfWork.run(async (repositories) => {
      if ((await repositories.accounts.find(row.id)) !== undefined) {
        throw new CandorError('accounts.exists', {
          kind: 'conflict',
          message: `There is an account "${row.id}" already. Choose another id.`,
        });
      }
      await repositories.accounts.save(row);
      return showAccount(repositories, row);
    });
  },
});

/** Returns an account that did nothing yet, with every default filled in. Throws `risk.…` what is wrong with its limits. */
export function newAccount(
  { id, name, type, startCashUsd, limits, costs, execution }: z.output<typeof Wish>,
  createdAt: number,
): AccountRow {
  const held = limits ?? LimitsConfig.parse(structuredClone(DEFAULT_LIMITS));
  createLimits(held);
  return {
    id,
    name: name ?? id,
    type,
    startCashMicros: toMicros(startCashUsd),
    limits: held,
    costs,
    execution: { ...execution, maxVolumeShare: execution.maxVolumeShare ?? undefined },
    halts: [],
    createdAt,
    archivedAt: undefined,
  };
}
