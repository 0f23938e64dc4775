/**
 * Cycles of a series by rainflow counting.
 *
 *   1. reversals: the turning points of the series, its first and last included
 *   2. three-point rule: with X the last range and Y the one before, while X >= Y: Y counts as one cycle, or as half a cycle if it holds the first point   (ASTM E1049-85, 5.4.4)
 *   3. ranges left at the end count as half cycles
 *
 * Exact. Ends are half cycles; for a series that repeats, give it twice over and halve, or start it at its highest point.
 */

/** Columns of one length. */
export type CycleCount = {
  readonly range: Float64Array;
  readonly mean: Float64Array;
  /** 1 or 0.5. */
  readonly count: Float64Array;
};

/** Cycles in the order in which they close. */
export function countCycles(series: Float64Array): CycleCount {
  const points: number[] = [];
  const cycles: [number, number, number][] = [];
  let first = 0;
  for (const point of reversals(series)) {
    points.push(point);
    while (points.length - first >= 3) {
      const end = points.length;
      const [a, b, c] = [points[end - 3]!, points[end - 2]!, points[end - 1]!];
      if (Math.abs(c - b) < Math.abs(b - a)) break;
      const opens = end - 3 === first;
      cycles.push([Math.abs(b - a), (a + b) / 2, opens ? 0.5 : 1]);
      if (opens) first++;
      else points.splice(end - 3, 2);
    }
  }
  for (let i = first + 1; i < points.length; i++) cycles.push([Math.abs(points[i]! - points[i - 1]!), (points[i]! + points[i - 1]!) / 2, 0.5]);
  return { range: column(cycles, 0), mean: column(cycles, 1), count: column(cycles, 2) };
}

const column = (cycles: readonly [number, number, number][], index: 0 | 1 | 2): Float64Array => Float64Array.from(cycles, (cycle) => cycle[index]);

function reversals(series: Float64Array): number[] {
  const points: number[] = [];
  for (const value of series) {
    const size = points.length;
    const before = points[size - 1];
    if (value === before) continue;
    if (size > 1 && Math.sign(value - before!) === Math.sign(before! - points[size - 2]!)) points[size - 1] = value;
    else points.push(value);
  }
  return points;
}
