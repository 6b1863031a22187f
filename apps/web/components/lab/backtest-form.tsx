'use client';

import { ChevronDown, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { Field } from '@/components/parts/field';
import { Panel } from '@/components/parts/panel';
import { Failed, LoadingRows } from '@/components/parts/states';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import { Select } from '@/components/ui/select';
import { Switch } from '@/components/ui/switch';
import { ProblemError } from '@/lib/api/client';
import { type Sizing, useSizings } from '@/lib/catalog/use-catalog';
import { cn } from '@/lib/cn';
import { useShortcuts } from '@/lib/keys';
import { inWords, type Parameter } from '@/lib/params/parameter';
import { faultsOf, termsOf } from './backtest-draft';
import { CostFields } from './cost-fields';
import { LedgerNote } from './ledger-note';
import { faultsOfParams, ParameterFields } from './parameter-fields';
import { SizingFields } from './sizing-fields';
import { SymbolFields } from './symbol-fields';
import { useBacktestDraft } from './use-backtest-draft';
import { useStartBacktest } from './use-start-backtest';

const NONE: readonly Sizing[] = [];

/** What to backtest. The address holds all of it, so that a form can be sent to somebody. */
export function BacktestForm() {
  const { draft, change, strategies, usable, series, all, tradable } = useBacktestDraft();
  const { start, isStarting, error, lockedBecause } = useStartBacktest();
  const strategy = usable.find(({ name }) => name === draft.strategy);
  const sizings = useSizings().data?.sizings ?? NONE;
  const sizing = sizings.find(({ id }) => id === draft.sizing);
  const faults = faultsOf(draft);
  const [fault] = [
    ...Object.values(faults),
    ...Object.values(faultsOfParams(strategy?.params ?? [], draft.params, usable)),
    ...Object.values(faultsOfParams(sizing?.params ?? [], draft.sizingParams)),
  ];
  const isReady = fault === undefined && !isStarting && lockedBecause === undefined;

  const run = () => {
    if (isReady) start({ terms: termsOf(draft), title: `${strategy?.title ?? draft.strategy} on ${draft.symbol}` });
  };
  useShortcuts([{ keys: 'Mod+enter', does: 'run the backtest', group: 'Backtest lab', everywhere: true, run }]);

  const failure = strategies.error ?? series.error;
  if (failure !== null) {
    return (
      <Panel title="New backtest">
        <Failed
          title="The form could not be filled"
          error={failure}
          onRetry={() => {
            void strategies.refetch();
            void series.refetch();
          }}
        />
      </Panel>
    );
  }
  if (strategies.data === undefined || series.data === undefined) {
    return (
      <Panel title="New backtest" flush>
        <LoadingRows rows={9} className="gap-7" />
      </Panel>
    );
  }
  const { bundled, own } = strategies.data;
  return (
    <Panel title="New backtest" flush>
      <form
        className="flex flex-1 flex-col"
        onSubmit={(event) => {
          event.preventDefault();
          run();
        }}
      >
        <div className="flex flex-1 flex-col gap-4 px-3.5 pb-4">
          <Field id="lab-strategy" label="Strategy" help={strategy?.summary} error={faults.strategy}>
            <Select
              id="lab-strategy"
              value={draft.strategy}
              onChange={({ target }) => change({ strategy: target.value, params: {} })}
            >
              {strategy === undefined && <option value={draft.strategy}>{draft.strategy}: there is none</option>}
              {bundled.map(({ name, title }) => (
                <option key={name} value={name}>
                  {title}
                </option>
              ))}
              {own.length > 0 && (
                <optgroup label="Your own">
                  {own.map(({ name, title }) => (
                    <option key={name} value={name}>
                      {title}, {name}
                    </option>
                  ))}
                </optgroup>
              )}
            </Select>
          </Field>
          {strategy !== undefined && strategy.params.length > 0 && (
            <ParameterFields
              idPrefix="lab-strategy"
              params={strategy.params}
              changed={draft.params}
              onChange={(params) => change({ params })}
              strategies={usable}
            />
          )}
          <SymbolFields draft={draft} change={change} faults={faults} all={all} tradable={tradable} />
          <Field id="lab-cash" label="Cash to begin with" error={faults.cash}>
            <Input
              id="lab-cash"
              inputMode="decimal"
              unit="USD"
              value={draft.cash}
              aria-invalid={faults.cash !== undefined}
              aria-describedby="lab-cash-error"
              onChange={({ target }) => change({ cash: target.value })}
            />
          </Field>
          <SizingFields draft={draft} change={change} sizings={sizings} />
          <CostFields draft={draft} change={change} faults={faults} />
          <div className="flex items-center justify-between gap-3">
            <Label htmlFor="lab-short">Allow selling short</Label>
            <Switch
              id="lab-short"
              checked={draft.allowShort}
              onCheckedChange={(allowShort) => change({ allowShort })}
            />
          </div>
          <More draft={draft.seed} fault={faults.seed} onChange={(seed) => change({ seed })} />
        </div>
        <div className="sticky bottom-[30px] flex flex-col gap-3 rounded-b-panel border-line border-t bg-panel px-3.5 py-3.5 max-phone:static">
          <LedgerNote draft={draft} />
          {error !== null && (
            <Refusal error={error} params={[...(strategy?.params ?? []), ...(sizing?.params ?? [])]} />
          )}
          {lockedBecause !== undefined && <p className="text-small text-warn">{lockedBecause}</p>}
          <div className="flex items-center gap-2.5">
            <Button type="submit" variant="default" disabled={!isReady} className="flex-1">
              {isStarting ? 'Starting' : 'Run backtest'}
            </Button>
            <kbd className="rounded-mark border border-line-strong px-1.5 text-micro text-text-2 max-phone:hidden">
              Ctrl ↵
            </kbd>
          </div>
          {fault !== undefined && <p className="text-micro text-text-2">{fault}</p>}
        </div>
      </form>
    </Panel>
  );
}

function More({
  draft,
  fault,
  onChange,
}: {
  readonly draft: string;
  readonly fault: string | undefined;
  readonly onChange: (seed: string) => void;
}) {
  const [isOpen, setIsOpen] = useState(false);
  const isShown = isOpen || fault !== undefined;
  return (
    <div className="flex flex-col gap-3">
      <Button
        variant="ghost"
        size="small"
        aria-expanded={isShown}
        onClick={() => setIsOpen(!isShown)}
        className="-ml-2 self-start"
      >
        <ChevronDown aria-hidden className={cn(!isShown && '-rotate-90')} /> More
      </Button>
      {isShown && (
        <Field
          id="lab-seed"
          label="Seed"
          error={fault}
          help="Of the resampling behind the ranges. The same seed gives the same ranges; it changes no trade."
        >
          <Input
            id="lab-seed"
            inputMode="numeric"
            value={draft}
            aria-invalid={fault !== undefined}
            aria-describedby="lab-seed-error"
            onChange={({ target }) => onChange(target.value)}
          />
        </Field>
      )}
    </div>
  );
}

/** The server names every field that does not fit; all of it is shown. */
function Refusal({ error, params }: { readonly error: Error; readonly params: readonly Parameter[] }) {
  const errors = error instanceof ProblemError ? (error.problem.errors ?? []) : [];
  return (
    <div role="alert" className="flex gap-2 text-small">
      <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0 text-halt" />
      <div>
        <p className="font-[550]">Not started. {errors.length === 0 && inWords(params, error.message)}</p>
        {errors.map(({ field, message }) => (
          <p key={`${field} ${message}`} className="text-text-2">
            {inWords(params, message)}
          </p>
        ))}
      </div>
    </div>
  );
}
