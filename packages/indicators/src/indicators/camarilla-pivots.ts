import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { pivotOutputs, sessionPivotsMachine } from '../session-pivots.ts';

export const camarillaPivots = defineIndicator({
  id: 'camarilla-pivots',
  title: 'Camarilla pivots',
  summary: 'Eight levels around the close of the session before, at fixed shares of its range.',
  source: 'Stott (1989), equation C ± 1.1 (H - L) / {12, 6, 4, 2}; Stock.Indicators GetPivotPoints (Camarilla)',
  inputs: ['open', 'high', 'low', 'close'],
  params: z.strictObject({}),
  outputs: pivotOutputs('camarilla'),
  warmup: () => [1, 1, 1, 1, 1, 1, 1, 1, 1],
  create: (_, out) => sessionPivotsMachine('camarilla', out),
});
