import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { volumeIndexMachine } from '../volume-index.ts';

/** Starts at 1000 and moves with the close on bars whose volume rose; otherwise it stays. */
export const positiveVolumeIndex = defineIndicator({
  id: 'positive-volume-index',
  title: 'Positive volume index',
  summary: 'The moves of the close on bars whose volume rose, chained from 1000.',
  source: 'Dysart (1936); Fosback, Stock Market Logic (1976); Pine ta.pvi',
  inputs: ['close', 'volume'],
  params: z.strictObject({}),
  outputs: [{ name: 'value', title: 'PVI', unit: 'none', pane: 'own' }],
  warmup: () => [0],
  create: (_, out) => volumeIndexMachine(1, out),
});
