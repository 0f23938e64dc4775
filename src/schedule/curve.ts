/**
 * Step curves over time: what a supply, a price or a link gives, and when. Between two breakpoints a curve holds the earlier value; before the
 * first it holds the first, after the last the last. Times are seconds on the caller's one clock.
 */

/** A step curve: `value[i]` holds from `t_s[i]` (ascending) until `t_s[i + 1]`. */
export interface Curve {
  readonly t_s: ArrayLike<number>;
  readonly value: ArrayLike<number>;
}

/** A curve made ready for questions: equal neighbours merged, with its integral to each breakpoint. */
export interface Indexed {
  readonly t: Float64Array;
  readonly v: Float64Array;
  /** Integral from the first breakpoint to each. */
  readonly sum: Float64Array;
  /** Stretches of steps above zero or not: number of each step's, and of each stretch the step after its last, its least and its most. */
  readonly stretchOf: Int32Array;
  readonly stretchEnd: Int32Array;
  readonly stretchLeast: Float64Array;
  readonly stretchMost: Float64Array;
  /** Least value of all. */
  readonly least: number;
}

/** Times at which something holds: [start[i], end[i]), ascending and apart; the last end may be Infinity. */
export interface Windows {
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** The longest of each block of windows, and of all: long searches skip by these. */
  readonly longest: Float64Array;
  readonly most: number;
}

const BLOCK = 64;

/** Windows from their starts and ends. */
export const windowsFrom = (start: ArrayLike<number>, end: ArrayLike<number>): Windows => {
  const longest = new Float64Array(Math.ceil(start.length / BLOCK));
  for (let i = 0; i < start.length; i++) longest[Math.floor(i / BLOCK)] = Math.max(longest[Math.floor(i / BLOCK)]!, end[i]! - start[i]!);
  return { start: Float64Array.from(start), end: Float64Array.from(end), longest, most: longest.reduce((most, length) => Math.max(most, length), -Infinity) };
};

export const ALWAYS: Windows = windowsFrom([-Infinity], [Infinity]);

export const constantCurve = (value: number): Curve => ({ t_s: [0], value: [value] });

/** Throws RangeError, with the name, where a curve is empty, not finite, negative below `least`, or not ascending. */
export const indexCurve = ({ t_s, value }: Curve, name: string, least = -Infinity): Indexed => {
  if (t_s.length === 0 || t_s.length !== value.length) throw new RangeError(`${name}: ${t_s.length} times and ${value.length} values; a curve has at least one of each, and as many`);
  const t: number[] = [];
  const v: number[] = [];
  for (let i = 0; i < t_s.length; i++) {
    const at = t_s[i]!;
    const here = value[i]!;
    if (!Number.isFinite(at) || !Number.isFinite(here)) throw new RangeError(`${name}: ${here} at ${at} s is no finite step`);
    if (here < least) throw new RangeError(`${name}: ${here} at ${at} s is below ${least}`);
    if (i > 0 && at <= t_s[i - 1]!) throw new RangeError(`${name}: ${at} s does not come after ${t_s[i - 1]} s`);
    if (v.length > 0 && v.at(-1) === here) continue;
    t.push(at);
    v.push(here);
  }
  const sum = new Float64Array(t.length);
  for (let i = 1; i < t.length; i++) sum[i] = sum[i - 1]! + v[i - 1]! * (t[i]! - t[i - 1]!);
  return { t: Float64Array.from(t), v: Float64Array.from(v), sum, ...stretchesOf(v), least: v.reduce((least, value) => Math.min(least, value), Infinity) };
};

const stretchesOf = (v: readonly number[]): Pick<Indexed, "stretchOf" | "stretchEnd" | "stretchLeast" | "stretchMost"> => {
  const stretchOf = new Int32Array(v.length);
  const [end, least, most]: [number[], number[], number[]] = [[], [], []];
  for (const [i, value] of v.entries()) {
    if (i === 0 || value > 0 !== v[i - 1]! > 0) {
      end.push(i);
      least.push(value);
      most.push(value);
    }
    const s = end.length - 1;
    stretchOf[i] = s;
    end[s] = i + 1;
    least[s] = Math.min(least[s]!, value);
    most[s] = Math.max(most[s]!, value);
  }
  return { stretchOf, stretchEnd: Int32Array.from(end), stretchLeast: Float64Array.from(least), stretchMost: Float64Array.from(most) };
};

/** Index of the last entry not above `x`, -1 where all are above. */
export const lastAtOrBelow = (sorted: Float64Array, x: number): number => {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= x) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

const stepAt = (curve: Indexed, t: number): number => Math.max(0, lastAtOrBelow(curve.t, t));

export const valueAt = (curve: Indexed, t: number): number => curve.v[stepAt(curve, t)]!;

const sumTo = (curve: Indexed, t: number): number => {
  const i = stepAt(curve, t);
  return curve.sum[i]! + curve.v[i]! * (t - curve.t[i]!);
};

/** Integral from one time to a later one. */
export const integral = (curve: Indexed, from: number, to: number): number => (curve.v.length === 1 ? curve.v[0]! * (to - from) : sumTo(curve, to) - sumTo(curve, from));

/** When the integral from `from` reaches `amount`; Infinity where it never does. For curves without negative values. */
export const reached = (curve: Indexed, from: number, amount: number): number => {
  if (amount <= 0) return from;
  const before = sumTo(curve, from);
  const goal = before + amount;
  // So little that it is lost to rounding has passed at once; looked for in a pause it would never.
  if (goal === before) return from;
  let i = Math.max(0, lastAtOrBelow(curve.sum, goal));
  // Of equal sums the last is found, behind a pause; the first is where the goal was reached.
  while (i > 0 && curve.sum[i] === goal && curve.sum[i - 1] === goal) i--;
  if (curve.sum[i] === goal && curve.t[i]! > from) return curve.t[i]!;
  return curve.v[i]! > 0 ? Math.max(from, curve.t[i]! + (goal - curve.sum[i]!) / curve.v[i]!) : Infinity;
};

/** Least value in [from, to). */
export const leastOver = (curve: Indexed, from: number, to: number): number => {
  let i = stepAt(curve, from);
  let least = curve.v[i]!;
  for (i++; i < curve.t.length && curve.t[i]! < to; i++) if (curve.v[i]! < least) least = curve.v[i]!;
  return least;
};

/** The next breakpoint after t; Infinity after the last. */
export const nextStep = (curve: Indexed, t: number): number => curve.t[lastAtOrBelow(curve.t, t) + 1] ?? Infinity;

/** When the curve is at `level` or above. */
export const windowsAtLeast = (curve: Indexed, level: number): Windows => {
  const start: number[] = [];
  const end: number[] = [];
  let open = false;
  for (let i = 0; i < curve.v.length; i++) {
    const enough = curve.v[i]! >= level;
    if (enough === open) continue;
    if (enough) start.push(i === 0 ? -Infinity : curve.t[i]!);
    else end.push(curve.t[i]!);
    open = enough;
  }
  if (open) end.push(Infinity);
  return windowsFrom(start, end);
};

/** When both hold. */
export const both = (a: Windows, b: Windows): Windows => {
  if (a === ALWAYS) return b;
  if (b === ALWAYS) return a;
  const start: number[] = [];
  const end: number[] = [];
  for (let i = 0, j = 0; i < a.start.length && j < b.start.length; ) {
    const from = Math.max(a.start[i]!, b.start[j]!);
    const to = Math.min(a.end[i]!, b.end[j]!);
    if (from < to) {
      start.push(from);
      end.push(to);
    }
    if (a.end[i]! < b.end[j]!) i++;
    else j++;
  }
  return windowsFrom(start, end);
};

/** When none of these stretches of time is on. */
export const outside = (stretches: readonly { readonly start_s: number; readonly end_s: number }[]): Windows => {
  const sorted = stretches.toSorted((a, b) => a.start_s - b.start_s);
  const start: number[] = [];
  const end: number[] = [];
  let from = -Infinity;
  for (const { start_s, end_s } of sorted) {
    if (start_s > from) {
      start.push(from);
      end.push(start_s);
    }
    from = Math.max(from, end_s);
  }
  start.push(from);
  end.push(Infinity);
  return windowsFrom(start, end);
};

/** End of the window that t is in; t where it is in none. */
export const holdsUntil = (windows: Windows, t: number): number => {
  const i = lastAtOrBelow(windows.start, t);
  return i >= 0 && windows.end[i]! > t ? windows.end[i]! : t;
};

/** The first window from number `from` on that from t on, or from its start, still lasts `length`; their count where none does. */
export const lastingFrom = ({ start, end, longest, most }: Windows, from: number, t: number, length: number): number => {
  if (most < length) return start.length;
  for (let i = from; i < start.length; ) {
    if (i % BLOCK === 0 && longest[i / BLOCK]! < length) {
      i += BLOCK;
      continue;
    }
    const rest = end[i]! - Math.max(t, start[i]!);
    // Of no length, too, nothing lasts at the end.
    if (rest >= length && rest > 0) return i;
    i++;
  }
  return start.length;
};

/** The first time from t on at which a window still lasts `length`; Infinity where none does. */
export const firstLasting = (windows: Windows, t: number, length: number): number => {
  const i = lastingFrom(windows, Math.max(0, lastAtOrBelow(windows.start, t)), t, length);
  return i === windows.start.length ? Infinity : Math.max(t, windows.start[i]!);
};
