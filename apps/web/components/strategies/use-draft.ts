'use client';

import { useState } from 'react';
import type { Configuration, Sizing, Strategy } from '@/lib/catalog/use-catalog';
import { isSame, type ParameterValues, withDefaults } from '@/lib/params/parameter';
import type { ConfigurationDraft } from '@/lib/params/use-configuration-check';
import { useSearch } from '@/lib/url-state';

export interface Draft extends ConfigurationDraft {
  readonly name: string;
}

const STANDARD_SIZING = 'volatility-target';

/** Returns the draft that a version is when nobody has touched it. */
function draftOf(
  { name, strategy: strategyName, params, sizing, allowShort }: Configuration,
  strategy: Strategy | undefined,
  sizings: readonly Sizing[],
): Draft {
  const rule = sizings.find(({ id }) => id === sizing.id);
  return {
    name,
    strategy: strategyName,
    params: withDefaults(strategy?.params ?? [], params),
    sizing: { id: sizing.id, params: withDefaults(rule?.params ?? [], sizing.params) },
    allowShort,
  };
}

function newDraft(strategy: Strategy, sizings: readonly Sizing[], given: ParameterValues): Draft {
  const rule = sizings.find(({ id }) => id === STANDARD_SIZING) ?? sizings[0];
  const known = strategy.params.filter(({ name }) => given[name] !== undefined);
  const params = Object.fromEntries(known.map(({ name }) => [name, given[name] ?? null]));
  return {
    name: '',
    strategy: strategy.name,
    params: withDefaults(strategy.params, params),
    sizing: { id: rule?.id ?? STANDARD_SIZING, params: withDefaults(rule?.params ?? [], {}) },
    allowShort: false,
  };
}

export interface DraftState {
  readonly draft: Draft;
  /** The version that is being changed; undefined for a new configuration. */
  readonly base: Configuration | undefined;
  readonly isChanged: boolean;
  /** A version that somebody saved while this one was being changed. */
  readonly theirs: Configuration | undefined;
  readonly change: (part: Partial<Draft>) => void;
  /** Goes on from a version: with the draft as it is, or with what that version says. */
  readonly rebase: (version: Configuration, keep: boolean) => void;
}

/** Holds what is typed, and notices when somebody saves another version meanwhile. */
export function useDraft(
  strategy: Strategy,
  sizings: readonly Sizing[],
  latest: Configuration | undefined,
): DraftState {
  const search = useSearch();
  const [held, hold] = useState(() => ({
    base: latest,
    draft:
      latest === undefined
        ? newDraft(strategy, sizings, parsed(search.get('params')))
        : draftOf(latest, strategy, sizings),
  }));
  const { base, draft } = held;
  const isChanged = base === undefined || !isSame({ ...draft }, { ...draftOf(base, strategy, sizings) });
  const isNewer = latest !== undefined && base !== undefined && latest.version > base.version;
  // Nothing was typed, so nothing is lost by going on from the newer one.
  if (isNewer && !isChanged) hold({ base: latest, draft: draftOf(latest, strategy, sizings) });
  return {
    draft,
    base,
    isChanged,
    theirs: isNewer && isChanged ? latest : undefined,
    change: (part) => hold((before) => ({ ...before, draft: { ...before.draft, ...part } })),
    rebase: (version, keep) =>
      hold((before) => ({ base: version, draft: keep ? before.draft : draftOf(version, strategy, sizings) })),
  };
}

function parsed(text: string | null): ParameterValues {
  if (text === null) return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as ParameterValues) : {};
  } catch {
    return {};
  }
}
