import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { verdicts } from '../report/verdict-chip';

export interface Filters {
  readonly onSymbol: string | undefined;
  readonly onStrategy: string | undefined;
  readonly tag: string | undefined;
  readonly verdict: string | undefined;
}

/** Which runs are listed. */
export function RunFilters({
  filters,
  onChange,
  symbols,
  strategies,
}: {
  readonly filters: Filters;
  readonly onChange: (part: Partial<Record<keyof Filters, string | undefined>>) => void;
  readonly symbols: readonly string[];
  readonly strategies: readonly string[];
}) {
  const choice = (name: keyof Filters, label: string, all: string, options: readonly (readonly [string, string])[]) => (
    <Select
      aria-label={label}
      className="w-36 max-phone:w-full"
      value={filters[name] ?? ''}
      onChange={({ target }) => onChange({ [name]: target.value === '' ? undefined : target.value })}
    >
      <option value="">{all}</option>
      {options.map(([value, title]) => (
        <option key={value} value={value}>
          {title}
        </option>
      ))}
    </Select>
  );
  const named = (names: readonly string[], chosen: string | undefined) =>
    [...new Set([...names, ...(chosen === undefined ? [] : [chosen])])].map((name) => [name, name] as const);
  return (
    <search
      aria-label="Filter runs"
      className="flex flex-wrap gap-2 px-3.5 pb-2.5 max-phone:grid max-phone:grid-cols-2"
    >
      {choice(
        'verdict',
        'Verdict',
        'Any verdict',
        Object.entries(verdicts).map(([id, { title }]) => [id, title] as const),
      )}
      {choice('onSymbol', 'Symbol of the run', 'Any symbol', named(symbols, filters.onSymbol))}
      {choice('onStrategy', 'Strategy of the run', 'Any strategy', named(strategies, filters.onStrategy))}
      <Input
        aria-label="Tag"
        placeholder="any tag"
        className="w-32 max-phone:w-full"
        value={filters.tag ?? ''}
        onChange={({ target }) => onChange({ tag: target.value.trim() === '' ? undefined : target.value })}
      />
    </search>
  );
}
