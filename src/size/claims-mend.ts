/**
 * Which claim breaks a set of relations: the fewest claims that, set to what a relation needs of them, leave all relations closed.
 *
 *   1. gap of a relation g = ln(left/right); it closes while |g|, or g of a bound, is within its tolerance
 *   2. tolerance = sum over its claims of the largest change of g within the claim's bounds              (first order, all errors at their worst)
 *   3. need of a claim: the root of g over a factor of 1e6 either way, by bisection; a whole number next to it
 *   4. search: of an open relation, an equality first, change each unchanged claim to what any open relation needs of it, an equality first
 *      again; go on with what is then open, one change deeper at a time, until some set closes
 *
 * Names play no part: 1-4 read values alone, in the fixed order of the relations. A claim that was changed is exact and stays. Not found: sets whose
 * values only two relations together determine. Accuracy: needs to 1e-12; test/size/claims.
 */
import type { ClaimKey, ClaimValues, Relation } from "./claims-relations.ts";

export interface Bounds {
  readonly low: number;
  readonly high: number;
}
export interface Stated {
  readonly values: ClaimValues;
  /** Of the claims that are rounded. */
  readonly bounds: ReadonlyMap<ClaimKey, Bounds>;
  readonly whole: ReadonlySet<ClaimKey>;
}
export type Change = readonly [key: ClaimKey, value: number];

/** Deepest search for a set of changes. */
export const MOST_CHANGES = 4;
const FACTOR = 1e6;
/** Rounding of arithmetic, in g. */
const ARITHMETIC = 1e-9;

const gap = (relation: Relation, v: ClaimValues): number => Math.log(relation.left(v) / relation.right(v));

/** Equation 2. */
export const toleranceOf = (relation: Relation, { values, bounds }: Stated): number => {
  const g = gap(relation, values);
  if (!Number.isFinite(g)) return ARITHMETIC;
  return relation.keys.reduce((sum, key) => {
    const own = bounds.get(key);
    if (own === undefined) return sum;
    const [low, high] = [own.low, own.high].map((value) => Math.abs(gap(relation, { ...values, [key]: value }) - g));
    return sum + Math.max(low!, high!);
  }, ARITHMETIC);
};

/** Throws where a side is not a number above zero. */
export const doesClose = (relation: Relation, stated: Stated): boolean => {
  const g = gap(relation, stated.values);
  if (Number.isNaN(g)) throw new Error(`claims: "${relation.words}" is ${relation.left(stated.values)} against ${relation.right(stated.values)}`);
  return (relation.kind === "equal" ? Math.abs(g) : g) <= toleranceOf(relation, stated);
};

/** The same with one claim at another value, which is then exact. */
export const changed = (stated: Stated, [key, value]: Change): Stated => ({
  ...stated, values: { ...stated.values, [key]: value }, bounds: new Map([...stated.bounds].filter(([other]) => other !== key)),
});

/** Equation 3; null where no value of the claim closes the relation. */
export const needOf = (relation: Relation, key: ClaimKey, stated: Stated): number | null => {
  const at = (x: number): number => gap(relation, { ...stated.values, [key]: stated.values[key] * Math.exp(x) });
  let [from, to] = [-Math.log(FACTOR), Math.log(FACTOR)];
  const rising = at(to) > 0;
  if (rising === at(from) > 0) return null;
  for (let i = 0; i < 60; i++) {
    const middle = (from + to) / 2;
    if (at(middle) > 0 === rising) to = middle;
    else from = middle;
  }
  const value = stated.values[key] * Math.exp((from + to) / 2);
  if (stated.whole.has(key)) return wholeNeed(relation, { key, value }, stated);
  return doesClose(relation, changed(stated, [key, value])) ? value : null;
};

const wholeNeed = (relation: Relation, { key, value }: { readonly key: ClaimKey; readonly value: number }, stated: Stated): number | null => {
  const near = [Math.round(value), Math.floor(value), Math.ceil(value)];
  return near.find((whole) => whole > 0 && doesClose(relation, changed(stated, [key, whole]))) ?? null;
};

/** Equation 4. */
export const fewestChanges = (relations: readonly Relation[], stated: Stated): readonly (readonly Change[])[] => {
  for (let depth = 1; depth <= MOST_CHANGES; depth++) {
    const sets = changesOf(relations, { stated, depth, done: [] });
    if (sets.length > 0) return distinct(sets);
  }
  return [];
};

interface Search {
  readonly stated: Stated;
  readonly depth: number;
  readonly done: readonly Change[];
}

const changesOf = (relations: readonly Relation[], { stated, depth, done }: Search): readonly (readonly Change[])[] => {
  const open = relations.filter((relation) => !doesClose(relation, stated));
  if (open.length === 0) return [done];
  if (apart(open) > depth) return [];
  const first = open.find(({ kind }) => kind === "equal") ?? open[0]!;
  return first.keys.filter((key) => done.every(([other]) => other !== key)).flatMap((key) =>
    needsOf(open, key, stated).flatMap((value) => changesOf(relations, { stated: changed(stated, [key, value]), depth: depth - 1, done: [...done, [key, value]] })),
  );
};

/** What each open relation needs of one claim: equalities first, since a bound is met by a whole range and names only its edge. */
const needsOf = (open: readonly Relation[], key: ClaimKey, stated: Stated): readonly number[] => {
  const own = open.filter(({ keys }) => keys.includes(key)).toSorted((a, b) => Number(a.kind !== "equal") - Number(b.kind !== "equal"));
  return [...new Set(own.map((relation) => needOf(relation, key, stated)).filter((value) => value !== null))];
};

/** Relations among these, taken in turn, that share no claim: each takes a change of its own. */
const apart = (open: readonly Relation[]): number => {
  const used = new Set<ClaimKey>();
  return open.filter(({ keys }) => {
    if (keys.some((key) => used.has(key))) return false;
    for (const key of keys) used.add(key);
    return true;
  }).length;
};

const distinct = (sets: readonly (readonly Change[])[]): readonly (readonly Change[])[] => {
  const seen = new Set<string>();
  return sets.filter((set) => {
    const name = set.map(([key]) => key).toSorted().join(" ");
    return seen.has(name) ? false : (seen.add(name), true);
  });
};
