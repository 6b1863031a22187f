/** Returns a level of confidence as odds: 0.95 is 19 in 20. */
export function oddsInWords(level: number): string {
  for (let of = 2; of <= 100; of++) {
    const hits = level * of;
    if (Math.abs(hits - Math.round(hits)) < 1e-9) return `${Math.round(hits)} in ${of}`;
  }
  return `${Math.round(level * 1_000)} in 1,000`;
}
