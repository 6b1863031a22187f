'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { api, read } from '../api/client';
import {
  type Described,
  faultsOf,
  inWords,
  type Parameter,
  type ParameterFaults,
  type ParameterValues,
} from './parameter';

/** A strategy with its parameters and how much it orders, as it stands in a form. */
export interface ConfigurationDraft {
  readonly strategy: string;
  readonly params: ParameterValues;
  readonly sizing: { readonly id: string; readonly params: ParameterValues };
  readonly allowShort: boolean;
}

export interface ConfigurationCheck {
  /** By the name of the parameter of the strategy, and of the sizing rule. */
  readonly params: ParameterFaults;
  readonly sizing: ParameterFaults;
  /** What belongs to no field. */
  readonly others: readonly string[];
  readonly isOk: boolean;
  /** The server has not yet said whether the rules between the fields hold, too. */
  readonly isPending: boolean;
}

const QUIET_MS = 300;

/** Says what is wrong with a draft: at once by the rules of each parameter, and a moment later by all the rules the server has. */
export function useConfigurationCheck(
  draft: ConfigurationDraft,
  params: readonly Parameter[],
  sizingParams: readonly Parameter[],
  strategies: readonly Described[],
): ConfigurationCheck {
  const { strategy, params: values, sizing, allowShort } = draft;
  const text = JSON.stringify({ strategy, params: values, sizing, allowShort });
  const [asked, setAsked] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text), QUIET_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const own = useMemo(
    () => ({ params: faultsOf(params, values, strategies), sizing: faultsOf(sizingParams, sizing.params) }),
    [params, sizingParams, values, sizing.params, strategies],
  );
  const isPlain = Object.keys(own.params).length === 0 && Object.keys(own.sizing).length === 0;
  const answer = useQuery({
    queryKey: ['configuration-check', asked],
    queryFn: () => read(api.POST('/api/configuration-checks', { body: JSON.parse(asked) as ConfigurationDraft })),
    // What is wrong by itself needs no second opinion.
    enabled: isPlain,
    staleTime: Number.POSITIVE_INFINITY,
    // What the server said of the draft before stays until it has spoken of this one: an error that blinks is not read.
    placeholderData: (before) => before,
  });
  return useMemo(() => {
    const told = isPlain ? (answer.data?.errors ?? []) : [];
    const sorted = { params: { ...own.params }, sizing: { ...own.sizing }, others: [] as string[] };
    for (const { field, message } of told) {
      const [, path] = /^params\.(.+)$/.exec(field) ?? [];
      const [, sizingPath] = /^sizing\.params\.(.+)$/.exec(field) ?? [];
      if (path !== undefined) sorted.params[path] ??= inWords(params, message);
      else if (sizingPath !== undefined) sorted.sizing[sizingPath] ??= inWords(sizingParams, message);
      else sorted.others.push(inWords(params, message));
    }
    if (answer.error !== null && isPlain) sorted.others.push(answer.error.message);
    const isPending =
      isPlain && answer.error === null && (asked !== text || answer.isPlaceholderData || answer.isPending);
    const isOk = isPlain && !isPending && answer.data?.ok === true && answer.error === null;
    return { ...sorted, isOk, isPending };
  }, [
    own,
    isPlain,
    params,
    sizingParams,
    answer.data,
    answer.error,
    answer.isPlaceholderData,
    answer.isPending,
    asked,
    text,
  ]);
}
