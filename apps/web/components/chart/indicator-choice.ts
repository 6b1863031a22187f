import { SERIES_COLORS, type SeriesColor } from '@/components/charts/price-chart/chart-content';

export type ParamValue = number | string | boolean;

/** An indicator that somebody put on a chart. */
export interface IndicatorChoice {
  readonly id: string;
  /** Only those other than the defaults. */
  readonly params: Readonly<Record<string, ParamValue>>;
  readonly color: SeriesColor;
  readonly isHidden: boolean;
}

const FORM = /^([a-z\d-]+)(?:\(([^)]*)\))?(?:@([1-8]))?(!)?$/;

/** Returns choices as a link carries them: `sma(period=50)@2,macd@3!`, where ! stands for hidden. */
export function choicesToText(choices: readonly IndicatorChoice[]): string {
  return choices
    .map(({ id, params, color, isHidden }) => {
      const given = Object.entries(params).map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
      const inner = given.length === 0 ? '' : `(${given.join(';')})`;
      return `${id}${inner}@${SERIES_COLORS.indexOf(color) + 1}${isHidden ? '!' : ''}`;
    })
    .join(',');
}

/** Returns the choices of a link. What cannot be read is left out. */
export function choicesFromText(text: string): IndicatorChoice[] {
  return text.split(',').flatMap((part) => {
    const found = FORM.exec(part.trim());
    if (found === null) return [];
    const [, id = '', inner = '', digit = '1', hidden] = found;
    return [{ id, params: paramsFrom(inner), color: colorOf(Number(digit)), isHidden: hidden !== undefined }];
  });
}

function paramsFrom(text: string): Record<string, ParamValue> {
  const pairs = text.split(';').flatMap((pair): [string, ParamValue][] => {
    const [name, value] = pair.split('=');
    if (name === undefined || name === '' || value === undefined) return [];
    return [[name, paramFrom(decoded(value))]];
  });
  return Object.fromEntries(pairs);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function paramFrom(text: string): ParamValue {
  if (text === 'true' || text === 'false') return text === 'true';
  const value = Number(text);
  return text !== '' && Number.isFinite(value) ? value : text;
}

function colorOf(digit: number): SeriesColor {
  return SERIES_COLORS[digit - 1] ?? 's1';
}

/** Returns the first colour that no choice has, or the least used. */
export function nextColor(choices: readonly IndicatorChoice[]): SeriesColor {
  const uses = (color: SeriesColor) => choices.filter((choice) => choice.color === color).length;
  return SERIES_COLORS.reduce((best, color) => (uses(color) < uses(best) ? color : best));
}
