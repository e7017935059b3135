interface Step {
  entries: Map<string, string>;
  longest: number;
}

let steps: Promise<Step[]> | undefined;

/**
 * Simplified text as Taiwan writes it: phrases first (头发 頭髮, 发给 發給), then the local forms of characters. For the server's own
 * messages; the dictionary is read on first use and then stays (opencc-js's own converter took 85 MB for the same answer, this 30).
 */
export async function toTraditional(text: string): Promise<string> {
  steps ??= loadSteps();
  return (await steps).reduce(convert, text);
}

async function loadSteps(): Promise<Step[]> {
  const [characters, phrases, variants, variantPhrases] = await Promise.all([
    import('opencc-js/dict/STCharacters'),
    import('opencc-js/dict/STPhrases'),
    import('opencc-js/dict/TWVariants'),
    import('opencc-js/dict/TWVariantsPhrases'),
  ]);
  return [step(characters.default, phrases.default), step(variants.default, variantPhrases.default)];
}

function step(...dictionaries: string[]): Step {
  const entries = new Map<string, string>();
  let longest = 0;
  for (const entry of dictionaries.flatMap((dictionary) => dictionary.split('|'))) {
    const [from = '', to = from] = entry.split(' ');
    entries.set(from, to);
    longest = Math.max(longest, from.length);
  }
  return { entries, longest };
}

function convert(text: string, { entries, longest }: Step): string {
  let converted = '';
  for (let at = 0; at < text.length; ) {
    let length = Math.min(longest, text.length - at);
    while (length > 1 && !entries.has(text.slice(at, at + length))) length--;
    const piece = text.slice(at, at + length);
    converted += entries.get(piece) ?? piece;
    at += length;
  }
  return converted;
}
