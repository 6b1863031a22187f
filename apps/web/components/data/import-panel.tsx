'use client';

import { useQueryClient } from '@tanstack/react-query';
import { FileUp } from 'lucide-react';
import { type DragEvent, useId, useRef, useState } from 'react';
import { Field } from '@/components/parts/field';
import { Panel } from '@/components/parts/panel';
import { Failed } from '@/components/parts/states';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { ProblemError } from '@/lib/api/client';
import { cn } from '@/lib/cn';
import { compact } from '@/lib/format';
import { useConnection } from '@/lib/live/live-provider';
import { TIMEFRAMES } from './held-series';
import { ImportOutcome } from './import-outcome';
import {
  type CsvTerms,
  faultsByField,
  fileFault,
  type ImportField,
  type ImportResult,
  sendCsv,
  symbolFault,
  symbolOfFile,
} from './send-csv';

type Faults = Partial<Record<ImportField, string>>;
type Outcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'done'; readonly result: ImportResult; readonly fileName: string }
  | { readonly kind: 'failed'; readonly error: Error };

/** The way in for prices of one's own: a file is checked row by row, what is good is stored, the rest kept with its reason. */
export function ImportPanel({ onQuarantine }: { readonly onQuarantine: (symbol: string) => void }) {
  const id = useId();
  const queries = useQueryClient();
  const isLost = useConnection().kind === 'lost';
  const picker = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | undefined>(undefined);
  const [isOver, setIsOver] = useState(false);
  const [terms, setTerms] = useState<CsvTerms>({
    symbol: '',
    timeframe: undefined,
    exchange: 'XNYS',
    zone: 'exchange',
  });
  const [faults, setFaults] = useState<Faults>({});
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' });

  const take = (taken: File | undefined) => {
    if (taken === undefined) return;
    setFile(taken);
    setTerms((known) => ({ ...known, symbol: symbolOfFile(taken.name) }));
    const fault = fileFault(taken);
    setFaults(fault === undefined ? {} : { file: fault });
    setOutcome({ kind: 'none' });
  };
  const change = (changed: Partial<CsvTerms>) => {
    setTerms({ ...terms, ...changed });
    // What was wrong with a field is settled once it is another.
    setFaults(Object.fromEntries(Object.entries(faults).filter(([field]) => field === 'file' || !(field in changed))));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    take(event.dataTransfer.files[0]);
  };
  const send = async () => {
    const found: Faults = {};
    const [ofFile, ofSymbol] = [fileFault(file), symbolFault(terms.symbol)];
    if (ofFile !== undefined) found.file = ofFile;
    if (ofSymbol !== undefined) found.symbol = ofSymbol;
    setFaults(found);
    if (file === undefined || Object.keys(found).length > 0) return;
    setOutcome({ kind: 'sending' });
    try {
      const result = await sendCsv(file, terms);
      setOutcome({ kind: 'done', result, fileName: file.name });
      for (const key of ['symbols', 'coverage', 'quarantine', 'bars'])
        void queries.invalidateQueries({ queryKey: [key] });
    } catch (error) {
      const own = error instanceof ProblemError ? faultsByField(error.problem) : undefined;
      if (own !== undefined) setFaults(own);
      setOutcome(
        own === undefined
          ? { kind: 'failed', error: error instanceof Error ? error : new Error(String(error)) }
          : { kind: 'none' },
      );
    }
  };
  const isBusy = outcome.kind === 'sending';
  const describe = (field: ImportField) => ({
    'aria-invalid': faults[field] !== undefined,
    'aria-describedby': `${id}-${field}-error`,
  });

  return (
    <Panel
      title="Import a CSV"
      receipt={<span>Checked row by row; nothing is corrected, filled in or left out unsaid.</span>}
    >
      <form
        aria-label="Import a CSV"
        className="flex max-w-[36rem] flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Field id={`${id}-file`} label="File" hint="64 MB at most" error={faults.file}>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is the pointer's shortcut; the button within does the same for all */}
          <div
            onDragOver={(event) => {
              event.preventDefault();
              setIsOver(true);
            }}
            onDragLeave={() => setIsOver(false)}
            onDrop={drop}
            className={cn(
              'flex flex-col items-center gap-2 rounded-control border border-line-strong border-dashed px-3 py-4 text-center',
              isOver && 'border-accent bg-inset',
              faults.file !== undefined && 'border-halt',
            )}
          >
            <FileUp aria-hidden className="size-5 text-text-2" />
            <p className="text-small text-text-2 max-phone:hidden">
              {file === undefined ? 'Drop a file here, or' : ''}
            </p>
            {file !== undefined && (
              <p className="break-all font-semibold">
                {file.name} <span className="font-[450] text-text-2">{compact(file.size / 1024)} kB</span>
              </p>
            )}
            <input
              ref={picker}
              id={`${id}-file`}
              type="file"
              accept=".csv,.txt,.tsv,text/csv,text/plain"
              className="sr-only peer"
              onChange={({ target }) => {
                take(target.files?.[0]);
                // The same file may be chosen again after it was mended.
                target.value = '';
              }}
              {...describe('file')}
            />
            <Button
              size="small"
              aria-hidden
              tabIndex={-1}
              className="peer-focus-visible:outline-2 peer-focus-visible:outline-focus peer-focus-visible:outline-offset-1"
              onClick={() => picker.current?.click()}
            >
              {file === undefined ? 'Choose a file' : 'Choose another'}
            </Button>
          </div>
        </Field>
        <p className="text-micro text-text-2">
          A header line names the columns: date or time, open, high, low, close, and volume if there is one. Commas,
          semicolons or tabs; UTF-8.
        </p>
        <Field id={`${id}-symbol`} label="Symbol" hint="one that no source has yet" error={faults.symbol}>
          <Input
            id={`${id}-symbol`}
            value={terms.symbol}
            autoComplete="off"
            spellCheck={false}
            maxLength={20}
            placeholder="ACME"
            onChange={({ target }) => change({ symbol: target.value.toUpperCase() })}
            {...describe('symbol')}
          />
        </Field>
        <Field id={`${id}-timeframe`} label="Span of a bar" error={faults.timeframe}>
          <Select
            id={`${id}-timeframe`}
            value={terms.timeframe ?? ''}
            onChange={({ target }) => change({ timeframe: target.value || undefined })}
            {...describe('timeframe')}
          >
            <option value="">Told from the spacing of the rows</option>
            {TIMEFRAMES.map((timeframe) => (
              <option key={timeframe} value={timeframe}>
                {timeframe}
              </option>
            ))}
          </Select>
        </Field>
        <Field id={`${id}-exchange`} label="Trades" error={faults.exchange}>
          <Select
            id={`${id}-exchange`}
            value={terms.exchange}
            onChange={({ target }) => change({ exchange: target.value === 'ALWAYS' ? 'ALWAYS' : 'XNYS' })}
            {...describe('exchange')}
          >
            <option value="XNYS">In sessions of New York</option>
            <option value="ALWAYS">Around the clock</option>
          </Select>
        </Field>
        <Field id={`${id}-zone`} label="Times without a zone are" error={faults.zone}>
          <Select
            id={`${id}-zone`}
            value={terms.zone}
            onChange={({ target }) => change({ zone: target.value === 'UTC' ? 'UTC' : 'exchange' })}
            {...describe('zone')}
          >
            <option value="exchange">Of the exchange</option>
            <option value="UTC">UTC</option>
          </Select>
        </Field>
        <Button type="submit" variant="default" disabled={isBusy || isLost}>
          {isBusy ? 'Checking the rows' : 'Import'}
        </Button>
        {isLost && <p className="text-small text-warn">The server does not answer; nothing can be imported now.</p>}
      </form>
      <div aria-live="polite">
        {outcome.kind === 'failed' && (
          <Failed
            title="The file was not imported"
            error={outcome.error}
            safe="An import is stored as a whole or not at all; importing the same file again does no harm."
            onRetry={() => void send()}
          />
        )}
        {outcome.kind === 'done' && (
          <ImportOutcome
            result={outcome.result}
            fileName={outcome.fileName}
            onQuarantine={() => onQuarantine(outcome.result.symbol)}
          />
        )}
      </div>
    </Panel>
  );
}
