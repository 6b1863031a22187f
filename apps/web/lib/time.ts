/** The time zone of the exchange whose bars are shown. */
export const EXCHANGE_ZONE = 'America/New_York';
export const EXCHANGE_CITY = 'New York';

const cache = new Map<string, Intl.DateTimeFormat>();

function format(instant: string | number, key: string, options: Intl.DateTimeFormatOptions): string {
  let formatter = cache.get(key);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-GB', options);
    cache.set(key, formatter);
  }
  return formatter.format(new Date(instant));
}

/** Returns the day at the exchange: 1 Sep 2017. */
export function day(instant: string | number, zone: string = EXCHANGE_ZONE): string {
  const part = (name: 'day' | 'month' | 'year', form: 'numeric' | 'short') =>
    format(instant, `${name} ${zone}`, { [name]: form, timeZone: zone });
  return `${part('day', 'numeric')} ${part('month', 'short').slice(0, 3)} ${part('year', 'numeric')}`;
}

/** Returns the day where the person is: of what they did, and not the market. */
export function dayHere(instant: string | number): string {
  return day(instant, Intl.DateTimeFormat().resolvedOptions().timeZone);
}

/** Returns the day with its weekday: Fri 1 Sep 2017. */
export function weekday(instant: string | number, zone: string = EXCHANGE_ZONE): string {
  return `${format(instant, `w ${zone}`, { weekday: 'short', timeZone: zone })} ${day(instant, zone)}`;
}

/** Returns the time of day with seconds: 16:00:04. */
export function clock(instant: string | number, zone: string = EXCHANGE_ZONE): string {
  return format(instant, `c ${zone}`, { hour: '2-digit', minute: '2-digit', second: '2-digit', timeZone: zone });
}

/** Returns hour and minute: 16:00. */
export function hour(instant: string | number, zone: string = EXCHANGE_ZONE): string {
  return format(instant, `h ${zone}`, { hour: '2-digit', minute: '2-digit', timeZone: zone });
}

/** Returns day and time at the exchange with its city: 1 Sep 2017, 16:00 New York. */
export function dayAndHour(instant: string | number): string {
  return `${day(instant)}, ${hour(instant)} ${EXCHANGE_CITY}`;
}

/** Returns an instant for a tooltip or a log: 2017-09-01 20:00:04.123 UTC. */
export function utc(instant: string | number): string {
  return `${new Date(instant).toISOString().replace('T', ' ').slice(0, -1)} UTC`;
}

/** Returns how long something lasted or is ago: 0.4 s, 12 s, 4 min 12 s, 3 d 17 h. */
export function age(ms: number): string {
  const seconds = Math.max(0, ms) / 1000;
  if (seconds < 1) return `${(Math.floor(seconds * 10) / 10).toFixed(1)} s`;
  if (seconds < 60) return `${Math.floor(seconds)} s`;
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} min ${Math.floor(seconds % 60)} s`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3_600)} h ${Math.floor((seconds % 3_600) / 60)} min`;
  return `${Math.floor(seconds / 86_400)} d ${Math.floor((seconds % 86_400) / 3_600)} h`;
}
