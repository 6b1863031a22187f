import { describe, expect, it } from 'vitest';
import { LabelPlaces } from './label-places';

describe('labels on a chart', () => {
  const at = (x: number) => ({ x, y: 0, width: 10, height: 10 });

  it('are dropped where all their places are taken', () => {
    const places = new LabelPlaces();
    places.take(at(0));
    expect(places.find([at(5)])).toBeUndefined();
  });

  it('take the first place that is free, and hold it', () => {
    const places = new LabelPlaces();
    places.take(at(0));
    expect(places.find([at(5), at(10)])).toEqual(at(10));
    expect(places.find([at(10)])).toBeUndefined();
  });
});
