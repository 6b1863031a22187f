/** Returns a verdict's headline as its two words and the sentence behind them: "Not proven: it made money." is both. */
export function headlineParts(headline: string): { readonly words: string; readonly sentence: string | undefined } {
  const [words = headline, ...rest] = headline.split(': ');
  const sentence = rest.join(': ');
  return {
    words: words.endsWith('.') ? words : `${words}.`,
    sentence: sentence === '' ? undefined : sentence.charAt(0).toUpperCase() + sentence.slice(1),
  };
}
