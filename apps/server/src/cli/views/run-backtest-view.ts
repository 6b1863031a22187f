import { backtestAndWait } from '../../operations/backtests/backtest-and-wait.ts';
import type { BacktestDocument } from '../../resources/backtests/document-schema.ts';
import { counted, grouped, percent, signed, signedPercent, usd } from '../text/figures.ts';
import { renderPlot } from '../text/plot.ts';
import { renderTable, type TableColumn, wrap } from '../text/table.ts';
import type { Terminal } from '../text/terminal.ts';
import { defineView } from '../view.ts';

type Metric = BacktestDocument['assessment']['metrics'][number];

const GROUPS: readonly (readonly [Metric['group'], string])[] = [
  ['return', 'Return'],
  ['risk', 'Risk'],
  ['ratio', 'Return for risk'],
  ['significance', 'Skill or luck'],
  ['benchmark', 'Against the benchmark'],
  ['trades', 'Trades'],
  ['costs', 'Costs'],
];
const LATEST_TRADES = 10;
const PLOT_HEIGHT = 8;
const LABEL_ROOM = 16;

export const runBacktestView = defineView(backtestAndWait, (document, terminal) => ({
  text: [
    heading(document, terminal),
    verdict(document, terminal),
    warnings(document, terminal),
    plots(document, terminal),
    ...GROUPS.map(([group, title]) => metrics(document, group, title, terminal)),
    months(document, terminal),
    trades(document, terminal),
    notPlaced(document, terminal),
    footing(document, terminal),
  ]
    .filter((part) => part !== '')
    .join('\n\n'),
  exitCode: 0,
}));

function heading({ manifest, costs, data }: BacktestDocument, { style, columns }: Terminal): string {
  const { strategy, sizing, account, execution } = manifest;
  const { symbol, timeframe, from, to, bars, provenance } = manifest.data;
  const params = Object.entries(strategy.params).flatMap(([name, value]) => {
    const isEmpty = typeof value === 'object' && value !== null && Object.keys(value).length === 0;
    return isEmpty ? [] : [`${name} ${typeof value === 'object' ? JSON.stringify(value) : value}`];
  });
  const kept = data.quarantined.length > 0 ? `, ${counted(data.quarantined.length, 'row')} turned down` : '';
  const isSynthetic = provenance.synthetic ? style.warn(' SYNTHETIC: invented prices, not a market') : '';
  return [
    style.bold(`${strategy.file ?? strategy.id} on ${symbol}`) + isSynthetic,
    ...wrap(
      [
        params.join(', '),
        `${timeframe} bars, ${from} to ${to} (${counted(bars, 'bar')}${kept})`,
        `prices: ${provenance.source}, adjusted for ${ADJUSTED[provenance.adjustment]}`,
        `${usd(account.startCashUsd)} on a ${account.type} account`,
        `sizing ${sizing.id}`,
        execution.allowShort ? 'long and short' : 'long only',
        `${grouped(manifest.costs.slippageBps, 1)} bps slippage, ${usd(costs.commissionUsd)} commission paid`,
      ]
        .filter((part) => part !== '')
        .join(' · '),
      columns,
    ).map(style.dim),
  ].join('\n');
}

const ADJUSTED = {
  raw: 'nothing',
  splits: 'splits',
  'splits-and-dividends': 'splits and dividends',
  'none-needed': 'nothing, as none is needed',
} as const;

function verdict({ assessment }: BacktestDocument, { style, columns }: Terminal): string {
  const { id, headline, why, whatWouldChangeIt } = assessment.verdict;
  const { luck, reasons = [] } = assessment;
  const chance = luck === undefined || 'missingBecause' in luck ? [] : wrap(luck.sentence, columns - 2);
  const mark =
    id === 'holds-up-so-far' ? style.good : id === 'no-edge' || id === 'probably-luck' ? style.bad : style.warn;
  return [
    `${style.bold('Verdict')}  ${mark(headline)}`,
    ...[...wrap(why, columns - 2), ...chance].map((line) => `  ${line}`),
    ...reasons.flatMap(({ weighs, sentence }) =>
      wrap(sentence, columns - 4).map((line, i) => `  ${i > 0 ? ' ' : weighs === 'for' ? '+' : '-'} ${line}`),
    ),
    ...wrap(`What would change it: ${whatWouldChangeIt}`, columns - 2).map((line) => `  ${line}`),
  ].join('\n');
}

function warnings({ assessment, data, halts }: BacktestDocument, terminal: Terminal): string {
  const all = [
    ...assessment.warnings.map(({ message }) => message),
    ...halts.map(({ at, reason }) => `Trading was halted on ${at.slice(0, 10)}: ${reason}.`),
    ...data.notices,
    ...(data.flagged.length > 0
      ? [`${counted(data.flagged.length, 'bar')} moved so far that they deserve a look.`]
      : []),
  ];
  if (all.length === 0) return '';
  const lines = all.flatMap((message) =>
    wrap(message, terminal.columns - 4).map((line, i) => `  ${i === 0 ? '!' : ' '} ${line}`),
  );
  return [terminal.style.bold('Warnings'), ...lines].join('\n');
}

function plots({ equity, manifest }: BacktestDocument, { style, columns }: Terminal): string {
  const { equityUsd, benchmarkUsd, benchmark, closedAt } = equity;
  const growth = (values: readonly number[]): string =>
    signedPercent(values.at(-1)! / manifest.account.startCashUsd - 1);
  const title = `${style.bold('Equity')}  ${growth(equityUsd)}; ${benchmark.replace(/^B/, 'b')} ${growth(benchmarkUsd)}`;
  if (equityUsd.every((value) => value === equityUsd[0])) return title;
  let peak = manifest.account.startCashUsd;
  const drawdown = equityUsd.map((value) => {
    peak = Math.max(peak, value);
    return value / peak - 1;
  });
  const width = Math.max(20, columns - LABEL_ROOM - 5);
  const height = PLOT_HEIGHT;
  const rising = renderPlot(equityUsd, {
    width,
    height,
    from: 'up',
    label: (value) => usd(value).replace(/\.\d\d/, ''),
  });
  const hanging = renderPlot(drawdown, { width, height: height / 2, from: 'down', label: (value) => percent(value) });
  const first = closedAt[0]!.slice(0, 10);
  const last = closedAt.at(-1)!.slice(0, 10);
  const axis = `${first}${' '.repeat(Math.max(1, Math.min(width, equityUsd.length) - 20))}${last}`;
  const indent = (line: string): string => `  ${line}`;
  return [title, ...rising.map(indent), indent(style.dim(axis)), style.bold('Drawdown'), ...hanging.map(indent)].join(
    '\n',
  );
}

function metrics({ assessment }: BacktestDocument, group: Metric['group'], title: string, terminal: Terminal): string {
  const rows = assessment.metrics
    .filter((metric) => metric.group === group)
    .map((metric) => [metric.label, figure(metric), terminal.style.dim(metric.missingBecause ?? metric.explanation)]);
  if (group === 'ratio' && assessment.sharpeInterval !== null) {
    const { low, high, level, resamples } = assessment.sharpeInterval;
    const meaning = `Where the Sharpe ratio lies in ${percent(level, 0)} of ${grouped(resamples, 0)} resamples of these returns.`;
    rows.push(['Sharpe, interval', `${signed(low, 2)} to ${signed(high, 2)}`, terminal.style.dim(meaning)]);
  }
  if (rows.length === 0) return '';
  const layout: readonly TableColumn[] = [{}, { align: 'right' }, { wraps: true }];
  return [terminal.style.bold(title), renderTable(rows, layout, terminal)].join('\n');
}

// Figures that can lie on either side of zero and are read as a gain or a loss.
const SIGNED = new Set([
  'totalReturn',
  'cagr',
  'profit',
  'bestDay',
  'worstDay',
  'maxDrawdown',
  'benchmarkReturn',
  'excessReturn',
  'alpha',
  'expectancy',
  'averageWin',
  'averageLoss',
  'doubledCostReturn',
]);

function figure({ id, value, unit }: Metric): string {
  if (value === null) return '–';
  switch (unit) {
    case 'fraction':
      return SIGNED.has(id) ? signedPercent(value) : percent(value);
    case 'usd':
      return SIGNED.has(id) ? `${signed(value, 2)} USD` : usd(value);
    case 'ratio':
      return grouped(value, 2);
    case 'years':
      return `${grouped(value, 1)} years`;
    case 'count':
      return grouped(value, Number.isInteger(value) ? 0 : 1);
    case 'bars':
    case 'sessions':
      return `${grouped(value, Number.isInteger(value) ? 0 : 1)} ${unit}`;
  }
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function months({ assessment }: BacktestDocument, terminal: Terminal): string {
  const cell = (fraction: number | null): string => (fraction === null ? '·' : signed(fraction * 100, 1));
  const rows = assessment.monthlyReturns.map(({ year, months: returns, total }) => [
    String(year),
    ...returns.map(cell),
    cell(total),
  ]);
  const layout: TableColumn[] = [
    { title: 'Year' },
    ...[...MONTHS, 'Total'].map((title): TableColumn => ({ title, align: 'right' })),
  ];
  return [terminal.style.bold('Months, percent'), renderTable(rows, layout, terminal)].join('\n');
}

function trades({ trades: all }: BacktestDocument, terminal: Terminal): string {
  if (all.length === 0) return '';
  const shown = all.slice(-LATEST_TRADES);
  const rows = shown.map((trade) => [
    trade.entryAt.slice(0, 10),
    trade.direction,
    grouped(trade.quantity, Number.isInteger(trade.quantity) ? 0 : 3),
    grouped(trade.entryPrice, 2),
    trade.exitAt?.slice(0, 10) ?? 'open',
    trade.exitPrice === null ? '–' : grouped(trade.exitPrice, 2),
    trade.exitReason ?? '–',
    grouped(trade.barsHeld, 0),
    trade.exitAt === null ? '–' : signed(trade.grossUsd - trade.commissionUsd, 2),
  ]);
  const layout: readonly TableColumn[] = [
    { title: 'Entry' },
    { title: 'Side' },
    { title: 'Shares', align: 'right' },
    { title: 'Price', align: 'right' },
    { title: 'Exit' },
    { title: 'Price', align: 'right' },
    { title: 'By' },
    { title: 'Bars', align: 'right' },
    { title: 'Net USD', align: 'right' },
  ];
  const title =
    all.length > shown.length
      ? `Latest ${shown.length} of ${counted(all.length, 'trade')}`
      : counted(all.length, 'trade');
  return [terminal.style.bold(title), renderTable(rows, layout, terminal)].join('\n');
}

function notPlaced({ notPlaced: refused, decisions }: BacktestDocument, terminal: Terminal): string {
  const abstained = decisions.flatMap(({ at, code, reasons }) =>
    code === null ? [] : [{ at, code, reason: reasons.join('; ') }],
  );
  const all = [...abstained, ...refused];
  const byCode = new Map<string, { count: number; latest: (typeof all)[number] }>();
  for (const each of all) byCode.set(each.code, { count: (byCode.get(each.code)?.count ?? 0) + 1, latest: each });
  if (byCode.size === 0) return '';
  const rows = [...byCode].map(([code, { count, latest }]) => [
    `${grouped(count, 0)} ×`,
    code,
    `latest ${latest.at.slice(0, 10)}: ${latest.reason}`,
  ]);
  const layout: readonly TableColumn[] = [{ align: 'right' }, {}, { wraps: true }];
  return [terminal.style.bold('Why it did not trade'), renderTable(rows, layout, terminal)].join('\n');
}

function footing({ fingerprint, manifest }: BacktestDocument, { style }: Terminal): string {
  return [
    style.dim(
      `Fingerprint ${fingerprint.slice(0, 16)} · data ${manifest.data.sha256.slice(0, 16)} · code ${manifest.codeVersion.slice(0, 29)} · seed ${manifest.seed}`,
    ),
    style.dim('Keep the whole result with --out FILE; run it again and compare with: candor verify FILE'),
  ].join('\n');
}
