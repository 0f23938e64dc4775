/**
 * Ranking by domination: which designs no other beats, and how much room each has on its front.
 *
 *   1. p dominates q: p violates less; or both alike, p no worse in any objective and better in one: what breaks limits has no objectives
 *                                                                             (constrained domination, Deb et al. 2002, section VI)
 *   2. fast non-dominated sort, O(M N^2)                                                                   (section III-A)
 *   3. crowding: sum over objectives of the distance between the two neighbours on the front over the front's extent; endless at its
 *      ends                                                                                                (section III-B)
 */

/** How good a design is: objectives to be made small, and by how much it breaks limits (0 where it breaks none). Alike in the latter, they have as many objectives. */
export interface Judged {
  readonly objectives: readonly number[];
  readonly violation: number;
}

/** Equation 1. */
export const dominates = (p: Judged, q: Judged): boolean => {
  if (p.violation !== q.violation) return p.violation < q.violation;
  let better = false;
  for (let i = 0; i < p.objectives.length; i++) {
    if (p.objectives[i]! > q.objectives[i]!) return false;
    better ||= p.objectives[i]! < q.objectives[i]!;
  }
  return better;
};

/** Positions of the judged by front, the best first. */
export const fronts = (judged: readonly Judged[]): readonly (readonly number[])[] => {
  const beaten: number[][] = judged.map(() => []);
  const beatenBy = new Int32Array(judged.length);
  for (let p = 0; p < judged.length; p++) {
    for (let q = p + 1; q < judged.length; q++) {
      const winner = dominates(judged[p]!, judged[q]!) ? p : dominates(judged[q]!, judged[p]!) ? q : -1;
      if (winner < 0) continue;
      const loser = p + q - winner;
      beaten[winner]!.push(loser);
      beatenBy[loser]!++;
    }
  }
  const found: number[][] = [];
  let front = judged.map((_, i) => i).filter((i) => beatenBy[i] === 0);
  while (front.length > 0) {
    found.push(front);
    const next: number[] = [];
    for (const p of front) for (const q of beaten[p]!) if (--beatenBy[q]! === 0) next.push(q);
    front = next;
  }
  return found;
};

/** Crowding distance of each of a front, in its order; equation 3. */
export const crowding = (front: readonly Judged[]): readonly number[] => {
  const distance = front.map(() => 0);
  const objectives = front[0]?.objectives.length ?? 0;
  for (let m = 0; m < objectives; m++) {
    const value = (i: number): number => front[i]!.objectives[m]!;
    const order = front.map((_, i) => i).toSorted((a, b) => value(a) - value(b) || a - b);
    const [first, last] = [order[0]!, order.at(-1)!];
    const extent = value(last) - value(first);
    distance[first] = Infinity;
    distance[last] = Infinity;
    if (extent === 0) continue;
    for (let at = 1; at < order.length - 1; at++) distance[order[at]!]! += (value(order[at + 1]!) - value(order[at - 1]!)) / extent;
  }
  return distance;
};
