import { isoFromInstant } from '@candor/domain/time';
import { importBars } from '../../operations/bars/import-bars.ts';
import { renderTable } from '../text/table.ts';
import { defineView } from '../view.ts';

export const importBarsView = defineView(importBars, (result, terminal) => {
  const { good, bad, warn, dim } = terminal.style;
  const { symbol, timeframe, bars, from, to, faults, quarantined, notListed, flagged, notices, stored, tickSize } =
    result;
  const turnedDown = quarantined.length + notListed;
  const lines = [
    bars === 0
      ? bad(`No usable bar: ${counted(turnedDown, 'row')} turned down.`)
      : `${good('Usable:')} ${counted(bars, 'bar')} of ${symbol}, ${timeframe}, ${from} to ${to}, ${tickSize === 0 ? 'prices continuous' : `prices in steps of ${tickSize}`}.`,
  ];
  if (turnedDown > 0) {
    const rows = quarantined.map(({ row, unit, code, reason, raw }) => [`${unit} ${row}`, code, reason, dim(raw)]);
    lines.push(
      '',
      warn(`${counted(turnedDown, 'row')} turned down:`) +
        Object.entries(faults)
          .map(([code, count]) => ` ${count} ${code}`)
          .join(','),
      renderTable(rows, [{ align: 'right' }, {}, { wraps: true }, {}], terminal),
    );
    if (notListed > 0) lines.push(`  … and ${notListed} more; --all lists them.`);
  }
  if (flagged.length > 0) {
    const rows = flagged.map(({ time, code, reason }) => [isoFromInstant(time), code, reason]);
    lines.push(
      '',
      warn(`${counted(flagged.length, 'bar')} kept that deserve a look:`),
      renderTable(rows, [{}, {}, { wraps: true }], terminal),
    );
  }
  if (stored !== null) {
    const { added, unchanged, conflicting } = stored;
    lines.push('', `Stored: ${counted(added, 'new bar')}, ${unchanged} there already.`);
    if (conflicting > 0)
      lines.push(
        warn(`${counted(conflicting, 'bar')} stored before with other numbers: those stay, see candor quarantine.`),
      );
  }
  if (notices.length > 0) lines.push('', ...notices.map((notice) => `Note: ${notice}`));
  return { text: lines.join('\n'), exitCode: bars === 0 ? 2 : 0 };
});

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
