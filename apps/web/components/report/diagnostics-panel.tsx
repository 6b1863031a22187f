import { Check, Info, TriangleAlert } from 'lucide-react';
import { Panel } from '@/components/parts/panel';
import { count, counted } from '@/lib/format';
import { dayAndHour } from '@/lib/time';
import type { RunDocument } from './run-document';
import type { Verification } from './use-verification';

const MOST_FLAGS = 20;

/** What speaks against taking the figures at their word, and what was checked. */
export function DiagnosticsPanel({
  document,
  verification,
}: {
  readonly document: RunDocument;
  readonly verification: Verification | undefined;
}) {
  const { assessment, data, ambiguousBars, manifest } = document;
  const { warnings } = assessment;
  const { note, synthetic } = manifest.data.provenance;
  return (
    <Panel title="Diagnostics" count={counted(warnings.length, 'warning')} flush>
      <ul className="[&>li]:border-line [&>li]:border-t">
        {verification !== undefined && (
          <Item
            kind={verification.ok ? 'good' : 'warning'}
            title={verification.ok ? 'Reproducible.' : 'Not reproduced.'}
          >
            {verification.ok
              ? 'Run again just now, it gave the very same result.'
              : 'Run again just now, it gave something else; see the comparison above.'}
          </Item>
        )}
        {warnings.map(({ code, message }) => (
          <Item key={code} kind="warning" title={titleOf(code)}>
            {message}
          </Item>
        ))}
        {ambiguousBars !== undefined && (
          <Item kind={ambiguousBars === 0 ? 'good' : 'info'} title="Ambiguous bars.">
            {ambiguousBars === 0
              ? 'No bar reached both a stop and its target.'
              : `In ${counted(ambiguousBars, 'bar')} a stop and its target were both in reach; the stop was taken.`}
          </Item>
        )}
        {synthetic && (
          <Item kind="warning" title="Synthetic prices.">
            No market ever had them. What works here works on a random walk.
          </Item>
        )}
        {note !== undefined && (
          <Item kind="info" title="Prices.">
            {note}
          </Item>
        )}
        {data.notices.map((notice) => (
          <Item key={notice} kind="info" title="Data.">
            {notice}
          </Item>
        ))}
        {data.quarantined.length > 0 && (
          <Item kind="warning" title="Quarantined rows.">
            {counted(data.quarantined.length, 'row was', 'rows were')} left out:{' '}
            {data.quarantined
              .slice(0, MOST_FLAGS)
              .map(({ row, unit, reason }) => `${unit} ${count(row)}: ${reason}`)
              .join('; ')}
          </Item>
        )}
        {data.flagged.length > 0 && (
          <Item kind="info" title="Unusual bars, kept.">
            {data.flagged
              .slice(0, MOST_FLAGS)
              .map(({ at, reason }) => `${dayAndHour(at)}: ${reason}`)
              .join('; ')}
            {data.flagged.length > MOST_FLAGS && ` and ${count(data.flagged.length - MOST_FLAGS)} more`}
          </Item>
        )}
      </ul>
    </Panel>
  );
}

const icons = {
  good: <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-up" />,
  warning: <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />,
  info: <Info aria-hidden className="mt-0.5 size-4 shrink-0 text-text-2" />,
} as const;

function Item({
  kind,
  title,
  children,
}: {
  readonly kind: keyof typeof icons;
  readonly title: string;
  readonly children: React.ReactNode;
}) {
  return (
    <li className="flex gap-3 px-3.5 py-2 text-small">
      {icons[kind]}
      <span className="min-w-0">
        {kind === 'warning' && <span className="sr-only">Warning: </span>}
        <span className="font-semibold">{title}</span> <span className="text-text-2">{children}</span>
      </span>
    </li>
  );
}

/** Returns `Few trades.` for `FEW_TRADES`. */
function titleOf(code: string): string {
  const words = code.replaceAll('_', ' ').toLowerCase();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
