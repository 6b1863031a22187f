import { keptNumber, type Parameter, type ParameterValue, shownNumber } from './parameter';

/** Returns what stands for "none", where that is allowed. */
export function noneOf({ none }: Parameter): null | undefined {
  return none === 'leave-out' ? undefined : null;
}

/** Returns the text that stands in the field for a value. */
export function written(param: Parameter, value: ParameterValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(shownNumber(param, value));
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.join(', ') : JSON.stringify(value);
}

/** Returns the value that a text means, or the text where it means none yet. */
export function meant(param: Parameter, text: string): ParameterValue | undefined {
  if (text.trim() === '' && param.none !== 'not-allowed') return noneOf(param);
  switch (param.type) {
    case 'integer':
    case 'number':
      return keptNumber(param, text);
    case 'list': {
      const entries = text.split(',').flatMap((entry) => (entry.trim() === '' ? [] : [entry.trim()]));
      return entries.map((entry) => (Number.isNaN(Number(entry)) ? entry : Number(entry)));
    }
    case 'record':
      try {
        return JSON.parse(text) as ParameterValue;
      } catch {
        return text;
      }
    default:
      return text;
  }
}
