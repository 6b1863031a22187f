'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useToast } from '@/components/parts/toast';
import { api, once, read } from '@/lib/api/client';
import { useCurrent } from '@/lib/current';

/** Returns what is said of the demo, whether the screens show it, and what begins it anew. */
export function useDemo() {
  const queries = useQueryClient();
  const say = useToast();
  const { session, account, choose } = useCurrent();
  const { data } = useQuery({
    // The demo of a new run has another session.
    queryKey: ['demo', session?.id],
    queryFn: () => read(api.GET('/api/demo')),
    staleTime: 60_000,
  });
  const restart = useMutation({
    mutationFn: () => read(api.POST('/api/demo/reset', { params: { header: once() } })),
    onSuccess: async (demo) => {
      await queries.invalidateQueries({ queryKey: ['accounts'] });
      await queries.invalidateQueries({ queryKey: ['demo'] });
      if (demo.accountId !== null) choose(demo.accountId);
      say('The demo has begun again.');
    },
    onError: (error) => say(`The demo was not started. ${error.message}`, { tone: 'failed' }),
  });
  const isShown = data?.present === true && account !== undefined && data.accountId === account.id;
  return { labels: data?.labels, isShown, restart: () => restart.mutate(), isRestarting: restart.isPending };
}
