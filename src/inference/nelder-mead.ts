/**
 * Least value of a function without derivatives (Nelder and Mead 1965, Computer Journal 7: reflection 1, expansion 2, contraction 1/2,
 * shrinkage 1/2). Deterministic; a local least, so callers start from several points.
 */
export interface Least {
  readonly x: readonly number[];
  readonly value: number;
}

/** `side`: edge of the first simplex; stops after `evaluations`, to the end of the pass. */
export const nelderMead = (f: (x: readonly number[]) => number, { start, side, evaluations }: { readonly start: readonly number[]; readonly side: number; readonly evaluations: number }): Least => {
  let left = evaluations;
  const at = (x: readonly number[]): Least => {
    left--;
    return { x, value: f(x) };
  };
  let simplex: readonly Least[] = [at(start), ...start.map((_, i) => at(start.map((value, j) => (i === j ? value + side : value))))];
  while (left > 0) simplex = pass(simplex.toSorted(byValue), at);
  return simplex.toSorted(byValue)[0]!;
};

const byValue = (a: Least, b: Least): number => a.value - b.value;

const pass = (sorted: readonly Least[], at: (x: readonly number[]) => Least): readonly Least[] => {
  const [best, worst] = [sorted[0]!, sorted.at(-1)!];
  const kept = sorted.slice(0, -1);
  const centre = best.x.map((_, j) => kept.reduce((sum, one) => sum + one.x[j]!, 0) / kept.length);
  const along = (part: number): Least => at(centre.map((c, j) => c + part * (worst.x[j]! - c)));
  const reflected = along(-1);
  if (reflected.value < best.value) {
    const expanded = along(-2);
    return [...kept, expanded.value < reflected.value ? expanded : reflected];
  }
  if (reflected.value < kept.at(-1)!.value) return [...kept, reflected];
  const contracted = along(reflected.value < worst.value ? -0.5 : 0.5);
  if (contracted.value < Math.min(reflected.value, worst.value)) return [...kept, contracted];
  return [best, ...sorted.slice(1).map((one) => at(one.x.map((value, j) => (value + best.x[j]!) / 2)))];
};
