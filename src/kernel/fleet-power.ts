/**
 * Stores and temperatures of many like bodies, step by step: a source that shadow switches off, a base load, a load that is wanted.
 *
 *   1. wanted load = min(wanted, source - base - refill + what the store may give, slope (hot - T)), not below 0
 *      refill while the store is below `refillBelow_J`; the store gives down to `reserve_J` (Infinity: nothing)
 *   2. the store takes or gives the rest as in battery-step.ts, without limits of rate
 *   3. a load is throttled below the wanted one and above 0, idle at 0, hot where the temperature holds it below the wanted one and no higher
 *      than the store does; a base is short where part of the draw is unmet (as operate.ts counts hours); withdrawn: what a store falls by
 *   4. C dT/dt = q - k T^4, q = load served + loss of the store + absorbed, by `substeps` classical Runge-Kutta steps of 4th order
 *
 * Assumes: every body alike; dark or lit for a whole step; powers even over it. Range: substeps such that 4 k T^3 h / C <= 1/4
 * (`powerRules` sees to it for the hottest balance possible).
 * Bodies are looked at in groups of eight. A group that is all lit, full and cool enough does not move its stores, one that is all dark and
 * whose stores carry the draw lowers them alike: their draw, heat and losses are worked out once a step, by the same equations.
 * Accuracy: store as batteryStep to rounding; temperature as heatStep (exact) to 1e-5 of the difference from balance (tests).
 * `fleet-simd.ts` computes the same, bit for bit: only + - * and comparisons; sums run over even bodies, then odd ones; counts are whole.
 */

export type PowerDesign = {
  readonly base_W: number;
  readonly wanted_W: number;
  readonly capacity_J: number;
  readonly floor_J: number;
  readonly charge_frac: number;
  readonly discharge_frac: number;
  /** The wanted load draws the store no lower; Infinity when it may not draw at all. */
  readonly reserve_J: number;
  readonly refillBelow_J: number;
  readonly refill_W: number;
  /** The wanted load is held to hotSlope_W_per_K (hot_K - T). */
  readonly hot_K: number;
  readonly hotSlope_W_per_K: number;
  readonly heatCapacity_J_per_K: number;
  readonly emission_W_per_K4: number;
  readonly absorbedDark_W: number;
  readonly absorbedLit_W: number;
};

/** Numbers that the loop reads, in the order of powerRules, and the Runge-Kutta steps in one step. */
export type PowerRules = { readonly values: Float64Array; readonly substeps: number };

/** One value a body; advanced in place. */
export type PowerState = { readonly stored_J: Float64Array; readonly temperature_K: Float64Array };

/** Per step of a plane: power of a lit body's source, and rows of flags as DarkFlags has them. */
export type PowerInput = { readonly source_W: Float64Array; readonly dark: Uint32Array };

/**
 * Columns of a step's row: sums over the bodies, but for the extremes. Wanted load served and energies are those of the step, store and
 * temperature those at its end; the last four are numbers of bodies (equation 3).
 */
export const POWER_COLUMNS = [
  "load_W", "stored_J", "curtailed_J", "shortfall_J", "loss_J", "lowest_J", "temperature_K", "hottest_K", "coldest_K", "withdrawn_J", "throttled", "idle", "hot", "short",
] as const;

/** A limit that meets the wanted load to rounding is no throttle, a draw unmet by rounding is not unmet. */
const ROUNDING = 1e-9;

/** Rules of one step of `step_s` s; `hottest_K` is the hottest that a body can become, to choose the substeps by. */
export function powerRules(design: PowerDesign, { step_s, hottest_K }: { readonly step_s: number; readonly hottest_K: number }): PowerRules {
  for (const [name, value] of Object.entries({ ...design, step_s, hottest_K })) if (Number.isNaN(value)) throw new RangeError(`powerRules: ${name} is NaN`);
  const { heatCapacity_J_per_K: c, emission_W_per_K4: k } = design;
  const substeps = Math.max(1, Math.ceil((4 * k * hottest_K ** 3 * step_s) / (c * STEEPEST)));
  const h = step_s / substeps;
  const values = Float64Array.of(
    design.base_W, design.wanted_W, design.capacity_J, design.floor_J,
    design.charge_frac, 1 / design.charge_frac, design.discharge_frac, 1 / design.discharge_frac,
    design.reserve_J, design.refillBelow_J, design.refill_W, 1 / (design.charge_frac * step_s), design.discharge_frac / step_s,
    design.hot_K, design.hotSlope_W_per_K, step_s, 1 / step_s, h, 0.5 * h, h / 6, 1 / c, k / c, design.absorbedDark_W, design.absorbedLit_W,
    design.wanted_W * (1 - ROUNDING), step_s * ROUNDING,
  );
  return { values, substeps };
}

/** Bodies that are looked at together. */
export const GROUP = 8;

/** Largest 4 k T^3 h / C of a Runge-Kutta step. */
const STEEPEST = 0.25;

/** Advances every body over the steps of `input.source_W` and writes a row of POWER_COLUMNS a step. */
export function storeAndHeat(rules: PowerRules, input: PowerInput, state: PowerState, out: Float64Array): void {
  const bodies = state.stored_J.length;
  const words = Math.ceil(bodies / 32);
  const heat = new Float64Array(bodies);
  const groups = meetGroups(rules.values, state);
  for (let step = 0; step < input.source_W.length; step++) {
    const at = step * POWER_COLUMNS.length;
    stepStores(rules.values, { state, groups, source_W: input.source_W[step]!, dark: input.dark, word: step * words }, heat, out, at);
    stepTemperatures(rules, heat, { temperature_K: state.temperature_K, groups }, out, at);
  }
}

/** Of each group: its least store, its highest temperature, whether all its stores are at capacity. */
type Groups = { readonly low_J: Float64Array; readonly hot_K: Float64Array; readonly full: Uint8Array };

function meetGroups(values: Float64Array, { stored_J, temperature_K }: PowerState): Groups {
  const count = Math.ceil(stored_J.length / GROUP);
  const groups = { low_J: new Float64Array(count).fill(Infinity), hot_K: new Float64Array(count), full: new Uint8Array(count).fill(1) };
  stored_J.forEach((stored, j) => {
    const g = j >>> 3;
    groups.low_J[g] = least(groups.low_J[g]!, stored);
    groups.hot_K[g] = most(groups.hot_K[g]!, temperature_K[j]!);
    if (stored !== values[2]!) groups.full[g] = 0;
  });
  return groups;
}

type StoreInput = { readonly state: PowerState; readonly groups: Groups; readonly source_W: number; readonly dark: Uint32Array; readonly word: number };

/** What every body of a group does that stands in the light with full stores, or in the dark with enough in them. */
type Alike = { readonly load: number; readonly heat: number; readonly curtailed: number; readonly drop: number; readonly loss: number };

/** Equation 1 with the store at capacity; `curtailed` below 0 where the source does not carry the draw. */
function restOf(values: Float64Array, source: number): Alike {
  const base = values[0]!, wanted = values[1]!, capacity = values[2]!;
  const beyond = source - base;
  const refill = least(values[10]!, most(values[9]! - capacity, 0) * values[11]!);
  const powered = most(least(beyond, most(beyond - refill, 0)) + most(capacity - values[8]!, 0) * values[12]!, 0);
  const load = least(wanted, powered);
  return { load, heat: (load + base + values[23]!) * values[20]!, curtailed: (beyond - load) * values[15]!, drop: 0, loss: 0 };
}

/** All that is wanted, where the store may give it, or nothing. */
function darkOf(values: Float64Array): Alike {
  const base = values[0]!;
  const load = values[8]! < Infinity ? values[1]! : 0;
  const need = (base + load) * values[15]!;
  const drop = need * values[7]!;
  const loss = drop - need;
  return { load, heat: (load + base + loss * values[16]! + values[22]!) * values[20]!, curtailed: 0, drop, loss };
}

/** Whether a wholly dark group's stores carry `dark`, the least of them as well. */
function carries(values: Float64Array, { load }: Alike, low: number): boolean {
  const powered = most(most(low - values[8]!, 0) * values[12]! - values[0]!, 0);
  return powered >= load && (values[0]! + load) * values[15]! < (low - values[3]!) * values[6]!;
}

/** Sums of a row; a pair a column, for even and for odd bodies. */
type Sums = { readonly load: Float64Array; readonly stored: Float64Array; readonly curtailed: Float64Array; readonly shortfall: Float64Array; readonly loss: Float64Array; readonly withdrawn: Float64Array; readonly counts: Float64Array };

const emptySums = (): Sums => {
  const pair = (): Float64Array => new Float64Array(2);
  return { load: pair(), stored: pair(), curtailed: pair(), shortfall: pair(), loss: pair(), withdrawn: pair(), counts: new Float64Array(4) };
};

/** Equations 1 to 3: writes q / C of each body into `heat`, and the row's columns of load and store. */
function stepStores(values: Float64Array, input: StoreInput, heat: Float64Array, out: Float64Array, at: number): void {
  const { state: { stored_J }, groups, source_W, dark, word } = input;
  const rest = restOf(values, source_W);
  const drawn = darkOf(values);
  const sums = emptySums();
  let resting = 0, drawing = 0;
  let lowest = Infinity;
  for (let g = 0, first = 0; first < stored_J.length; g++, first += GROUP) {
    const end = least(first + GROUP, stored_J.length);
    const bits = (dark[word + (first >>> 5)]! >>> (first & 31)) & 255;
    const whole = end === first + GROUP;
    const cool = values[14]! * (values[13]! - groups.hot_K[g]!);
    if (whole && bits === 0 && rest.curtailed >= 0 && groups.full[g] === 1 && cool > rest.load) {
      heat.fill(rest.heat, first, end);
      resting += GROUP;
    } else if (whole && bits === 255 && cool > drawn.load && carries(values, drawn, groups.low_J[g]!)) {
      for (let j = first; j < end; j++) sums.stored[j & 1]! += stored_J[j]! -= drawn.drop;
      groups.low_J[g]! -= drawn.drop;
      groups.full[g] = 0;
      heat.fill(drawn.heat, first, end);
      drawing += GROUP;
    } else stepGroup(values, input, { g, first, end, bits }, heat, sums);
    lowest = least(lowest, groups.low_J[g]!);
  }
  const of = ([even, odd]: Float64Array): number => even! + odd!;
  const counted = (is: (load: number) => boolean): number => (is(rest.load) ? resting : 0) + (is(drawn.load) ? drawing : 0);
  out[at] = of(sums.load) + resting * rest.load + drawing * drawn.load;
  out[at + 1] = of(sums.stored) + resting * values[2]!;
  out[at + 2] = of(sums.curtailed) + resting * rest.curtailed;
  out[at + 3] = of(sums.shortfall);
  out[at + 4] = of(sums.loss) + drawing * drawn.loss;
  out[at + 5] = lowest;
  out[at + 9] = of(sums.withdrawn) + drawing * drawn.drop;
  out.set(sums.counts, at + 10);
  out[at + 10]! += counted((load) => load < values[24]! && load !== 0);
  out[at + 11]! += counted((load) => load === 0);
}

type GroupSpan = { readonly g: number; readonly first: number; readonly end: number; readonly bits: number };

/** Equations 1 to 3 body by body. */
function stepGroup(values: Float64Array, { state, groups, source_W: source }: StoreInput, { g, first, end, bits }: GroupSpan, heat: Float64Array, sums: Sums): void {
  const base = values[0]!, wanted = values[1]!, capacity = values[2]!, floor = values[3]!;
  const charge = values[4]!, perCharge = values[5]!, discharge = values[6]!, perDischarge = values[7]!;
  const reserve = values[8]!, refillBelow = values[9]!, refillMost = values[10]!, refillRate = values[11]!, spareRate = values[12]!;
  const hot = values[13]!, slope = values[14]!, step_s = values[15]!, perStep = values[16]!;
  const perC = values[20]!, absorbedDark = values[22]!, absorbedLit = values[23]!, almost = values[24]!, unmet = values[25]!;
  const { stored_J, temperature_K } = state;
  const { counts } = sums;
  let low = Infinity;
  let full = 1;
  for (let j = first; j < end; j++) {
    const lane = j & 1;
    const isDark = ((bits >>> (j - first)) & 1) === 1;
    const before = stored_J[j]!;
    const beyond = (isDark ? 0 : source) - base;
    const refill = least(refillMost, most(refillBelow - before, 0) * refillRate);
    const powered = most(least(beyond, most(beyond - refill, 0)) + most(before - reserve, 0) * spareRate, 0);
    const cool = most(slope * (hot - temperature_K[j]!), 0);
    const load = least(least(wanted, powered), cool);
    const surplus = (beyond - load) * step_s;
    const gain = most(surplus, 0);
    const need = most(-surplus, 0);
    const roomAtBus = most(capacity - before, 0) * perCharge;
    const charged = least(gain, roomAtBus);
    const filled = gain < roomAtBus ? before + gain * charge : most(before, capacity);
    const spare = most(before - floor, 0);
    const spareAtBus = spare * discharge;
    const delivered = least(need, spareAtBus);
    const stored = filled - (need < spareAtBus ? need * perDischarge : spare);
    const shortfall = need - delivered;
    const loss = charged - delivered - (stored - before);
    heat[j] = (load + base + (loss - shortfall) * perStep + (isDark ? absorbedDark : absorbedLit)) * perC;
    stored_J[j] = stored;
    sums.load[lane]! += load;
    sums.stored[lane]! += stored;
    sums.curtailed[lane]! += gain - charged;
    sums.shortfall[lane]! += shortfall;
    sums.loss[lane]! += loss;
    sums.withdrawn[lane]! += most(before - stored, 0);
    if (load < almost && load !== 0) counts[0]! += 1;
    if (load === 0) counts[1]! += 1;
    if (cool < wanted && cool <= powered) counts[2]! += 1;
    if (shortfall > (load + base) * unmet) counts[3]! += 1;
    low = least(low, stored);
    if (stored !== capacity) full = 0;
  }
  groups.low_J[g] = low;
  groups.full[g] = full;
}

/** Equation 4, and the row's columns of temperature. */
function stepTemperatures({ values, substeps }: PowerRules, heat: Float64Array, { temperature_K, groups }: { readonly temperature_K: Float64Array; readonly groups: Groups }, out: Float64Array, at: number): void {
  const h = values[17]!, halfH = values[18]!, sixthH = values[19]!, kPerC = values[21]!;
  let even = 0, odd = 0, hottest = 0, coldest = Infinity;
  for (let g = 0, first = 0; first < heat.length; g++, first += GROUP) {
    const end = least(first + GROUP, heat.length);
    let hot = 0;
    for (let j = first; j < end; j++) {
      const q = heat[j]!;
      let t = temperature_K[j]!;
      for (let i = 0; i < substeps; i++) {
        const f1 = q - kPerC * fourth(t);
        const f2 = q - kPerC * fourth(t + halfH * f1);
        const f3 = q - kPerC * fourth(t + halfH * f2);
        const f4 = q - kPerC * fourth(t + h * f3);
        t += sixthH * (f1 + f4 + 2 * (f2 + f3));
      }
      temperature_K[j] = t;
      if ((j & 1) === 0) even += t;
      else odd += t;
      hot = most(hot, t);
      coldest = least(coldest, t);
    }
    groups.hot_K[g] = hot;
    hottest = most(hottest, hot);
  }
  out[at + 6] = even + odd;
  out[at + 7] = hottest;
  out[at + 8] = coldest;
}

// One machine instruction each in the SIMD build (pmin, pmax), where Math.min must also order -0 and NaN.
const least = (a: number, b: number): number => (b < a ? b : a);
const most = (a: number, b: number): number => (a < b ? b : a);

function fourth(x: number): number {
  const square = x * x;
  return square * square;
}
