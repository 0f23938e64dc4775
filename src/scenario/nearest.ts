/** The known word that was probably meant. */

/** Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours, each 1. */
export const editDistance = (a: string, b: string): number => {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const here = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(above[j]! + 1, here[j - 1]! + 1, above[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1);
      here.push(least);
    }
    [before, above] = [above, here];
  }
  return above[b.length]!;
};

const LONGEST = 64;

/** The nearest of `known` within about a third of its length, or one that holds the word; undefined when none is near. */
export const nearest = (word: string, known: readonly string[]): string | undefined => {
  if (word.length === 0 || word.length > LONGEST) return undefined;
  const wanted = word.toLowerCase();
  let best: { word: string; distance: number } | undefined;
  for (const candidate of known) {
    const distance = editDistance(wanted, candidate.toLowerCase());
    if (!best || distance < best.distance) best = { word: candidate, distance };
  }
  if (best && best.distance <= Math.max(1, Math.floor(Math.max(best.word.length, word.length) / 3))) return best.word;
  return wanted.length < 3 ? undefined : known.find((k) => k.toLowerCase().includes(wanted) || (k.length > 3 && wanted.includes(k.toLowerCase())));
};
