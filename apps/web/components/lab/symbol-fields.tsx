import { Field } from '@/components/parts/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { Series } from '@/lib/catalog/use-catalog';
import { day } from '@/lib/time';
import { type BacktestDraft, type Faults, TIMEFRAMES } from './backtest-draft';

const timeframeWords: Readonly<Record<string, string>> = {
  '1m': '1 minute',
  '5m': '5 minutes',
  '15m': '15 minutes',
  '30m': '30 minutes',
  '1h': '1 hour',
  '1d': 'daily',
};

/** What is traded, in bars of which span, and from when to when. */
export function SymbolFields({
  draft,
  change,
  faults,
  all,
  tradable,
}: {
  readonly draft: BacktestDraft;
  readonly change: (part: Partial<BacktestDraft>) => void;
  readonly faults: Faults;
  readonly all: readonly Series[];
  readonly tradable: readonly Series[];
}) {
  const { symbol, timeframe, from, to } = draft;
  const held = all.filter((series) => series.symbol === symbol);
  const series = held.find((one) => one.timeframe === timeframe);
  const shown = series ?? held[0];
  const real = tradable.filter(({ synthetic }) => !synthetic);
  const synthetic = tradable.filter((one) => one.synthetic);
  const isUnknown = symbol !== '' && tradable.length > 0 && held.length === 0;
  return (
    <>
      <Field
        id="lab-symbol"
        label="Symbol"
        hint={shown === undefined ? undefined : shown.synthetic ? 'synthetic, no market had it' : 'real prices'}
        error={isUnknown ? `"Symbol" must be one of those held; there is no ${symbol}.` : faults.symbol}
      >
        <Select
          id="lab-symbol"
          value={symbol}
          aria-describedby="lab-symbol-error lab-symbol-span"
          aria-invalid={isUnknown}
          onChange={({ target }) => {
            const next = all.filter((one) => one.symbol === target.value);
            const keeps = next.some((one) => one.timeframe === timeframe);
            change({
              symbol: target.value,
              ...(keeps || next.length === 0 ? {} : { timeframe: '1d' }),
              from: '',
              to: '',
            });
          }}
        >
          {isUnknown && <option value={symbol}>{symbol}</option>}
          {real.length > 0 && <optgroup label="Real prices">{real.map(option)}</optgroup>}
          {synthetic.length > 0 && (
            <optgroup label="Synthetic, made by a random number generator">{synthetic.map(option)}</optgroup>
          )}
        </Select>
        {shown !== undefined && (
          <p id="lab-symbol-span" className="text-micro text-text-3">
            Held from {day(shown.from, 'UTC')} to {day(shown.to, 'UTC')}.
          </p>
        )}
      </Field>
      <Field id="lab-timeframe" label="Timeframe">
        <Select
          id="lab-timeframe"
          value={timeframe}
          onChange={({ target }) => change({ timeframe: target.value as BacktestDraft['timeframe'] })}
        >
          {TIMEFRAMES.map((one) => {
            const isHeld = held.some((other) => other.timeframe === one);
            return (
              <option key={one} value={one} disabled={!isHeld && one !== timeframe}>
                {one}, {timeframeWords[one]}
                {isHeld || held.length === 0 ? '' : ': none held'}
              </option>
            );
          })}
        </Select>
      </Field>
      <div className="grid grid-cols-2 gap-2.5">
        <Field id="lab-from" label="From" hint={from === '' ? 'the first' : undefined}>
          <Input
            id="lab-from"
            type="date"
            min={shown?.from}
            max={shown?.to}
            value={from}
            onChange={({ target }) => change({ from: target.value })}
          />
        </Field>
        <Field id="lab-to" label="To" hint={to === '' ? 'the last' : undefined} error={faults.to}>
          <Input
            id="lab-to"
            type="date"
            min={shown?.from}
            max={shown?.to}
            value={to}
            aria-invalid={faults.to !== undefined}
            aria-describedby="lab-to-error"
            onChange={({ target }) => change({ to: target.value })}
          />
        </Field>
      </div>
    </>
  );
}

function option({ symbol, name }: Series) {
  return (
    <option key={symbol} value={symbol}>
      {symbol}, {name}
    </option>
  );
}
