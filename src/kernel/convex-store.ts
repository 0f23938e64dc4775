/**
 * One store behind a stack of sources, over many steps, at least cost: exact, without a solver.
 *
 *   minimise sum_t sum_k c_tk s_tk + u lost_t   with   sum_k s_tk + lost_t + out_t - in_t = load_t,  0 <= s_tk <= q_tk,  in, out <= p,
 *   e_(t+1) = e_t + a in_t - out_t/b,  0 <= e <= E,  lost_t <= load_t,  and u paid for each unit by which e ends below where it began
 *
 *   1. the cost g_t of a change d of the store is convex and piecewise linear: the stack's costs over a above the load and times b below it
 *   2. V_t(e) = min over e' of V_(t+1)(e') + g_t(e' - e): the infimal convolution of two such functions, which puts their pieces in
 *      order of slope; what lies outside 0..E is cut off                                    (Rockafellar 1970, section 5; Bellman 1957)
 *   3. forwards, the store moves by the pieces of g_t that come before e_t in that order
 *
 * Costs below 0 count as 0 where the store decides (a store would else charge and discharge at once to be paid for the loss).
 * Accuracy: the optimum of the same linear program by HiGHS to 1e-9 of the cost (test/dispatch).
 */

export interface StoreProblem {
  readonly steps: number;
  readonly sources: number;
  /** steps. */
  readonly load: Float64Array;
  /** steps x sources, any order within a step. */
  readonly cost: Float64Array;
  readonly limit: Float64Array;
  /** Cost of a unit of load that is not served; above every source's. */
  readonly lostCost: number;
  /** 0 for no store. */
  readonly energy: number;
  /** Most that goes in or out in a step, both at the bus. */
  readonly power: number;
  readonly charge_frac: number;
  readonly discharge_frac: number;
  /** 0..energy. */
  readonly start: number;
}

export interface StorePath {
  /** steps x sources. */
  readonly used: Float64Array;
  readonly lost: Float64Array;
  /** At the bus; never both in one step. */
  readonly into: Float64Array;
  readonly outOf: Float64Array;
  /** steps + 1. */
  readonly held: Float64Array;
  /** Cost of one more unit of load, of the stack alone. */
  readonly marginal: Float64Array;
  readonly cost: number;
}

/** Pieces of one convex function: slopes rise; `first` is where the first piece begins. */
interface Pieces {
  slope: Float64Array;
  width: Float64Array;
  count: number;
  first: number;
}

/** The least cost and how it is reached. Throws when the lost load costs less than a source. */
export const convexStore = (problem: StoreProblem): StorePath => {
  const order = meritOrder(problem);
  const path: StorePath = {
    used: new Float64Array(problem.steps * problem.sources), lost: new Float64Array(problem.steps), into: new Float64Array(problem.steps),
    outOf: new Float64Array(problem.steps), held: new Float64Array(problem.steps + 1), marginal: new Float64Array(problem.steps), cost: 0,
  };
  const moves = problem.energy > 0 && problem.power > 0 ? storeMoves(problem, order) : undefined;
  path.held[0] = problem.start;
  let cost = 0;
  for (let t = 0; t < problem.steps; t++) {
    const released = moves === undefined ? 0 : moves(t, path.held[t]!);
    if (released >= 0) path.outOf[t] = released * problem.discharge_frac;
    else path.into[t] = -released / problem.charge_frac;
    path.held[t + 1] = Math.min(problem.energy, Math.max(0, path.held[t]! - released));
    cost += supply(problem, order, path, t);
  }
  return { ...path, cost: cost + problem.lostCost * Math.max(0, problem.start - path.held[problem.steps]!) };
};

/** Sources of each step by rising cost. */
const meritOrder = ({ steps, sources, cost, lostCost }: StoreProblem): Int32Array => {
  const order = new Int32Array(steps * sources);
  for (let t = 0; t < steps; t++) {
    const at = t * sources;
    for (let k = 0; k < sources; k++) {
      const c = cost[at + k]!;
      if (c > lostCost) throw new Error(`store: source ${k} of step ${t} costs ${c}, more than load that is lost (${lostCost})`);
      let j = k;
      for (; j > 0 && cost[at + order[at + j - 1]!]! > c; j--) order[at + j] = order[at + j - 1]!;
      order[at + j] = k;
    }
  }
  return order;
};

/** Serves one step by merit; returns what it costs. */
const supply = (problem: StoreProblem, order: Int32Array, path: StorePath, t: number): number => {
  const { sources } = problem;
  const at = t * sources;
  let left = problem.load[t]! + path.into[t]! - path.outOf[t]!;
  let [cost, marginal] = [0, 0];
  for (let j = 0; j < sources && left > 0; j++) {
    const k = at + order[at + j]!;
    const used = Math.min(left, problem.limit[k]!);
    path.used[k] = used;
    cost += used * problem.cost[k]!;
    left -= used;
    if (used > 0) marginal = problem.cost[k]!;
  }
  // What rounding leaves of a store that gave all is not a loss.
  if (left > 1e-12 * (problem.load[t]! + problem.power)) {
    path.lost[t] = left;
    marginal = problem.lostCost;
  }
  path.marginal[t] = marginal;
  return cost + path.lost[t]! * problem.lostCost;
};

/** Backwards over all steps; gives back how much the store releases in a step from what it holds (equation 3). */
const storeMoves = (problem: StoreProblem, order: Int32Array): ((t: number, held: number) => number) => {
  const { steps, energy } = problem;
  const h: Pieces = { slope: new Float64Array(2 * problem.sources + 4), width: new Float64Array(2 * problem.sources + 4), count: 0, first: 0 };
  const kept = new PieceStack();
  const start = new Int32Array(steps + 1);
  let value: Pieces = endValue(problem);
  let next: Pieces = { slope: new Float64Array(64), width: new Float64Array(64), count: 0, first: 0 };
  for (let t = steps - 1; t >= 0; t--) {
    start[t] = kept.push(value);
    releaseCost(problem, order, t, h);
    convolve(value, h, { into: next, energy });
    [value, next] = [next, value];
  }
  return (t, held) => {
    releaseCost(problem, order, t, h);
    return releasedAt(kept, start[t]!, h, held);
  };
};

/** Nothing is worth having at the end but what it takes to be as full as at the start. */
const endValue = ({ start, energy, lostCost }: StoreProblem): Pieces => {
  const pieces: Pieces = { slope: new Float64Array(64), width: new Float64Array(64), count: 0, first: 0 };
  add(pieces, -lostCost, start);
  add(pieces, 0, energy - start);
  return pieces;
};

const add = (pieces: Pieces, slope: number, width: number): void => {
  if (width <= 0) return;
  if (pieces.count > 0 && pieces.slope[pieces.count - 1] === slope) {
    pieces.width[pieces.count - 1]! += width;
    return;
  }
  if (pieces.count === pieces.slope.length) {
    const longer = (old: Float64Array): Float64Array => { const grown = new Float64Array(2 * old.length); grown.set(old); return grown; };
    pieces.slope = longer(pieces.slope);
    pieces.width = longer(pieces.width);
  }
  pieces.slope[pieces.count] = slope;
  pieces.width[pieces.count++] = width;
};

/** Cost of what the store releases in step t, from most charging (negative) to most release: the stack from its top down. */
const releaseCost = (problem: StoreProblem, order: Int32Array, t: number, h: Pieces): void => {
  const { sources, power, charge_frac, discharge_frac } = problem;
  const at = t * sources;
  const load = problem.load[t]!;
  let offered = 0;
  for (let k = 0; k < sources; k++) offered += problem.limit[at + k]!;
  h.count = 0;
  h.first = -Math.max(0, Math.min(power, offered - load)) * charge_frac;
  const [low, high] = [Math.max(0, load - power), load + power];
  if (load > offered) add(h, -problem.lostCost * discharge_frac, (load - Math.max(offered, low)) / discharge_frac);
  let top = offered;
  for (let j = sources - 1; j >= 0 && top > low; j--) {
    const k = at + order[at + j]!;
    const bottom = top - problem.limit[k]!;
    const cost = Math.max(0, problem.cost[k]!);
    add(h, -cost / charge_frac, (Math.min(top, high) - Math.max(bottom, load)) * charge_frac);
    add(h, -cost * discharge_frac, (Math.min(top, load) - Math.max(bottom, low)) / discharge_frac);
    top = bottom;
  }
};

/** Pieces of both in order of slope, cut to 0..energy (equation 2). */
const convolve = (value: Pieces, h: Pieces, { into, energy }: { readonly into: Pieces; readonly energy: number }): void => {
  into.count = 0;
  let position = h.first;
  let [i, j] = [0, 0];
  while (position < energy && (i < value.count || j < h.count)) {
    const fromValue = j >= h.count || (i < value.count && value.slope[i]! <= h.slope[j]!);
    const slope = fromValue ? value.slope[i]! : h.slope[j]!;
    const end = position + (fromValue ? value.width[i++]! : h.width[j++]!);
    add(into, slope, Math.min(end, energy) - Math.max(position, 0));
    position = end;
  }
};

/** How much of h lies before what the store holds. */
const releasedAt = (kept: PieceStack, start: number, h: Pieces, held: number): number => {
  let released = h.first;
  let left = held - h.first;
  const end = kept.end(start);
  let [i, j] = [start + 1, 0];
  while (left > 0 && (i < end || j < h.count)) {
    const fromValue = j >= h.count || (i < end && kept.slope(i) <= h.slope[j]!);
    const width = Math.min(left, fromValue ? kept.width(i++) : h.width[j++]!);
    if (!fromValue) released += width;
    left -= width;
  }
  return released;
};

/** Value functions of all steps one after the other: a count, then slopes and widths. It grows, hence a class. */
class PieceStack {
  #data = new Float64Array(1 << 16);
  #rows = 0;

  push(pieces: Pieces): number {
    const at = this.#rows;
    const needed = 2 * (at + 1 + pieces.count);
    if (needed > this.#data.length) {
      const grown = new Float64Array(Math.max(needed, 2 * this.#data.length));
      grown.set(this.#data);
      this.#data = grown;
    }
    this.#data[2 * at] = pieces.count;
    for (let i = 0; i < pieces.count; i++) {
      this.#data[2 * (at + 1 + i)] = pieces.slope[i]!;
      this.#data[2 * (at + 1 + i) + 1] = pieces.width[i]!;
    }
    this.#rows = at + 1 + pieces.count;
    return at;
  }

  end(at: number): number {
    return at + 1 + this.#data[2 * at]!;
  }

  slope(i: number): number {
    return this.#data[2 * i]!;
  }

  width(i: number): number {
    return this.#data[2 * i + 1]!;
  }
}
