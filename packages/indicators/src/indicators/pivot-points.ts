import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { pivotOutputs, sessionPivotsMachine } from '../session-pivots.ts';

/** The conventions that know the same seven levels; Camarilla and DeMark know others, and are indicators of their own. */
const CONVENTIONS = ['standard', 'fibonacci', 'woodie'] as const;

export const pivotPoints = defineIndicator({
  id: 'pivot-points',
  title: 'Pivot points',
  summary:
    "Support and resistance of the session, from the high, low and close of the one before (Woodie: today's open).",
  source:
    'Person, A Complete Guide to Technical Trading Tactics (2004); https://chartschool.stockcharts.com (Pivot Points)',
  inputs: ['open', 'high', 'low', 'close'],
  params: z.strictObject({ convention: z.enum(CONVENTIONS).default('standard') }),
  outputs: pivotOutputs('standard'),
  warmup: () => [1, 1, 1, 1, 1, 1, 1],
  create: ({ convention }, out) => sessionPivotsMachine(convention, out),
});
