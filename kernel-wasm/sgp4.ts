/**
 * The loop of src/kernel/sgp4.ts, two instants of a satellite at a time. AssemblyScript: `node scripts/build-wasm.mjs` compiles it to
 * src/kernel/sgp4-wasm.ts. The operations and their order are those of the TypeScript, so that results are equal to the last bit; where that
 * branches, both lanes are computed and each takes its own.
 * Pointers are byte offsets into the module's memory, which holds nothing of its own.
 */

// Places in a satellite's record of doubles: the order of SGP4_COLUMNS.
const N0 = 0;
const A0 = 1;
const E0 = 2;
const M0 = 3;
const MDOT = 4;
const W0 = 5;
const WDOT = 6;
const NODE0 = 7;
const NODEDOT = 8;
const NODEDRAG = 9;
const SINI = 10;
const COSI = 11;
const C1 = 12;
const D2 = 13;
const D3 = 14;
const D4 = 15;
const BC4 = 16;
const BC5 = 17;
const SINM0 = 18;
const T2 = 19;
const T3 = 20;
const T4 = 21;
const T5 = 22;
const WC = 23;
const MC = 24;
const ETA = 25;
const WOBBLE0 = 26;
const LC = 27;
const YC = 28;
const TH3 = 29;
const TH1 = 30;
const TH7 = 31;

function add(a: v128, b: v128): v128 { return f64x2.add(a, b); }
function sub(a: v128, b: v128): v128 { return f64x2.sub(a, b); }
function mul(a: v128, b: v128): v128 { return f64x2.mul(a, b); }
function div(a: v128, b: v128): v128 { return f64x2.div(a, b); }
function all(x: f64): v128 { return f64x2.splat(x); }

/** Writes the states of `count` instants, an even number, to `out`, six doubles each, and why there is none to `status`, a byte each. */
export function sgp4Times(record: usize, halfJ2: f64, radius_km: f64, speed: f64, span: f64, count: i32, minutes: usize, out: usize, status: usize): void {
  for (let k = 0; k < count; k += 2) {
    const t = v128.load(minutes + (k << 3));
    secular(record, t);
    solveKepler();
    shortPeriod(record, halfJ2);
    const why = v128.bitselect(fault(), all(7), f64x2.le(f64x2.abs(t), all(span)));
    store<u8>(status + k, <u8>f64x2.extract_lane(why, 0));
    store<u8>(status + k, <u8>f64x2.extract_lane(why, 1), 1);
    orient(record, v128.and(f64x2.ne(why, all(0)), all(NaN)), radius_km, speed, out + k * 48);
  }
}

function column(record: usize, place: usize): v128 { return v128.load64_splat(record + (place << 3)); }

// What one step leaves to the next, two lanes each.
let sinOut: v128 = f64x2.splat(0);
let cosOut: v128 = f64x2.splat(0);
let shrink: v128 = f64x2.splat(0);
let eccentricity: v128 = f64x2.splat(0);
let a: v128 = f64x2.splat(0);
let nodeAngle: v128 = f64x2.splat(0);
let ax: v128 = f64x2.splat(0);
let ay: v128 = f64x2.splat(0);
let p: v128 = f64x2.splat(0);
let radius: v128 = f64x2.splat(0);
let along: v128 = f64x2.splat(0);
let across: v128 = f64x2.splat(0);
let k2: v128 = f64x2.splat(0);
let sinU: v128 = f64x2.splat(0);
let cosU: v128 = f64x2.splat(0);
let sin2U: v128 = f64x2.splat(0);
let cos2U: v128 = f64x2.splat(0);

/** Equations 1 and 2; the pair becomes sin U, cos U of the undisturbed argument. */
function secular(record: usize, t: v128): void {
  const one = all(1);
  const t2 = mul(t, t);
  sinCos(add(column(record, M0), mul(column(record, MDOT), t)));
  const wobble = add(one, mul(column(record, ETA), cosOut));
  const shift = add(mul(column(record, WC), t), mul(column(record, MC), sub(mul(mul(wobble, wobble), wobble), column(record, WOBBLE0))));
  turnOn(sinOut, cosOut, shift);
  const sinM = sinOut;
  const cosM = cosOut;
  shrink = sub(sub(one, mul(column(record, C1), t)), mul(t2, add(column(record, D2), mul(t, add(column(record, D3), mul(t, column(record, D4)))))));
  eccentricity = sub(column(record, E0), add(mul(column(record, BC4), t), mul(column(record, BC5), sub(sinM, column(record, SINM0)))));
  a = mul(mul(column(record, A0), shrink), shrink);
  const e = f64x2.pmax(eccentricity, all(1e-6));
  const w = sub(add(column(record, W0), mul(column(record, WDOT), t)), shift);
  nodeAngle = add(add(column(record, NODE0), mul(column(record, NODEDOT), t)), mul(column(record, NODEDRAG), t2));
  const quartic = add(column(record, T3), mul(t, add(column(record, T4), mul(t, column(record, T5)))));
  const dragged = mul(column(record, N0), mul(t2, add(column(record, T2), mul(t, quartic))));
  sinCos(w);
  const perShape = div(one, mul(a, sub(one, mul(e, e))));
  ax = mul(e, cosOut);
  ay = add(mul(e, sinOut), mul(perShape, column(record, YC)));
  const sin = add(mul(sinM, cosOut), mul(cosM, sinOut));
  const cos = sub(mul(cosM, cosOut), mul(sinM, sinOut));
  turnOn(sin, cos, add(dragged, mul(mul(perShape, column(record, LC)), ax)));
}

/** Equation 3, from sinOut and cosOut to them; a lane that has settled takes steps of 0. */
function solveKepler(): void {
  let y = all(0);
  let active = i64x2.splat(-1);
  for (let k = 0; k < 12; k++) {
    const sin = sinOut;
    const cos = cosOut;
    const esin = sub(mul(ax, sin), mul(ay, cos));
    const slope = sub(all(1), add(mul(ax, cos), mul(ay, sin)));
    const miss = sub(esin, y);
    const halley = div(mul(miss, slope), add(mul(slope, slope), mul(mul(all(0.5), esin), miss)));
    const step = v128.and(f64x2.pmax(f64x2.pmin(halley, all(0.95)), all(-0.95)), active);
    y = add(y, step);
    turnOn(sin, cos, step);
    active = v128.andnot(active, f64x2.lt(f64x2.abs(step), all(1e-5)));
    if (!v128.any_true(active)) return;
  }
}

/** Equation 4, up to the corrections of the angles. */
function shortPeriod(record: usize, halfJ2: f64): void {
  const one = all(1);
  const e2 = add(mul(ax, ax), mul(ay, ay));
  p = mul(a, sub(one, e2));
  const esin = sub(mul(ax, sinOut), mul(ay, cosOut));
  const r = mul(a, sub(one, add(mul(ax, cosOut), mul(ay, sinOut))));
  const perR = div(one, r);
  const beta = f64x2.sqrt(sub(one, e2));
  const g = div(esin, add(one, beta));
  const aPerR = mul(a, perR);
  sinU = mul(aPerR, sub(sub(sinOut, ay), mul(ax, g)));
  cosU = mul(aPerR, add(sub(cosOut, ax), mul(ay, g)));
  const twice = add(sinU, sinU);
  sin2U = mul(twice, cosU);
  cos2U = sub(one, mul(twice, sinU));
  const perP = div(one, p);
  const k1 = mul(all(halfJ2), perP);
  k2 = mul(k1, perP);
  const th1 = column(record, TH1);
  const th3 = column(record, TH3);
  radius = add(mul(r, sub(one, mul(mul(mul(all(1.5), k2), beta), th3))), mul(mul(mul(all(0.5), k1), th1), cos2U));
  const root = f64x2.sqrt(a);
  const perSpeed = div(k1, mul(a, root));
  along = sub(mul(mul(root, esin), perR), mul(mul(perSpeed, th1), sin2U));
  across = add(mul(f64x2.sqrt(p), perR), mul(perSpeed, add(mul(th1, cos2U), mul(all(1.5), th3))));
}

/** Status of each lane as a double; the fault that the TypeScript meets first counts. */
function fault(): v128 {
  const zero = all(0);
  const underground = v128.bitselect(zero, all(6), f64x2.ge(radius, all(1)));
  const parabolic = v128.bitselect(underground, all(4), f64x2.ge(p, zero));
  const decayed = v128.bitselect(parabolic, all(6), f64x2.gt(shrink, zero));
  const round = v128.and(f64x2.lt(eccentricity, all(1)), f64x2.ge(eccentricity, all(-0.001)));
  return v128.bitselect(decayed, all(1), round);
}

/** The rest of equation 4 and the state, NaN where `nan` is. */
function orient(record: usize, nan: v128, radius_km: f64, speed: f64, out: usize): void {
  const cosI = column(record, COSI);
  const sinI = column(record, SINI);
  const k2x = mul(all(1.5), k2);
  turnOn(sinU, cosU, mul(mul(mul(all(-0.25), k2), column(record, TH7)), sin2U));
  const su = sinOut;
  const cu = cosOut;
  sinCos(nodeAngle);
  turnOn(sinOut, cosOut, mul(mul(k2x, cosI), sin2U));
  const sinW = sinOut;
  const cosW = cosOut;
  turnOn(sinI, cosI, mul(mul(mul(k2x, cosI), sinI), cos2U));
  const si = sinOut;
  const xm = mul(f64x2.neg(sinW), cosOut);
  const ym = mul(cosW, cosOut);
  const ux = add(mul(xm, su), mul(cosW, cu));
  const uy = add(mul(ym, su), mul(sinW, cu));
  const uz = mul(si, su);
  const km = v128.or(mul(radius, all(radius_km)), nan);
  const v = v128.or(mul(along, all(speed)), nan);
  const f = mul(across, all(speed));
  put(out, mul(km, ux));
  put(out + 8, mul(km, uy));
  put(out + 16, mul(km, uz));
  put(out + 24, add(mul(v, ux), mul(f, sub(mul(xm, cu), mul(cosW, su)))));
  put(out + 32, add(mul(v, uy), mul(f, sub(mul(ym, cu), mul(sinW, su)))));
  put(out + 40, add(mul(v, uz), mul(mul(f, si), cu)));
}

function put(at: usize, value: v128): void {
  v128.store64_lane(at, value, 0);
  v128.store64_lane(at, value, 1, 48);
}

/** sinCos of src/kernel/sgp4-trig.ts, to sinOut and cosOut. */
function sinCos(x: v128): void {
  const q = f64x2.floor(add(mul(x, all(2 / Math.PI)), all(0.5)));
  const r = sub(sub(sub(x, mul(q, all(1.5707963267341256))), mul(q, all(6.077100506303966e-11))), mul(q, all(2.0222662487959506e-21)));
  const z = mul(r, r);
  const z2 = mul(z, z);
  const z4 = mul(z2, z2);
  const sinLow = add(add(all(-1.0 / 6.0), mul(z, all(1.0 / 120.0))), mul(z2, add(all(-1.0 / 5040.0), mul(z, all(1.0 / 362880.0)))));
  const sinHigh = mul(z4, add(add(all(-1.0 / 39916800.0), mul(z, all(1.0 / 6227020800.0))), mul(z2, all(-1.0 / 1307674368000.0))));
  const sin = add(r, mul(mul(r, z), add(sinLow, sinHigh)));
  const cosLow = add(add(all(-0.5), mul(z, all(1.0 / 24.0))), mul(z2, add(all(-1.0 / 720.0), mul(z, all(1.0 / 40320.0)))));
  const cosHigh = mul(z4, add(add(all(-1.0 / 3628800.0), mul(z, all(1.0 / 479001600.0))), mul(z2, add(all(-1.0 / 87178291200.0), mul(z, all(1.0 / 20922789888000.0))))));
  const cos = add(all(1), mul(z, add(cosLow, cosHigh)));
  const quarter = i64x2.extend_low_i32x4_s(i32x4.trunc_sat_f64x2_s_zero(q));
  const odd = i64x2.shr_s(i64x2.shl(quarter, 63), 63);
  const sign = i64x2.splat(0x8000000000000000);
  sinOut = v128.xor(v128.bitselect(cos, sin, odd), v128.and(i64x2.shl(quarter, 62), sign));
  cosOut = v128.xor(v128.bitselect(sin, cos, odd), v128.and(i64x2.shl(i64x2.add(quarter, i64x2.splat(1)), 62), sign));
}

/** turnOn of src/kernel/sgp4-trig.ts, to sinOut and cosOut. */
function turnOn(sin: v128, cos: v128, angle: v128): void {
  const z = mul(angle, angle);
  let sinD = add(angle, mul(mul(angle, z), add(all(-1.0 / 6.0), mul(z, add(all(1.0 / 120.0), mul(z, all(-1.0 / 5040.0)))))));
  let cosD = add(all(1), mul(z, add(all(-0.5), mul(z, add(all(1.0 / 24.0), mul(z, all(-1.0 / 720.0)))))));
  const short = f64x2.le(f64x2.abs(angle), all(0.03125));
  if (!i64x2.all_true(short)) {
    sinCosFar(angle);
    sinD = v128.bitselect(sinD, sinOut, short);
    cosD = v128.bitselect(cosD, cosOut, short);
  }
  sinOut = add(mul(sin, cosD), mul(cos, sinD));
  cosOut = sub(mul(cos, cosD), mul(sin, sinD));
}

/** Not inlined: seldom called. */
function sinCosFar(x: v128): void {
  sinCos(x);
}
