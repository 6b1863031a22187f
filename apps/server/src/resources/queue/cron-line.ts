// Minute, hour, day of the month, month, day of the week.
const BOUNDS = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 7],
] as const;

const PART = /^(?:\*|(\d{1,2})(?:-(\d{1,2}))?)(?:\/(\d{1,2}))?$/;

/** Returns whether a text is a cron line of five fields of numbers, such as `30 22 * * 1-5`. */
export function isCronLine(line: string): boolean {
  const fields = line.split(' ');
  return fields.length === BOUNDS.length && BOUNDS.every(([low, high], i) => isField(fields[i]!, low, high));
}

function isField(field: string, low: number, high: number): boolean {
  return field.split(',').every((part) => {
    const match = PART.exec(part);
    if (match === null) return false;
    const [, from, to, step] = match;
    const first = from === undefined ? low : Number(from);
    const last = to === undefined ? first : Number(to);
    return first >= low && first <= last && last <= high && step !== '0' && step !== '00';
  });
}
