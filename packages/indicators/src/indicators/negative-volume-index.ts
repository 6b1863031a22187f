import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { volumeIndexMachine } from '../volume-index.ts';

/** Starts at 1000 and moves with the close on bars whose volume fell; otherwise it stays. */
export const negativeVolumeIndex = defineIndicator({
  id: 'negative-volume-index',
  title: 'Negative volume index',
  summary: 'The moves of the close on bars whose volume fell, chained from 1000.',
  source:
    'Dysart (1936); Fosback, Stock Market Logic (1976); https://chartschool.stockcharts.com (Negative Volume Index)',
  inputs: ['close', 'volume'],
  params: z.strictObject({}),
  outputs: [{ name: 'value', title: 'NVI', unit: 'none', pane: 'own' }],
  warmup: () => [0],
  create: (_, out) => volumeIndexMachine(-1, out),
});
