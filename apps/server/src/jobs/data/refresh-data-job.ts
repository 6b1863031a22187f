import { CandorError } from '@candor/domain/candor-error';
import type { Clock } from '@candor/domain/ports/clock';
import type { Dataset, UnitOfWork } from '@candor/domain/ports/repositories';
import type { FallbackChain } from '@candor/market-data/fallback-chain';
import { z } from 'zod';
import { defineJob } from '../define-job.ts';

const Refreshed = z.object({
  datasetId: z.string(),
  added: z.int(),
  conflicting: z.int(),
  /** What came of it, in a sentence. */
  note: z.string(),
});

/** Asks where each dataset came from for bars after its last one. */
export const refreshDataJob = defineJob({
  id: 'data.refresh',
  summary: 'Ask the providers for later bars of every stored dataset and store what is new.',
  input: z.strictObject({}),
  output: z.object({ added: z.int(), datasets: z.array(Refreshed) }),
  concurrency: 1,
  attempts: 4,
  backoffMs: 60_000,
  timeoutMs: 60 * 60_000,
  // After the close in New York, on its days.
  schedule: { cron: '30 22 * * 1-5', input: {} },
  needs: ['clock', 'marketData', 'unitOfWork'],
  run: async (deps, _input, { signal, progress }) => {
    const datasets = await deps.unitOfWork.run(({ bars }) => bars.datasets());
    const refreshed: z.infer<typeof Refreshed>[] = [];
    const later: CandorError[] = [];
    for (const dataset of datasets) {
      signal.throwIfAborted();
      try {
        refreshed.push(await refresh(deps, dataset));
      } catch (error) {
        if (!(error instanceof CandorError)) throw error;
        // One provider that is away keeps nobody else's bars from coming.
        if (error.kind === 'retry') later.push(error);
        refreshed.push({ datasetId: dataset.id, added: 0, conflicting: 0, note: error.message });
      }
      progress({ done: refreshed.length, total: datasets.length, of: 'datasets' });
    }
    // What came is stored; another try asks for the rest.
    if (later[0] !== undefined) throw later[0];
    return { added: refreshed.reduce((sum, { added }) => sum + added, 0), datasets: refreshed };
  },
});

async function refresh(
  { clock, marketData, unitOfWork }: { clock: Clock; marketData: FallbackChain; unitOfWork: UnitOfWork },
  { id: datasetId, instrument, timeframe, provider, to }: Dataset,
): Promise<z.infer<typeof Refreshed>> {
  const { symbol } = instrument;
  // The last session is asked for again: it may have been stored before it was over.
  const loaded = await marketData.load({ symbol, timeframe, from: to });
  if (loaded.answeredBy !== provider) {
    const note = `Its provider, ${provider}, does not have ${symbol} now; bars of ${loaded.answeredBy} are not mixed in.`;
    return { datasetId, added: 0, conflicting: 0, note };
  }
  const { series, provenance, quarantined } = loaded;
  const { added, conflicting } = await unitOfWork.run(async ({ bars, quarantine }) => {
    const of = { symbol, timeframe, source: provenance.source, recordedAt: clock.now() };
    await quarantine.add(datasetId, of, quarantined);
    return bars.ingest(datasetId, series, provenance);
  });
  return { datasetId, added, conflicting, note: added === 0 ? 'Nothing new.' : `${added} new bars.` };
}
