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

/** Largest 4 k T^3 h / C of a Runge-Kutta step. */
const STEEPEST = 0.25;

/** Advances every body over the steps of `input.source_W` and writes a row of POWER_COLUMNS a step. */
export function storeAndHeat(rules: PowerRules, input: PowerInput, state: PowerState, out: Float64Array): void {
  const bodies = state.stored_J.length;
  const words = Math.ceil(bodies / 32);
  const heat = new Float64Array(bodies);
  for (let step = 0; step < input.source_W.length; step++) {
    const at = step * POWER_COLUMNS.length;
    stepStores(rules.values, { stored_J: state.stored_J, temperature_K: state.temperature_K, source_W: input.source_W[step]!, dark: input.dark, word: step * words }, heat, out, at);
    stepTemperatures(rules, heat, state.temperature_K, out, at);
  }
}

type StoreInput = PowerState & { readonly source_W: number; readonly dark: Uint32Array; readonly word: number };

/** Equations 1 to 3: writes q / C of each body into `heat`, and the row's columns of load and store. */
function stepStores(values: Float64Array, input: StoreInput, heat: Float64Array, out: Float64Array, at: number): void {
  const base = values[0]!, wanted = values[1]!, capacity = values[2]!, floor = values[3]!;
  const charge = values[4]!, perCharge = values[5]!, discharge = values[6]!, perDischarge = values[7]!;
  const reserve = values[8]!, refillBelow = values[9]!, refillMost = values[10]!, refillRate = values[11]!, spareRate = values[12]!;
  const hot = values[13]!, slope = values[14]!, step_s = values[15]!, perStep = values[16]!;
  const perC = values[20]!, absorbedDark = values[22]!, absorbedLit = values[23]!, almost = values[24]!, unmet = values[25]!;
  const { stored_J, temperature_K, source_W: source, dark, word } = input;
  const sums = [0, 0, 0, 0, 0];
  const counts = [0, 0, 0, 0];
  let withdrawn = 0;
  let lowest = Infinity;
  for (let lane = 0; lane < 2; lane++) {
    let sumLoad = 0, sumStored = 0, sumCurtailed = 0, sumShortfall = 0, sumLoss = 0, sumWithdrawn = 0;
    for (let j = lane; j < stored_J.length; j += 2) {
      const isDark = ((dark[word + (j >>> 5)]! >>> (j & 31)) & 1) === 1;
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
      sumLoad += load;
      sumStored += stored;
      sumCurtailed += gain - charged;
      sumShortfall += shortfall;
      sumLoss += loss;
      sumWithdrawn += most(before - stored, 0);
      if (load < almost && load !== 0) counts[0]! += 1;
      if (load === 0) counts[1]! += 1;
      if (cool < wanted && cool <= powered) counts[2]! += 1;
      if (shortfall > (load + base) * unmet) counts[3]! += 1;
      lowest = least(lowest, stored);
    }
    sums[0]! += sumLoad;
    sums[1]! += sumStored;
    sums[2]! += sumCurtailed;
    sums[3]! += sumShortfall;
    sums[4]! += sumLoss;
    withdrawn += sumWithdrawn;
  }
  out.set(sums, at);
  out[at + 5] = lowest;
  out[at + 9] = withdrawn;
  out.set(counts, at + 10);
}

/** Equation 4, and the row's columns of temperature. */
function stepTemperatures({ values, substeps }: PowerRules, heat: Float64Array, temperature_K: Float64Array, out: Float64Array, at: number): void {
  const h = values[17]!, halfH = values[18]!, sixthH = values[19]!, kPerC = values[21]!;
  let total = 0, hottest = 0, coldest = Infinity;
  for (let lane = 0; lane < 2; lane++) {
    let sum = 0;
    for (let j = lane; j < heat.length; j += 2) {
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
      sum += t;
      hottest = most(hottest, t);
      coldest = least(coldest, t);
    }
    total += sum;
  }
  out[at + 6] = total;
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
