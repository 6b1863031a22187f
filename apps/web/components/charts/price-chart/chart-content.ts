/** The colours of series, by the name of their token. The pattern is a second channel: 5 and 6 are dashed, 7 and 8 dotted. */
export const SERIES_COLORS = ['s1', 's2', 's3', 's4', 's5', 's6', 's7', 's8'] as const;
export type SeriesColor = (typeof SERIES_COLORS)[number];

/** A line, or what else an indicator draws, value by value beside the bars. */
export interface ChartLayer {
  readonly key: string;
  readonly title: string;
  readonly color: SeriesColor;
  /** The pane of the price, or the name of one of its own. */
  readonly pane: string;
  readonly style: 'line' | 'histogram' | 'bands' | 'marks';
  /** One a bar from the first on; there may be more than bars are shown. Null where there is no value. */
  readonly values: readonly (number | null)[];
}

export const PRICE_PANE = 'price';

/** What was bought or sold, at the bar in which it was. */
export interface ChartFill {
  readonly key: string;
  readonly time: number;
  readonly side: 'buy' | 'sell';
  readonly label: string;
}

/** A price that is wished for: a working order, a stop, a target. */
export interface ChartLevel {
  readonly key: string;
  readonly price: number;
  readonly label: string;
  readonly tone: 'plain' | 'up' | 'down';
}
