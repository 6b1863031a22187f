import type { BarSeries } from '@candor/domain/bar';
import type { IndicatorDefinition } from '@candor/domain/ports/indicator';
import { indicatorCatalog } from '@candor/indicators/catalog';
import { describeParams, ruleOf } from '@candor/indicators/describe-params';
import { seededWalk } from '@candor/indicators/seeded-walk';
import { loadSeries } from '@candor/market-data/load-series';
import { bundled } from '@candor/market-data/providers/bundled';
import { indicatorPicture, lastOccurrence } from './indicator-picture.ts';

const GROUPS: readonly {
  readonly title: string;
  readonly says: string;
  readonly holds: (definition: IndicatorDefinition) => boolean;
}[] = [
  {
    title: 'Over the price',
    says: 'Their first line is drawn on the price itself.',
    holds: ({ group, outputs, inputs }) => !group && outputs[0].pane === 'price' && !inputs.includes('volume'),
  },
  {
    title: 'Below the price',
    says: 'Their first line has a scale of its own.',
    holds: ({ group, outputs, inputs }) => !group && outputs[0].pane === 'own' && !inputs.includes('volume'),
  },
  {
    title: 'With volume',
    says: 'They read the volume of a bar too, and need a source that reports it.',
    holds: ({ group, inputs }) => !group && inputs.includes('volume'),
  },
  {
    title: 'Candlestick patterns',
    says: '100 or -100 at the bar whose close completes the pattern, bullish or bearish, and 0 at all others. As in TA-Lib they look at the bars of the pattern alone: whether a trend went before is yours to judge.',
    holds: ({ group }) => group === 'candlestick',
  },
];

const MOST_WALKS = 500;

/** Returns the text of docs/indicators.md and of every picture below docs/indicators, by path from docs, as they have to be. */
export async function indicatorDocs(): Promise<ReadonlyMap<string, string>> {
  const apple = await dailyBars('AAPL');
  const index = await dailyBars('SPX');
  const files = new Map([['indicators.md', page(indicatorCatalog)]]);
  for (const definition of indicatorCatalog) {
    const series = definition.group === 'candlestick' ? barsWithPattern(definition, [apple, index]) : apple;
    files.set(pictureOf(definition), indicatorPicture(definition, series));
  }
  return files;
}

async function dailyBars(symbol: string): Promise<BarSeries> {
  const provider = bundled.create({}, {});
  return (await loadSeries(provider, { symbol, timeframe: '1d', from: undefined, to: undefined })).series;
}

// Real bars where the pattern has ever been in them; otherwise the first synthetic walk that has it.
function barsWithPattern(definition: IndicatorDefinition, real: readonly BarSeries[]): BarSeries {
  const found = real.find((series) => lastOccurrence(definition, series) >= 0);
  if (found) return found;
  for (let seed = 1; seed <= MOST_WALKS; seed++) {
    const walk = seededWalk(seed, 2000);
    if (lastOccurrence(definition, walk) >= 0) return walk;
  }
  throw new Error(`No bars to show ${definition.id} with.`);
}

function page(catalog: readonly IndicatorDefinition[]): string {
  const sections = GROUPS.map(({ title, says, holds }) => {
    const rows = catalog.filter(holds).map(rowOf);
    return [
      `## ${title}`,
      '',
      says,
      '',
      '| | indicator | parameters | lines |',
      '| --- | --- | --- | --- |',
      ...rows,
    ].join('\n');
  });
  return `# Indicators

All ${catalog.length} of them, with their default parameters. Made from the catalog by \`npm run indicator-docs\`; a test holds it to the catalog.
The pictures show the last daily bars of AAPL that come with the installation, and patterns where they last occurred: in AAPL, else in the S&P 500 index, else in a synthetic walk.
"From bar 20" means that a line has its first value at the twentieth bar. A value that is not there is missing, never zero.
A choice named \`convention\` is between published forms; the default is TA-Lib's where it has one. \`candor indicator ID --symbol AAPL\` computes one.

${sections.join('\n\n')}
`;
}

function pictureOf({ id }: IndicatorDefinition): string {
  return `indicators/${id}.svg`;
}

function rowOf(definition: IndicatorDefinition): string {
  const { id, title, summary, source, outputs, params } = definition;
  const first = definition.warmup(definition.parse({}));
  const parameters = describeParams(params).map(
    (parameter) => `\`${parameter.name}\` ${parameter.default}: ${ruleOf(parameter)}`,
  );
  const lines = outputs.map((output, slot) => {
    const unit = output.unit === 'none' ? 'no unit' : output.unit;
    const missing = output.mayBeMissing ? `; may be missing: ${output.mayBeMissing}` : '';
    return `\`${output.name}\` ${output.title}: ${unit}, ${output.pane === 'price' ? 'over the price' : 'own pane'}, from bar ${first[slot]! + 1}${missing}`;
  });
  const about = [`**${title}**`, `\`${id}\``, summary, `<sub>${source}</sub>`];
  const cells = [
    `![${title}](${pictureOf(definition)})`,
    about.join('<br>'),
    parameters.join('<br>') || 'none',
    lines.join('<br>'),
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}
