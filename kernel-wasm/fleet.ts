/**
 * The loops of src/kernel/fleet-light.ts and fleet-power.ts, two satellites at a time. AssemblyScript: `node scripts/build-wasm.mjs` compiles
 * it to src/kernel/fleet-wasm.ts. The operations and their order are those of the TypeScript, so that results are equal to the last bit.
 * Pointers are byte offsets into the module's memory, which holds nothing of its own. Columns are padded to an even number of satellites.
 */

/** darkInPlane. */
export function darkInPlane(satellites: i32, cos: usize, sin: usize, steps: i32, along: usize, across: usize, edge: f64, dark: usize, counts: usize): void {
  const limit = f64x2.splat(-edge);
  const clear = edge * edge * (1 - 1e-12);
  const words = (satellites + 31) >> 5;
  let word = dark;
  for (let step = 0; step < steps; step++) {
    const a = load<f64>(along + (step << 3));
    const b = load<f64>(across + (step << 3));
    let count = 0;
    if (a * a + b * b >= clear) {
      const aa = f64x2.splat(a);
      const bb = f64x2.splat(b);
      for (let first = 0; first < satellites; first += 32) {
        const size = min(32, satellites - first);
        let bits: u32 = 0;
        for (let i = 0; i < size; i += 2) {
          const at = (first + i) << 3;
          const height = f64x2.add(f64x2.mul(aa, v128.load(cos + at)), f64x2.mul(bb, v128.load(sin + at)));
          bits |= <u32>i64x2.bitmask(f64x2.lt(height, limit)) << i;
        }
        if (size < 32) bits &= (1 << size) - 1;
        store<u32>(word, bits);
        word += 4;
        count += popcnt<u32>(bits);
      }
    } else {
      memory.fill(word, 0, words << 2);
      word += words << 2;
    }
    store<u32>(counts + (step << 2), count);
  }
}

/** darkSatellites: `turns` points at eleven columns of `stride` bytes, in the order of TURN_NAMES; `sun` at x, y, z, each `steps` long. */
export function darkSatellites(satellites: i32, turns: usize, stride: usize, steps: i32, sun: usize, dark: usize, counts: usize): void {
  const words = (satellites + 31) >> 5;
  const sunY = sun + (steps << 3);
  const sunZ = sunY + (steps << 3);
  memory.fill(dark, 0, (words * steps) << 2);
  memory.fill(counts, 0, steps << 2);
  for (let j = 0; j < satellites; j += 2) {
    const at = turns + (j << 3);
    let cosU = v128.load(at);
    let sinU = v128.load(at + stride);
    let cosW = v128.load(at + 2 * stride);
    let sinW = v128.load(at + 3 * stride);
    const cosDu = v128.load(at + 4 * stride);
    const sinDu = v128.load(at + 5 * stride);
    const cosDw = v128.load(at + 6 * stride);
    const sinDw = v128.load(at + 7 * stride);
    const cosI = v128.load(at + 8 * stride);
    const sinI = v128.load(at + 9 * stride);
    const limit = f64x2.neg(v128.load(at + 10 * stride));
    const real = j + 1 < satellites ? 3 : 1;
    const shift = j & 31;
    let word = dark + ((j >> 5) << 2);
    for (let step = 0; step < steps; step++) {
      const s = step << 3;
      const x = v128.load64_splat(sun + s);
      const y = v128.load64_splat(sunY + s);
      const z = v128.load64_splat(sunZ + s);
      const n = f64x2.add(f64x2.mul(x, cosW), f64x2.mul(y, sinW));
      const m = f64x2.add(f64x2.mul(f64x2.sub(f64x2.mul(y, cosW), f64x2.mul(x, sinW)), cosI), f64x2.mul(z, sinI));
      const height = f64x2.add(f64x2.mul(n, cosU), f64x2.mul(m, sinU));
      const bits = i64x2.bitmask(f64x2.lt(height, limit)) & real;
      if (bits) {
        store<u32>(word, load<u32>(word) | (bits << shift));
        const c = counts + (step << 2);
        store<u32>(c, load<u32>(c) + popcnt<u32>(bits));
      }
      word += words << 2;
      const nextCosU = f64x2.sub(f64x2.mul(cosU, cosDu), f64x2.mul(sinU, sinDu));
      sinU = f64x2.add(f64x2.mul(sinU, cosDu), f64x2.mul(cosU, sinDu));
      cosU = nextCosU;
      const nextCosW = f64x2.sub(f64x2.mul(cosW, cosDw), f64x2.mul(sinW, sinDw));
      sinW = f64x2.add(f64x2.mul(sinW, cosDw), f64x2.mul(cosW, sinDw));
      cosW = nextCosW;
    }
    v128.store(at, cosU);
    v128.store(at + stride, sinU);
    v128.store(at + 2 * stride, cosW);
    v128.store(at + 3 * stride, sinW);
  }
}

/** storeAndHeat: `rules` points at PowerRules.values, `heats` at room for the heat into each body, `groups` at 40 bytes a group and 240 more, `out` at rows of POWER_COLUMNS. */
export function storeAndHeat(bodies: i32, rules: usize, substeps: i32, steps: i32, sources: usize, dark: usize, storeds: usize, temperatures: usize, heats: usize, groups: usize, out: usize): void {
  // Two loops over the bodies, so that the long chain of one body's Runge-Kutta step overlaps with its neighbours'.
  const words = (bodies + 31) >> 5;
  meetGroups(bodies, rules, storeds, temperatures, groups);
  for (let step = 0; step < steps; step++) {
    const row = out + step * 112;
    stepStores(bodies, rules, sources + (step << 3), dark + ((step * words) << 2), storeds, temperatures, heats, groups, row);
    stepTemperatures(bodies, rules, substeps, temperatures, heats, groups, row + 48);
  }
}

// A group of eight bodies: least store (two lanes), greatest temperature (two lanes), whether all stores are at capacity.
const LOW: usize = 0;
const HOT: usize = 16;
const FULL: usize = 32;
const GROUP: usize = 40;

function meetGroups(bodies: i32, rules: usize, storeds: usize, temperatures: usize, groups: usize): void {
  const capacity = v128.load64_splat(rules, 16);
  for (let first = 0, group = groups; first + 8 <= bodies; first += 8, group += GROUP) {
    let low = f64x2.splat(Infinity), hot = f64x2.splat(0), full = i64x2.splat(-1);
    for (let at = first << 3; at < (first + 8) << 3; at += 16) {
      const stored = v128.load(storeds + at);
      low = f64x2.pmin(low, stored);
      hot = f64x2.pmax(hot, v128.load(temperatures + at));
      full = v128.and(full, f64x2.eq(stored, capacity));
    }
    v128.store(group, low, LOW);
    v128.store(group, hot, HOT);
    store<i32>(group, i64x2.all_true(full), FULL);
  }
}

// Sums of a row (two lanes each) in the order in which stepGroup has them, then what resting and drawing bodies do (setAlike).
const LOWEST: usize = 160;
const ALIKE: usize = 176;

/** What every body does that rests in the light, and that draws in the dark: load, curtailed, heat; load, need, drop, loss, heat. */
function setAlike(rules: usize, source: f64, row: usize): void {
  const base = load<f64>(rules), wanted = load<f64>(rules, 8), capacity = load<f64>(rules, 16), reserve = load<f64>(rules, 64), seconds = load<f64>(rules, 120), perC = load<f64>(rules, 160);
  const beyond = source - base;
  const refill = min(load<f64>(rules, 80), max(load<f64>(rules, 72) - capacity, 0) * load<f64>(rules, 88));
  const powered = max(min(beyond, max(beyond - refill, 0)) + max(capacity - reserve, 0) * load<f64>(rules, 96), 0);
  const restLoad = min(wanted, powered);
  store<f64>(row, restLoad);
  store<f64>(row, (beyond - restLoad) * seconds, 8);
  store<f64>(row, (restLoad + base + load<f64>(rules, 184)) * perC, 16);
  const darkLoad = reserve < Infinity ? wanted : 0;
  const need = (base + darkLoad) * seconds;
  const drop = need * load<f64>(rules, 56);
  store<f64>(row, darkLoad, 24);
  store<f64>(row, need, 32);
  store<f64>(row, drop, 40);
  store<f64>(row, drop - need, 48);
  store<f64>(row, (darkLoad + base + (drop - need) * load<f64>(rules, 128) + load<f64>(rules, 176)) * perC, 56);
}

function stepStores(bodies: i32, rules: usize, sources: usize, dark: usize, storeds: usize, temperatures: usize, heats: usize, groups: usize, out: usize): void {
  const sums = groups + <usize>((bodies + 7) >> 3) * GROUP;
  const alike = sums + ALIKE;
  memory.fill(sums, 0, LOWEST);
  v128.store(sums, f64x2.splat(Infinity), LOWEST);
  setAlike(rules, load<f64>(sources), alike);
  const restLoad = load<f64>(alike), restGain = load<f64>(alike, 8), darkLoad = load<f64>(alike, 24), darkDrop = load<f64>(alike, 40);
  const hot = v128.load64_splat(rules, 104), slope = v128.load64_splat(rules, 112), capacity = load<f64>(rules, 16);
  const dropped = f64x2.splat(darkDrop);
  let resting = 0, drawing = 0;
  for (let first = 0, group = groups; first < bodies; first += 8, group += GROUP) {
    const bits = <u32>load<u8>(dark + (first >> 3));
    const at = first << 3;
    if (first + 8 <= bodies) {
      const cool = f64x2.mul(slope, f64x2.sub(hot, v128.load(group, HOT)));
      if (bits === 0 && restGain >= 0 && load<i32>(group, FULL) && i64x2.all_true(f64x2.gt(cool, f64x2.splat(restLoad)))) {
        fill(heats + at, v128.load64_splat(alike, 16));
        resting += 8;
        continue;
      }
      if (bits === 255 && i64x2.all_true(f64x2.gt(cool, f64x2.splat(darkLoad))) && carries(rules, alike, v128.load(group, LOW))) {
        let stored = v128.load(sums, 16);
        for (let body = storeds + at; body < storeds + at + 64; body += 16) {
          const left = f64x2.sub(v128.load(body), dropped);
          v128.store(body, left);
          stored = f64x2.add(stored, left);
        }
        v128.store(sums, stored, 16);
        v128.store(group, f64x2.sub(v128.load(group, LOW), dropped), LOW);
        store<i32>(group, 0, FULL);
        v128.store(sums, f64x2.pmin(v128.load(sums, LOWEST), v128.load(group, LOW)), LOWEST);
        fill(heats + at, v128.load64_splat(alike, 56));
        drawing += 8;
        continue;
      }
    }
    stepGroup(first, bodies, bits, rules, sources, storeds, temperatures, heats, group, sums);
  }
  const rested = <f64>resting, drawn = <f64>drawing, almost = load<f64>(rules, 192);
  store<f64>(out, both(v128.load(sums)) + rested * restLoad + drawn * darkLoad);
  store<f64>(out, both(v128.load(sums, 16)) + rested * capacity, 8);
  store<f64>(out, both(v128.load(sums, 32)) + rested * restGain, 16);
  store<f64>(out, both(v128.load(sums, 48)), 24);
  store<f64>(out, both(v128.load(sums, 64)) + drawn * load<f64>(alike, 48), 32);
  store<f64>(out, min(min(load<f64>(sums, LOWEST), load<f64>(sums, LOWEST + 8)), resting > 0 ? capacity : Infinity), 40);
  store<f64>(out, both(v128.load(sums, 80)) + drawn * darkDrop, 72);
  store<f64>(out, counted(v128.load(sums, 96)) + (restLoad < almost && restLoad !== 0 ? rested : 0) + (darkLoad < almost && darkLoad !== 0 ? drawn : 0), 80);
  store<f64>(out, counted(v128.load(sums, 112)) + (restLoad === 0 ? rested : 0) + (darkLoad === 0 ? drawn : 0), 88);
  store<f64>(out, counted(v128.load(sums, 128)), 96);
  store<f64>(out, counted(v128.load(sums, 144)), 104);
}

function carries(rules: usize, alike: usize, low: v128): bool {
  const zero = f64x2.splat(0);
  const powered = f64x2.pmax(f64x2.sub(f64x2.mul(f64x2.pmax(f64x2.sub(low, v128.load64_splat(rules, 64)), zero), v128.load64_splat(rules, 96)), v128.load64_splat(rules)), zero);
  const spare = f64x2.mul(f64x2.sub(low, v128.load64_splat(rules, 24)), v128.load64_splat(rules, 48));
  return i64x2.all_true(v128.and(f64x2.ge(powered, v128.load64_splat(alike, 24)), f64x2.lt(v128.load64_splat(alike, 32), spare)));
}

function stepGroup(first: i32, bodies: i32, bits: u32, rules: usize, sources: usize, storeds: usize, temperatures: usize, heats: usize, group: usize, sums: usize): void {
  const zero = f64x2.splat(0);
  const base = v128.load64_splat(rules), wanted = v128.load64_splat(rules, 8), capacity = v128.load64_splat(rules, 16), floor = v128.load64_splat(rules, 24);
  const charge = v128.load64_splat(rules, 32), perCharge = v128.load64_splat(rules, 40), discharge = v128.load64_splat(rules, 48), perDischarge = v128.load64_splat(rules, 56);
  const reserve = v128.load64_splat(rules, 64), refillBelow = v128.load64_splat(rules, 72), refillMost = v128.load64_splat(rules, 80), refillRate = v128.load64_splat(rules, 88), spareRate = v128.load64_splat(rules, 96);
  const hot = v128.load64_splat(rules, 104), slope = v128.load64_splat(rules, 112), seconds = v128.load64_splat(rules, 120), perStep = v128.load64_splat(rules, 128);
  const perC = v128.load64_splat(rules, 160), absorbedDark = v128.load64_splat(rules, 176), absorbedLit = v128.load64_splat(rules, 184), almost = v128.load64_splat(rules, 192), unmet = v128.load64_splat(rules, 200);
  const source = v128.load64_splat(sources);
  let sumLoad = v128.load(sums), sumStored = v128.load(sums, 16), sumCurtailed = v128.load(sums, 32), sumShortfall = v128.load(sums, 48), sumLoss = v128.load(sums, 64), sumWithdrawn = v128.load(sums, 80);
  // A true comparison is -1.
  let throttled = v128.load(sums, 96), idle = v128.load(sums, 112), overheated = v128.load(sums, 128), short = v128.load(sums, 144);
  let low = f64x2.splat(Infinity), full = i64x2.splat(-1);
  for (let j = first; j < min(first + 8, bodies); j += 2) {
    const real = j + 1 === bodies ? i64x2(-1, 0) : i64x2(-1, -1);
    const isDark = i64x2.ne(v128.and(i64x2.splat(bits >> (j - first)), i64x2(1, 2)), zero);
    const at = j << 3;
    const before = v128.load(storeds + at);
    const beyond = f64x2.sub(v128.andnot(source, isDark), base);
    const refill = f64x2.pmin(refillMost, f64x2.mul(f64x2.pmax(f64x2.sub(refillBelow, before), zero), refillRate));
    const lent = f64x2.mul(f64x2.pmax(f64x2.sub(before, reserve), zero), spareRate);
    const powered = f64x2.pmax(f64x2.add(f64x2.pmin(beyond, f64x2.pmax(f64x2.sub(beyond, refill), zero)), lent), zero);
    const cool = f64x2.pmax(f64x2.mul(slope, f64x2.sub(hot, v128.load(temperatures + at))), zero);
    const served = f64x2.pmin(f64x2.pmin(wanted, powered), cool);
    const surplus = f64x2.mul(f64x2.sub(beyond, served), seconds);
    const gain = f64x2.pmax(surplus, zero);
    const need = f64x2.pmax(f64x2.neg(surplus), zero);
    const roomAtBus = f64x2.mul(f64x2.pmax(f64x2.sub(capacity, before), zero), perCharge);
    const charged = f64x2.pmin(gain, roomAtBus);
    const filled = v128.bitselect(f64x2.add(before, f64x2.mul(gain, charge)), f64x2.pmax(before, capacity), f64x2.lt(gain, roomAtBus));
    const spare = f64x2.pmax(f64x2.sub(before, floor), zero);
    const spareAtBus = f64x2.mul(spare, discharge);
    const delivered = f64x2.pmin(need, spareAtBus);
    const stored = f64x2.sub(filled, v128.bitselect(f64x2.mul(need, perDischarge), spare, f64x2.lt(need, spareAtBus)));
    const shortfall = f64x2.sub(need, delivered);
    const loss = f64x2.sub(f64x2.sub(charged, delivered), f64x2.sub(stored, before));
    const drawn = f64x2.add(served, base);
    const used = f64x2.add(drawn, f64x2.mul(f64x2.sub(loss, shortfall), perStep));
    v128.store(heats + at, f64x2.mul(f64x2.add(used, v128.bitselect(absorbedDark, absorbedLit, isDark)), perC));
    v128.store(storeds + at, stored);
    sumLoad = f64x2.add(sumLoad, v128.and(served, real));
    sumStored = f64x2.add(sumStored, v128.and(stored, real));
    sumCurtailed = f64x2.add(sumCurtailed, v128.and(f64x2.sub(gain, charged), real));
    sumShortfall = f64x2.add(sumShortfall, v128.and(shortfall, real));
    sumLoss = f64x2.add(sumLoss, v128.and(loss, real));
    sumWithdrawn = f64x2.add(sumWithdrawn, v128.and(f64x2.pmax(f64x2.sub(before, stored), zero), real));
    throttled = i64x2.sub(throttled, v128.and(v128.and(f64x2.lt(served, almost), f64x2.ne(served, zero)), real));
    idle = i64x2.sub(idle, v128.and(f64x2.eq(served, zero), real));
    overheated = i64x2.sub(overheated, v128.and(v128.and(f64x2.lt(cool, wanted), f64x2.le(cool, powered)), real));
    short = i64x2.sub(short, v128.and(f64x2.gt(shortfall, f64x2.mul(drawn, unmet)), real));
    low = f64x2.pmin(low, v128.bitselect(stored, low, real));
    full = v128.and(full, f64x2.eq(stored, capacity));
  }
  v128.store(sums, sumLoad);
  v128.store(sums, sumStored, 16);
  v128.store(sums, sumCurtailed, 32);
  v128.store(sums, sumShortfall, 48);
  v128.store(sums, sumLoss, 64);
  v128.store(sums, sumWithdrawn, 80);
  v128.store(sums, throttled, 96);
  v128.store(sums, idle, 112);
  v128.store(sums, overheated, 128);
  v128.store(sums, short, 144);
  v128.store(sums, f64x2.pmin(v128.load(sums, LOWEST), low), LOWEST);
  v128.store(group, low, LOW);
  store<i32>(group, i64x2.all_true(full), FULL);
}

function fill(heats: usize, heat: v128): void {
  v128.store(heats, heat);
  v128.store(heats, heat, 16);
  v128.store(heats, heat, 32);
  v128.store(heats, heat, 48);
}

function stepTemperatures(bodies: i32, rules: usize, substeps: i32, temperatures: usize, heats: usize, groups: usize, out: usize): void {
  const h = v128.load64_splat(rules, 136);
  const halfH = v128.load64_splat(rules, 144);
  const sixthH = v128.load64_splat(rules, 152);
  const kPerC = v128.load64_splat(rules, 168);
  let sum = f64x2.splat(0);
  let hottest = sum;
  let coldest = f64x2.splat(Infinity);
  let real = i64x2(-1, -1);
  for (let first = 0, group = groups; first < bodies; first += 8, group += GROUP) {
    let hot = f64x2.splat(0);
    for (let j = first; j < min(first + 8, bodies); j += 2) {
      if (j + 1 === bodies) real = i64x2(-1, 0);
      const at = j << 3;
      const q = v128.load(heats + at);
      let t = v128.load(temperatures + at);
      for (let i = 0; i < substeps; i++) {
        const f1 = slopeAt(q, kPerC, t);
        const f2 = slopeAt(q, kPerC, f64x2.add(t, f64x2.mul(halfH, f1)));
        const f3 = slopeAt(q, kPerC, f64x2.add(t, f64x2.mul(halfH, f2)));
        const f4 = slopeAt(q, kPerC, f64x2.add(t, f64x2.mul(h, f3)));
        const inner = f64x2.add(f2, f3);
        t = f64x2.add(t, f64x2.mul(sixthH, f64x2.add(f64x2.add(f1, f4), f64x2.add(inner, inner))));
      }
      v128.store(temperatures + at, t);
      sum = f64x2.add(sum, v128.and(t, real));
      hot = f64x2.pmax(hot, v128.and(t, real));
      coldest = f64x2.pmin(coldest, v128.bitselect(t, coldest, real));
    }
    v128.store(group, hot, HOT);
    hottest = f64x2.pmax(hottest, hot);
  }
  store<f64>(out, both(sum));
  store<f64>(out, max(f64x2.extract_lane(hottest, 0), f64x2.extract_lane(hottest, 1)), 8);
  store<f64>(out, min(f64x2.extract_lane(coldest, 0), f64x2.extract_lane(coldest, 1)), 16);
}

function slopeAt(q: v128, kPerC: v128, t: v128): v128 {
  const square = f64x2.mul(t, t);
  return f64x2.sub(q, f64x2.mul(kPerC, f64x2.mul(square, square)));
}

function both(sums: v128): f64 {
  return f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1);
}

function counted(counts: v128): f64 {
  return <f64>(i64x2.extract_lane(counts, 0) + i64x2.extract_lane(counts, 1));
}
