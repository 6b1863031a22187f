import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { pivotOutputs, sessionPivotsMachine } from '../session-pivots.ts';

export const demarkPivots = defineIndicator({
  id: 'demark-pivots',
  title: 'DeMark pivots',
  summary: 'One support and one resistance, from the session before with the end it closed towards counted twice.',
  source: 'DeMark, New Market Timing Techniques (1997); https://chartschool.stockcharts.com (Pivot Points)',
  inputs: ['open', 'high', 'low', 'close'],
  params: z.strictObject({}),
  outputs: pivotOutputs('demark'),
  warmup: () => [1, 1, 1],
  create: (_, out) => sessionPivotsMachine('demark', out),
});
