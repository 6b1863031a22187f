/** The colours of lines, by the name of their token. */
export type SeriesColor = 'text' | 'text-2' | 'text-3' | 'accent' | 'up' | 'down' | `s${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}`;

export interface LineSeries {
  readonly id: string;
  readonly label: string;
  /** One for each of the times; null where there is none, which interrupts the line and is hatched. */
  readonly values: readonly (number | null)[];
  readonly color: SeriesColor;
  /** Dotted is a benchmark, dashed one of many. */
  readonly style?: 'solid' | 'dashed' | 'dotted';
  /** Shaded between the line and the baseline. */
  readonly isFilled?: boolean;
}

/** A range with stated odds. Several are drawn over each other, the widest first. */
export interface LineBand {
  readonly id: string;
  /** With its odds: "Expected range, 9 in 10". */
  readonly label: string;
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
}

/** An instant that is marked by a line from top to bottom and its words. */
export interface LineMarker {
  readonly index: number;
  readonly label: string;
}

export interface LineChartProps {
  /** What is drawn, in a few words; names the chart, its table, and the control that reads it. */
  readonly label: string;
  /** What there is to see, in a sentence, for those who do not see it. */
  readonly summary: string;
  /** Rising instants, UTC milliseconds. */
  readonly times: readonly number[];
  /** Evenly, so that time without trading takes no room; or by time, for points that were thinned. */
  readonly spacing?: 'even' | 'time';
  /** The first is the one that the chart is about. */
  readonly series: readonly LineSeries[];
  /** Height in px of the pane with its time axis; the drawdown comes on top of it. */
  readonly height: number;
  readonly isLog?: boolean;
  readonly bands?: readonly LineBand[];
  readonly markers?: readonly LineMarker[];
  /** A level drawn across, the start for instance. */
  readonly baseline?: number;
  /** Shares at or below 0, drawn beneath, with the deepest in words. */
  readonly drawdown?: readonly (number | null)[];
  /** Writes a value in the readout and the table. */
  readonly format: (value: number) => string;
  /** Writes a value on the axis and its tags. */
  readonly formatAxis?: (value: number) => string;
  /** Writes an instant in the readout and the table. */
  readonly formatTime?: (at: number) => string;
  /** Room for the axis at the right, in px. */
  readonly axisWidth?: number;
  /** The same data as a table instead. */
  readonly asTable?: boolean;
  readonly className?: string;
}
