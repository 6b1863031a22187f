import type { IndicatorDefinition } from '@candor/domain/ports/indicator';
import { indicatorCatalog } from '@candor/indicators/catalog';
import { z } from 'zod';
import { describeFields } from '../describe-fields.ts';
import { defineOperation } from '../operation.ts';

const Listed = z.object({
  id: z.string(),
  title: z.string(),
  summary: z.string(),
  source: z.string(),
  group: z.string().nullable(),
  inputs: z.array(z.string()),
  outputs: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      unit: z.string(),
      pane: z.enum(['price', 'own']),
      /** Index of the first bar that has a value, with the parameters' defaults. */
      firstBar: z.int(),
    }),
  ),
  params: z.array(z.object({ name: z.string(), default: z.json(), rules: z.string() })),
});

export const listIndicators = defineOperation({
  id: 'indicators.list',
  summary: 'List the indicators there are, with parameters, outputs, units and sources.',
  input: z.object({
    find: z.string().max(80).default('').describe('Only those whose id or title has this in it.'),
  }),
  output: z.object({ indicators: z.array(Listed), total: z.int() }),
  scope: 'market-data:read',
  needs: [],
  cli: {
    command: 'indicators',
    positionals: ['find'],
    examples: [
      { line: 'candor indicators', shows: 'all of them, a line each' },
      { line: 'candor indicators average', shows: 'the averages, with parameters and sources' },
    ],
  },
  http: {
    method: 'GET',
    path: '/indicators',
    isConstant: true,
    examples: [
      { summary: 'Every indicator', input: {} },
      { summary: 'The averages', input: { find: 'average' } },
    ],
  },
  run: async (_needs, { find }) => {
    const wanted = find.toLowerCase();
    const found = indicatorCatalog.filter(({ id, title }) => `${id} ${title.toLowerCase()}`.includes(wanted));
    return { indicators: found.map(describe), total: indicatorCatalog.length };
  },
});

function describe(definition: IndicatorDefinition): z.infer<typeof Listed> {
  const { id, title, summary, source, inputs, outputs, params, group } = definition;
  const firstBars = definition.warmup(definition.parse({}));
  return {
    id,
    title,
    summary,
    source,
    group: group ?? null,
    inputs: [...inputs],
    outputs: outputs.map((output, i) => ({
      name: output.name,
      title: output.title,
      unit: output.unit,
      pane: output.pane,
      firstBar: firstBars[i] ?? 0,
    })),
    params: describeFields(params).map((field) => ({
      name: field.name,
      default: z.json().parse(field.default),
      rules: field.rules.join(', '),
    })),
  };
}
