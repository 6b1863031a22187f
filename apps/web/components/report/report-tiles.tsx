import { Missing, PercentDelta } from '@/components/parts/delta';
import { StatTile } from '@/components/parts/stat-tile';
import { counted, percentChange, probability, ratio } from '@/lib/format';
import { day } from '@/lib/time';
import { oddsInWords } from './odds-in-words';
import { absence, figure, present, type RunDocument } from './run-document';

const FEW_TRADES = 30;

/** The six figures that matter, each beside what it is to be compared with. */
export function ReportTiles({ document }: { readonly document: RunDocument }) {
  const { assessment, equity, split } = document;
  const { metrics, sharpeInterval } = assessment;
  const told = (id: string) => metrics.find((metric) => metric.id === id);
  const [totalReturn, sharpe, skill, drawdown, trades] = ['totalReturn', 'sharpe', 'dsr', 'maxDrawdown', 'trades'].map(
    (id) => figure(document, id),
  );
  const holding = figure(document, 'benchmarkReturn');
  const underwater = figure(document, 'longestUnderwater');
  const parts = present(split);
  const missing = (id: string) => <Missing because={told(id)?.missingBecause ?? 'It is not defined for this run.'} />;
  const isFew = trades !== undefined && trades < FEW_TRADES;
  return (
    <section
      aria-label="Figures"
      className="grid grid-cols-6 overflow-hidden rounded-panel border border-line bg-panel max-wide:grid-cols-3 max-phone:grid-cols-2 max-phone:rounded-sheet print:break-inside-avoid [&>*]:-mt-px [&>*]:-ml-px [&>*]:border-line [&>*]:border-t [&>*]:border-l"
    >
      <StatTile
        label="Return after costs"
        explains={told('totalReturn')?.explanation}
        value={totalReturn === undefined ? missing('totalReturn') : <PercentDelta fraction={totalReturn} />}
        compare={
          holding === undefined
            ? 'nothing to compare it with'
            : `${equity.benchmark.replace(/^Buy and hold/, 'holding')}: ${percentChange(holding)}`
        }
      />
      <StatTile
        label="Sharpe"
        explains={told('sharpe')?.explanation}
        value={sharpe === undefined ? missing('sharpe') : ratio(sharpe)}
        compare={
          sharpeInterval === null
            ? 'range missing: too few returns'
            : `${oddsInWords(sharpeInterval.level)}: ${ratio(sharpeInterval.low)} to ${ratio(sharpeInterval.high)}`
        }
      />
      <StatTile
        label="Chance of skill, deflated"
        explains={told('dsr')?.explanation}
        value={skill === undefined ? missing('dsr') : probability(skill)}
        compare={skill === undefined ? told('dsr')?.missingBecause : 'of the 95% it takes'}
      />
      <StatTile
        label="Early, then late"
        explains={
          parts?.note ?? 'The Sharpe ratio of the earlier seven tenths of the sessions beside that of the later three.'
        }
        value={
          parts === undefined ? (
            <Missing because={absence(split, 'the earlier and the later part')} />
          ) : (
            <>
              {parts.early.sharpe === null ? 'none' : ratio(parts.early.sharpe)}{' '}
              <span className="font-normal text-text-2">then</span>{' '}
              {parts.late.sharpe === null ? 'none' : ratio(parts.late.sharpe)}
            </>
          )
        }
        compare={parts === undefined ? absence(split, 'them') : `Sharpe, split ${day(parts.lateFrom, 'UTC')}`}
      />
      <StatTile
        label="Deepest drawdown"
        explains={told('maxDrawdown')?.explanation}
        value={drawdown === undefined ? missing('maxDrawdown') : <PercentDelta fraction={drawdown} />}
        compare={underwater === undefined ? undefined : `under water ${counted(underwater, 'session')}`}
      />
      <StatTile
        label="Closed trades"
        explains={told('trades')?.explanation}
        value={trades === undefined ? missing('trades') : trades}
        {...(isFew ? { thinBecause: `Fewer than ${FEW_TRADES}: win rate and profit factor say little.` } : {})}
        compare={isFew ? `too few to judge by (${FEW_TRADES})` : 'enough to judge by'}
      />
    </section>
  );
}
