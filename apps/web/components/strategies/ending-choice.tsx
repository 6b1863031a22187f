import { counted, money } from '@/lib/format';
import type { Held } from './use-held';

/** What becomes of the positions when a session ends. */
export function EndingChoice({
  flatten,
  onChange,
  positions,
  disabled,
}: {
  readonly flatten: boolean;
  readonly onChange: (flatten: boolean) => void;
  /** Undefined while it is not known. */
  readonly positions: Held | undefined;
  readonly disabled: boolean;
}) {
  const isEmpty = positions?.count === 0;
  const words =
    positions === undefined ? 'what it holds' : `${counted(positions.count, 'position')}, ${money(positions.valueUsd)}`;
  return (
    <fieldset disabled={disabled} className="flex flex-col gap-2 disabled:opacity-60">
      <legend className="mb-1.5 font-[550] text-small">What becomes of its positions</legend>
      <Choice isChosen={!flatten} onChoose={() => onChange(false)} title="Keep positions">
        {isEmpty
          ? 'Nothing is held now, so there is nothing to keep.'
          : `The record ends with ${words} at the last prices. No later session takes them over.`}
      </Choice>
      <Choice isChosen={flatten} onChoose={() => onChange(true)} title="Sell everything first (flatten)">
        {isEmpty ? 'Nothing is held now; what is bought until then is sold' : `Closes ${words},`} at the prices of the
        next bars, with costs. A paused session goes on until that is done.
      </Choice>
    </fieldset>
  );
}

function Choice({
  isChosen,
  onChoose,
  title,
  children,
}: {
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly title: string;
  readonly children: React.ReactNode;
}) {
  return (
    <label className="flex cursor-pointer gap-2.5 rounded-control border border-line px-3 py-2 has-checked:border-accent">
      <input
        type="radio"
        name="ending"
        checked={isChosen}
        onChange={onChoose}
        className="mt-0.5 size-4 shrink-0 accent-[var(--accent-fill)]"
      />
      <span>
        <span className="block font-semibold">{title}</span>
        <span className="block text-small text-text-2">{children}</span>
      </span>
    </label>
  );
}
