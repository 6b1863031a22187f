/** Returns the candidate with the fewest single-letter edits from `word`, when that is close enough to be a typing slip; letter case is ignored. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const scored = candidates.map((candidate) => ({
    candidate,
    edits: editDistance(word.toLowerCase(), candidate.toLowerCase()),
  }));
  const best = scored.toSorted((a, b) => a.edits - b.edits)[0];
  return best && best.edits <= Math.max(2, Math.floor(best.candidate.length / 2)) ? best.candidate : undefined;
}

// A longer list hides the answer in it.
const LISTED_AT_MOST = 20;

/** Returns the sentence to put after "X is unknown.": a suggestion when there is a near one, then the whole choice unless it is long. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const suggestion = nearest(word, candidates);
  const question = suggestion ? `Did you mean "${suggestion}"?` : '';
  const isShort = candidates.length > 0 && candidates.length <= LISTED_AT_MOST;
  return `${question} ${isShort ? `Known: ${candidates.join(', ')}.` : ''}`.trim();
}

// Levenshtein 1966, one row at a time.
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substitution, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
