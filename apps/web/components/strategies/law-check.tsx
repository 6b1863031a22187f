'use client';

import { useMutation } from '@tanstack/react-query';
import { Check, ShieldCheck, X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { api, read, type Schemas } from '@/lib/api/client';
import { counted } from '@/lib/format';
import { SettingsSection } from './settings-section';

type Findings = Schemas['StrategiesCheckOutput'];

/** Puts a strategy of the person's own through the laws and shows what was found. */
export function LawCheck({ file }: { readonly file: string }) {
  const check = useMutation({
    mutationFn: () => read(api.POST('/api/strategies/check', { body: { file } })),
  });
  return (
    <SettingsSection
      title="Laws"
      actions={
        <Button size="small" disabled={check.isPending} onClick={() => check.mutate()}>
          <ShieldCheck aria-hidden /> {check.isPending ? 'Checking' : 'Check'}
        </Button>
      }
    >
      <p className="text-small text-text-2">
        Does it peek ahead, keep hidden state, or differ from run to run? A strategy of your own trades only after it
        has passed as it is now; every change of the file asks for another check.
      </p>
      <div aria-live="polite" className="mt-2">
        {check.isPending && (
          <p className="text-small text-text-3">It runs on real and on invented bars; that takes some seconds.</p>
        )}
        {check.error !== null && <p className="text-halt text-small">{check.error.message}</p>}
        {check.data !== undefined && <LawReport findings={check.data} />}
      </div>
    </SettingsSection>
  );
}

/** What the laws found, law by law. */
export function LawReport({ findings: { ok, laws, typeFaults } }: { readonly findings: Findings }) {
  return (
    <div className="flex flex-col gap-2 text-small">
      <p className={ok ? 'font-semibold text-up' : 'font-semibold text-halt'}>
        {ok
          ? `It passed: ${counted(laws.length, 'law')} hold${typeFaults === null ? '' : ' and the types fit'}.`
          : 'It did not pass and may not trade.'}
      </p>
      <ul className="flex flex-col gap-1.5">
        {typeFaults?.map(({ line, message }) => (
          <Finding key={`${line} ${message}`} ok={false} title={`Line ${line}`}>
            {message}
          </Finding>
        ))}
        {typeFaults === null && <li className="text-text-3">Types were not checked: no TypeScript is installed.</li>}
        {laws.map(({ law, ok: holds, on, explanation }) => (
          <Finding key={`${law} ${on}`} ok={holds} title={law}>
            on {on}. {explanation}
          </Finding>
        ))}
      </ul>
    </div>
  );
}

function Finding({
  ok,
  title,
  children,
}: {
  readonly ok: boolean;
  readonly title: string;
  readonly children: React.ReactNode;
}) {
  return (
    <li className="flex gap-2">
      {ok ? (
        <Check aria-hidden className="mt-0.5 size-3.5 shrink-0 text-up" />
      ) : (
        <X aria-hidden className="mt-0.5 size-3.5 shrink-0 text-halt" />
      )}
      <span className="min-w-0">
        <span className="font-semibold">{title}</span> <span className="sr-only">{ok ? 'holds' : 'is broken'}</span>{' '}
        <span className="break-words text-text-2">{children}</span>
      </span>
    </li>
  );
}
