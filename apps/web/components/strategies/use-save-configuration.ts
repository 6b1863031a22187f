'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useToast } from '@/components/parts/toast';
import { api, once, ProblemError, read, type Schemas } from '@/lib/api/client';
import type { Configuration } from '@/lib/catalog/use-catalog';
import { changeSearch } from '@/lib/url-state';
import type { DraftState } from './use-draft';

type Kept = { configurations: Configuration[] };

/** Keeps a draft: as a new configuration, or as the next version of the one it was made from. */
export function useSaveConfiguration({ draft, base, rebase }: DraftState) {
  const say = useToast();
  const cache = useQueryClient();
  const [isSaving, setIsSaving] = useState(false);
  const [fault, setFault] = useState<string>();
  const [conflict, setConflict] = useState<Configuration>();

  const save = async (id: string): Promise<void> => {
    setIsSaving(true);
    setFault(undefined);
    const { name, strategy, params, sizing, allowShort } = draft;
    const terms = { strategy, params, sizing, allowShort, ...(name.trim() === '' ? {} : { name: name.trim() }) };
    try {
      const saved = await (base === undefined ? create({ id, ...terms }) : changeTo(base, terms));
      cache.setQueryData<Kept>(['configurations'], (before) => ({
        configurations: [...(before?.configurations ?? []).filter((each) => each.id !== saved.id), saved].sort(
          (one, other) => one.name.localeCompare(other.name),
        ),
      }));
      void cache.invalidateQueries({ queryKey: ['configurations'] });
      rebase(saved, false);
      say(`${saved.name}: version ${saved.version} is saved.`);
      if (base === undefined) changeSearch({ strategy: undefined, params: undefined, configuration: saved.id });
    } catch (error) {
      if (error instanceof ProblemError && error.problem.status === 409 && base !== undefined) {
        setConflict(await latestOf(base.id));
      } else {
        setFault(`Nothing was saved. ${error instanceof Error ? error.message : ''}`);
      }
    } finally {
      setIsSaving(false);
    }
  };
  return { save, isSaving, fault, conflict, forgetConflict: () => setConflict(undefined) };
}

type Terms = Omit<Schemas['ConfigurationsChangeBody'], 'basedOn'>;

function create(body: Terms & { readonly id: string }): Promise<Configuration> {
  const call = api.POST('/api/configurations', { params: { header: once() }, body });
  return read(call) as Promise<Configuration>;
}

function changeTo({ id, version }: Configuration, terms: Terms): Promise<Configuration> {
  const params = { path: { configurationId: id } };
  const call = api.PUT('/api/configurations/{configurationId}', { params, body: { basedOn: version, ...terms } });
  return read(call) as Promise<Configuration>;
}

async function latestOf(configurationId: string): Promise<Configuration> {
  const call = api.GET('/api/configurations/{configurationId}', { params: { path: { configurationId } } });
  const { versions: _versions, ...latest } = (await read(call)) as Schemas['Configuration'];
  return latest;
}
