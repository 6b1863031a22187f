import { describe, expect, it } from 'vitest';
import type { Job } from '@/lib/live/topics';
import { allJobs, attemptsText, tookText, workText } from './jobs';

const job = (id: string, more: Partial<Job> = {}): Job => ({
  id,
  job: 'backtests.run',
  state: 'succeeded',
  progress: null,
  result: null,
  error: null,
  attempts: 1,
  maxAttempts: 3,
  requestedBy: 'http',
  cancelRequestedAt: null,
  createdAt: '2026-01-02T10:00:00.000Z',
  startedAt: '2026-01-02T10:00:01.000Z',
  heartbeatAt: null,
  endedAt: '2026-01-02T10:00:13.000Z',
  ...more,
});

describe('jobs', () => {
  it('are listed once each, newest first, as the live channel has them', () => {
    const stored = [job('b', { createdAt: '2026-01-02T09:00:00.000Z' }), job('a', { state: 'running' })];
    const live = [job('a', { state: 'failed' }), job('c', { createdAt: '2026-01-03T09:00:00.000Z' })];
    const all = allJobs(stored, live);
    expect(all.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    expect(all.find(({ id }) => id === 'a')?.state).toBe('failed');
  });

  it('say how long they took only once they have begun', () => {
    expect(tookText(job('a'), 0)).toBe('12 s');
    expect(tookText(job('a', { startedAt: null, endedAt: null }), 1)).toBeUndefined();
    expect(tookText(job('a', { endedAt: null }), Date.parse('2026-01-02T10:00:31.000Z'))).toBe('30 s so far');
    expect(tookText(job('a', { endedAt: null }), 0), 'the page does not know the time yet').toBeUndefined();
  });

  it('say how often they were tried and what is at work', () => {
    expect(attemptsText(job('a', { attempts: 2 }))).toBe('2 of 3');
    expect(attemptsText(job('a', { attempts: 0, state: 'queued' }))).toBe('none of 3');
    expect(workText([job('a')])).toBe('nothing is at work');
    expect(workText([job('a', { state: 'running' }), job('b', { state: 'queued' })])).toBe('1 job at work, 1 waiting');
  });
});
