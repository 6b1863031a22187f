// `at onBar (file:///…/my/trend.ts?sha256=…:12:7)` and `at /…/my/trend.ts:12:7`: the last two parts of the path and the line.
const PLACE = /([^/\\\s(]+[/\\][^/\\\s(?]+)(?:\?[^:)\s]*)?:(\d+):\d+\)?\s*$/;

/** Returns what went wrong in words for the person whose session it was, with the file and the line where they are known. */
export function failureReason(error: unknown): string {
  if (!(error instanceof Error)) return `Something was thrown that is no error: ${String(error)}.`;
  const { name, message, stack = '' } = error;
  if (name === 'CandorError') return message;
  const frame = stack.split('\n').find((line) => /^\s+at /.test(line) && PLACE.test(line));
  const place = frame === undefined ? null : PLACE.exec(frame);
  const where = place === null ? '' : ` (${place[1]!.replaceAll('\\', '/')}, line ${place[2]})`;
  return `${name}: ${message.replace(/\.$/, '')}${where}.`;
}
