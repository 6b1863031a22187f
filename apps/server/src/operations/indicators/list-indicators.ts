import type { IndicatorDefinition, IndicatorOutput } from '@candor/domain/ports/indicator';
import { indicatorCatalog } from '@candor/indicators/catalog';
import { z } from 'zod';
import { describeParams, ParametersShape } from '../describe-params.ts';
import { defineOperation } from '../operation.ts';

const Listed = z.object({
  id: z.string(),
  title: z.string(),
  summary: z.string(),
  source: z.string(),
  group: z.string().nullable(),
  /** Heading of a menu under which it stands. */
  groupTitle: z.string(),
  inputs: z.array(z.string()),
  outputs: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      unit: z.string(),
      pane: z.enum(['price', 'own']),
      /** `marks`: only some bars have a value. `bands`: one of the edges of an area, or its middle. */
      lineStyle: z.enum(['line', 'histogram', 'bands', 'marks']),
      /** Index of the first bar that has a value, with the parameters' defaults. */
      firstBar: z.int(),
    }),
  ),
  ...ParametersShape,
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
  const described = describeParams(params);
  const firstBars = definition.warmup(definition.parse({}));
  return {
    id,
    title,
    summary,
    source,
    group: group ?? null,
    groupTitle: groupTitleOf(definition),
    inputs: [...inputs],
    outputs: outputs.map((output, i) => ({
      name: output.name,
      title: output.title,
      unit: output.unit,
      pane: output.pane,
      lineStyle: lineStyleOf(output, outputs),
      firstBar: firstBars[i] ?? 0,
    })),
    ...described,
    params: described.params.map((param) =>
      param.name === 'convention' ? { ...param, about: param.about ?? PUBLISHED_FORM } : param,
    ),
  };
}

/** By the contract of indicators that is what a parameter of this name chooses. */
const PUBLISHED_FORM = 'Which of the published forms is computed.';

function groupTitleOf({ group, inputs, outputs }: IndicatorDefinition): string {
  if (group === 'candlestick') return 'Candlestick patterns';
  if (outputs.every(({ pane }) => pane === 'price')) return 'Over the price';
  return inputs.includes('volume') ? 'Of volume' : 'In a pane of its own';
}

function lineStyleOf({ name, event }: IndicatorOutput, all: readonly IndicatorOutput[]) {
  if (event) return 'marks';
  if (name === 'histogram') return 'histogram';
  const isEdged = ['upper', 'lower'].every((edge) => all.some((output) => output.name === edge));
  return isEdged && ['upper', 'middle', 'lower'].includes(name) ? 'bands' : 'line';
}
