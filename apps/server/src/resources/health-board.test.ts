import { expect, it } from 'vitest';
import { type Health, HealthBoard } from './health-board.ts';

function boardAt(times: readonly number[]): HealthBoard {
  const left = [...times];
  return new HealthBoard({ now: () => left.shift() ?? Number.NaN, until: async () => {} }, ['database']);
}

it('is not ready before everything required has reported, nor while any of it is down', () => {
  const board = boardAt([1, 2, 3]);
  expect(board.state()).toEqual({ isReady: false, components: [] });
  board.report('database', 'degraded', 'Slow.');
  expect(board.state().isReady, 'degraded still works').toBe(true);
  board.report('database', 'down', 'Gone.');
  expect(board.state().isReady).toBe(false);
});

it('is ready while something that requests do not need is down', () => {
  const board = boardAt([1, 2]);
  board.report('database', 'up');
  board.report('redis', 'down', 'Redis is away.');
  expect(board.state()).toEqual({
    isReady: true,
    components: [
      { name: 'database', state: 'up', reason: undefined, since: 1 },
      { name: 'redis', state: 'down', reason: 'Redis is away.', since: 2 },
    ],
  });
});

it('tells changes only, and nobody who has left', () => {
  const board = boardAt([1, 2]);
  const heard: Health[] = [];
  const leave = board.onChange((health) => heard.push(health));
  board.report('queue', 'up');
  board.report('queue', 'up');
  expect(heard).toHaveLength(1);
  leave();
  board.report('queue', 'down', 'Gone.');
  expect(heard).toHaveLength(1);
});

it('keeps the time since when a state holds, whatever reasons it is given', () => {
  const board = boardAt([1, 2, 3]);
  board.report('redis', 'down', 'Refused.');
  board.report('redis', 'down', 'No answer.');
  expect(board.state().components).toEqual([{ name: 'redis', state: 'down', reason: 'No answer.', since: 1 }]);
  board.report('redis', 'up');
  expect(board.state().components).toEqual([{ name: 'redis', state: 'up', reason: undefined, since: 2 }]);
});
