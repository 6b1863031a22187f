import { expect, it } from 'vitest';
import { drawdown } from './drawdown';

it('is 0 at every new high and negative under it', () => {
  expect(drawdown([100, 110, 99, 110, 121, 60.5])).toEqual(
    [0, 0, -0.1, 0, 0, -0.5].map((share) => expect.closeTo(share)),
  );
});

it('leaves a missing value missing and remembers the high across it', () => {
  expect(drawdown([100, null, 50])).toEqual([0, null, -0.5]);
});
