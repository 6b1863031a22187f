import { isoFromDay } from '@candor/domain/time';
import { z } from 'zod';
import { WireDay } from '../../resources/wire/wire-values.ts';
import { defineOperation } from '../operation.ts';

export const listDatasets = defineOperation({
  id: 'datasets.list',
  summary: 'List the bars that are stored, each stretch with where it came from.',
  input: z.object({}),
  output: z.object({
    datasets: z.array(
      z.object({
        id: z.string(),
        symbol: z.string(),
        timeframe: z.string(),
        provider: z.string(),
        source: z.string(),
        adjustment: z.string(),
        synthetic: z.boolean(),
        bars: z.int(),
        from: WireDay.nullable(),
        to: WireDay.nullable(),
      }),
    ),
  }),
  scope: 'market-data:read',
  needs: ['unitOfWork'],
  cli: { command: 'datasets', examples: [{ line: 'candor datasets', shows: 'what is stored' }] },
  http: { method: 'GET', path: '/datasets', examples: [{ summary: 'All of them', input: {} }] },
  run: ({ unitOfWork }) =>
    unitOfWork.run(async ({ bars }) => ({
      datasets: (await bars.datasets()).map((dataset) => ({
        id: dataset.id,
        symbol: dataset.instrument.symbol,
        timeframe: dataset.timeframe,
        provider: dataset.provider,
        source: dataset.provenance.source,
        adjustment: dataset.provenance.adjustment,
        synthetic: dataset.provenance.synthetic,
        bars: dataset.bars,
        from: dataset.from === undefined ? null : isoFromDay(dataset.from),
        to: dataset.to === undefined ? null : isoFromDay(dataset.to),
      })),
    })),
});
