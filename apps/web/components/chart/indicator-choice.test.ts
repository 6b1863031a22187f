import { describe, expect, it } from 'vitest';
import { choicesFromText, choicesToText, type IndicatorChoice, nextColor } from './indicator-choice';

const choices: IndicatorChoice[] = [
  { id: 'sma', params: { period: 50 }, color: 's2', isHidden: false },
  { id: 'bollinger', params: { multiplier: 2.5, convention: 'talib' }, color: 's5', isHidden: true },
  { id: 'obv', params: {}, color: 's8', isHidden: false },
];

describe('indicators in a link', () => {
  it('come back as they were', () => {
    expect(choicesFromText(choicesToText(choices))).toEqual(choices);
  });

  it('are short', () => {
    expect(choicesToText(choices.slice(0, 1))).toBe('sma(period=50)@2');
  });

  it('that cannot be read are left out, and the others stay', () => {
    expect(choicesFromText('sma@1,<script>,,rsi').map(({ id }) => id)).toEqual(['sma', 'rsi']);
  });
});

describe('the colour of one more', () => {
  it('is the first that is free', () => {
    expect(nextColor(choices)).toBe('s1');
    expect(nextColor([...choices, { id: 'rsi', params: {}, color: 's1', isHidden: false }])).toBe('s3');
  });
});
