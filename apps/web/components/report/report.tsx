'use client';

import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { CostSensitivityPanel } from './cost-sensitivity-panel';
import { CostsPanel } from './costs-panel';
import { DecisionsPanel } from './decisions-panel';
import { DiagnosticsPanel } from './diagnostics-panel';
import { DrawdownsPanel } from './drawdowns-panel';
import { EquityPanel } from './equity-panel';
import { ManifestPanel } from './manifest-panel';
import { MetricsPanel } from './metrics-panel';
import { MonthlyPanel } from './monthly-panel';
import { NotPlacedPanel } from './not-placed-panel';
import { ReportHeader } from './report-header';
import { ReportTiles } from './report-tiles';
import type { StoredRun } from './run-document';
import { TradesPanel } from './trades-panel';
import { useIsPrinting } from './use-is-printing';
import { useVerification } from './use-verification';
import { VerdictCard } from './verdict-card';
import { VerificationResult } from './verification-result';

/** The report of a run. No figure stands above the verdict. */
export function Report({ run }: { readonly run: StoredRun }) {
  const { runId, document } = run;
  const isPrinting = useIsPrinting();
  const verify = useVerification(runId);
  return (
    <>
      {/* Fixed, so that it is on every sheet of paper. */}
      <div
        aria-hidden
        className="paper-edge fixed inset-x-0 top-0 hidden h-1 [print-color-adjust:exact] print:mt-0! print:block"
      />
      <ReportHeader run={run} onVerify={() => verify.mutate()} isVerifying={verify.isPending} />
      {verify.data !== undefined && <VerificationResult of={verify.data} />}
      {verify.error !== null && (
        <p role="alert" className="flex gap-2 text-small">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-halt" />
          <span>
            <span className="font-semibold">Could not be verified.</span> {verify.error.message} The run is kept as it
            was.
          </span>
        </p>
      )}
      <VerdictCard document={document} />
      <ReportTiles document={document} />
      <Row>
        <EquityPanel document={document} />
        <Column>
          <MonthlyPanel years={document.assessment.monthlyReturns} />
          <CostSensitivityPanel document={document} />
        </Column>
      </Row>
      <Row>
        <TradesPanel runId={runId} document={document} isPrinting={isPrinting} />
        <Column>
          <DiagnosticsPanel document={document} verification={verify.data} />
          <ManifestPanel document={document} verification={verify.data} />
        </Column>
      </Row>
      <Row>
        <Column>
          <DrawdownsPanel drawdowns={document.assessment.drawdowns} />
          <NotPlacedPanel document={document} isPrinting={isPrinting} />
        </Column>
        <CostsPanel document={document} />
      </Row>
      <MetricsPanel metrics={document.assessment.metrics} />
      <DecisionsPanel
        decisions={document.decisions}
        isPrinting={isPrinting}
        name={`candor-paper-decisions-${runId.slice(0, 8)}`}
      />
    </>
  );
}

function Row({ children }: { readonly children: ReactNode }) {
  return (
    <div className="grid grid-cols-[minmax(0,13fr)_minmax(0,7fr)] items-start gap-3.5 max-wide:grid-cols-1 print:block print:space-y-3.5">
      {children}
    </div>
  );
}

function Column({ children }: { readonly children: ReactNode }) {
  return <div className="flex min-w-0 flex-col gap-3.5 print:block print:space-y-3.5">{children}</div>;
}
