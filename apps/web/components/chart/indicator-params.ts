import type { ParamValue } from './indicator-choice';
import { defaultOf, type IndicatorParam } from './use-indicators';

/** Returns what is wrong with what was typed for a parameter, or undefined when it fits. */
export function faultOf(param: IndicatorParam, text: string): string | undefined {
  if (param.type !== 'integer' && param.type !== 'number') return undefined;
  const value = Number(text);
  const { title, minimum, maximum, excludesMinimum, excludesMaximum, rules } = param;
  const isLow = minimum !== null && (excludesMinimum ? value <= minimum : value < minimum);
  const isHigh = maximum !== null && (excludesMaximum ? value >= maximum : value > maximum);
  const isBroken = param.type === 'integer' && !Number.isInteger(value);
  if (text.trim() !== '' && Number.isFinite(value) && !isLow && !isHigh && !isBroken) return undefined;
  return `"${title}" must be ${rules}.`;
}

/** Returns the parameters other than their defaults. */
export function paramsOf(
  params: readonly IndicatorParam[],
  texts: Readonly<Record<string, string>>,
): Record<string, ParamValue> {
  return Object.fromEntries(
    params.flatMap((param): [string, ParamValue][] => {
      const text = texts[param.name] ?? '';
      const isNumber = param.type === 'integer' || param.type === 'number';
      const value = isNumber ? Number(text) : param.type === 'boolean' ? text === 'true' : text;
      return value === defaultOf(param) ? [] : [[param.name, value]];
    }),
  );
}
