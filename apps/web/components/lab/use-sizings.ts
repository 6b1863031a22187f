'use client';

import { useQuery } from '@tanstack/react-query';
import { api, read, type Schemas } from '@/lib/api/client';

export type Sizing = Schemas['SizingsListOutput']['sizings'][number];

const NONE: readonly Sizing[] = [];

/** Returns the rules that say how much to order; none as long as they are not known. */
export function useSizings(): readonly Sizing[] {
  const { data } = useQuery({ queryKey: ['sizings'], queryFn: () => read(api.GET('/api/sizings')) });
  // The client loses sight of what a default is, which can be any JSON.
  return (data?.sizings as readonly Sizing[] | undefined) ?? NONE;
}
