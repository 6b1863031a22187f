import { describe, expect, it } from 'vitest';
import { isCronLine } from '../resources/queue/cron-line.ts';
import { jobCatalog } from './catalog.ts';

describe('the jobs', () => {
  it('have ids of their own', () => {
    const ids = jobCatalog.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].toSorted());
  });

  describe.each(jobCatalog.map((job) => [job.id, job] as const))('%s', (_id, job) => {
    it('says what it is in a name and a sentence', () => {
      expect(job.id).toMatch(/^[a-z]+\.[a-z]+$/);
      expect(job.summary).toMatch(/^[A-Z].*\.$/);
    });

    it('has bounds that let it end', () => {
      expect(job.attempts).toBeGreaterThanOrEqual(1);
      expect(job.concurrency).toBeGreaterThanOrEqual(1);
      expect(job.backoffMs).toBeGreaterThan(0);
      expect(job.timeoutMs).toBeGreaterThan(0);
    });

    it('takes its own scheduled input as it is, at times that exist', () => {
      if (job.schedule === undefined) return;
      expect(isCronLine(job.schedule.cron)).toBe(true);
      expect(job.input.parse(job.schedule.input)).toEqual(job.schedule.input);
    });

    it('refuses input that is no object', () => {
      for (const input of [undefined, null, 'backtest', 7]) expect(job.input.safeParse(input).success).toBe(false);
    });
  });
});
