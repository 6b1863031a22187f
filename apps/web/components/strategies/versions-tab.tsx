'use client';

import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { Failed, LoadingRows } from '@/components/parts/states';
import { Label } from '@/components/ui/label';
import { Select } from '@/components/ui/select';
import { type Configuration, type Sizing, type Strategy, useVersions } from '@/lib/catalog/use-catalog';
import type { Session } from '@/lib/live/topics';
import { dayHere } from '@/lib/time';
import { isActive } from './strategy-rows';
import { versionDifferences } from './version-differences';

/** Every version of a configuration, what it changed, and any two of them beside each other. */
export function VersionsTab({
  configuration,
  strategies,
  sizings,
  runs,
}: {
  readonly configuration: Configuration;
  readonly strategies: readonly Strategy[];
  readonly sizings: readonly Sizing[];
  readonly runs: readonly Session[];
}) {
  const { data: versions, error, refetch } = useVersions(configuration.id, configuration.version);
  if (error !== null && versions === undefined) {
    return <Failed title="The versions could not be read" error={error} onRetry={() => void refetch()} />;
  }
  if (versions === undefined) return <LoadingRows rows={4} />;
  const catalog = { strategies, sizings };
  const running = new Set(
    runs
      .filter(isActive)
      .flatMap(({ sleeves }) => sleeves)
      .filter(({ configurationId }) => configurationId === configuration.id)
      .map(({ configurationVersion }) => configurationVersion),
  );
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <ol aria-label="Versions" reversed className="flex flex-col">
        {versions.map((version, place) => {
          const before = versions[place + 1];
          const changes = before === undefined ? [] : versionDifferences(before, version, catalog);
          return (
            <li
              key={version.version}
              className="grid grid-cols-[24px_84px_minmax(0,1fr)_auto] gap-2 border-line border-b px-3.5 py-2 text-small"
            >
              <span className="font-semibold">{version.version}</span>
              <span className="text-text-3">{dayHere(version.createdAt)}</span>
              <span className="text-text-2">
                {before === undefined
                  ? 'the first version'
                  : changes.length === 0
                    ? 'saved again without a change'
                    : changes.join(', ')}
              </span>
              <span className="text-text-2">{running.has(version.version) ? 'running' : ''}</span>
            </li>
          );
        })}
      </ol>
      {versions.length > 1 && <Comparison versions={versions} catalog={catalog} />}
      <p className="px-3.5 py-3 text-micro text-text-3">
        A version never changes. A session names the one it was started with, so its record can be traced for ever.
      </p>
    </div>
  );
}

function Comparison({
  versions,
  catalog,
}: {
  readonly versions: readonly Configuration[];
  readonly catalog: { readonly strategies: readonly Strategy[]; readonly sizings: readonly Sizing[] };
}) {
  const [from, setFrom] = useState(versions.at(-1)?.version ?? 1);
  const [to, setTo] = useState(versions[0]?.version ?? 1);
  const [one, other] = [from, to].map((number) => versions.find(({ version }) => version === number));
  const changes = one === undefined || other === undefined ? [] : versionDifferences(one, other, catalog);
  return (
    <section aria-label="Compare two versions" className="flex flex-col gap-2.5 border-line border-b px-3.5 py-3">
      <h3 className="font-semibold">Compare</h3>
      <div className="flex items-end gap-2">
        <VersionSelect label="From version" value={from} versions={versions} onChange={setFrom} />
        <ArrowRight aria-hidden className="mb-2.5 size-4 shrink-0 text-text-3" />
        <VersionSelect label="To version" value={to} versions={versions} onChange={setTo} />
      </div>
      <div aria-live="polite" className="text-small">
        {changes.length === 0 ? (
          <p className="text-text-2">These two say the same.</p>
        ) : (
          <ul className="list-inside list-disc">
            {changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

function VersionSelect({
  label,
  value,
  versions,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  readonly versions: readonly Configuration[];
  readonly onChange: (version: number) => void;
}) {
  const id = label.toLowerCase().replace(' ', '-');
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-1.5">
      <Label htmlFor={id}>{label}</Label>
      <Select id={id} value={value} onChange={({ target }) => onChange(Number(target.value))}>
        {versions.map(({ version, createdAt }) => (
          <option key={version} value={version}>
            {version}, {dayHere(createdAt)}
          </option>
        ))}
      </Select>
    </div>
  );
}
