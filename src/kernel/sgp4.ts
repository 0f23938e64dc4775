/**
 * Near-earth SGP4: position and velocity (TEME, km and km/s) of mean elements at minutes from their epoch.
 *
 * Hoots & Roehrich 1980 (Spacetrack Report No. 3, section 6), Vallado et al. 2006 (AIAA 2006-6753), "improved" mode:
 *   1. secular gravity and drag: M, w, W, a, e and the mean longitude at t
 *   2. long-period J3: ax = e cos w, ay = e sin w + yc / (a (1 - e^2)), U = M + w + Lc ax / (a (1 - e^2))
 *   3. Kepler: E - ax sin E + ay cos E = U for E, the eccentric longitude from the node; Halley's step, cubic
 *   4. short-period J2: radius, argument of latitude, node, inclination and both speeds
 * Where the report takes an arc tangent and then its sine, the sine and cosine are turned by the correction: the same numbers to rounding.
 *
 * Range: period < 225 min, |t| <= 40 years of minutes; the model itself is good for days.
 * Accuracy: 1e-6 km against the published verification run (tcppver.out); 1e-7 km against satellite.js 7.1 over 3 days (tests).
 */
import type { Sgp4Batch } from "./sgp4-batch.ts";
import { sinCos, turnOn } from "./sgp4-trig.ts";

/** 0: good. 1: mean eccentricity outside -0.001..1; 4: semi-latus rectum below 0; 6: decayed; 7: too far from the epoch. Numbers of the report's code. */
export type Sgp4Status = 0 | 1 | 4 | 6 | 7;

export const SGP4_SPAN_MIN = 40 * 525_960;
/** Numbers a state takes: x, y, z, vx, vy, vz. */
export const SGP4_STATE = 6;

// Places in the scratch: three turned pairs, each with room for the turn, then numbers.
const ARGUMENT = 0;
const NODE = 4;
const TILT = 8;
const A = 12;
const E = 13;
const W = 14;
const NODE_ANGLE = 15;
const DRAGGED = 16;
const AX = 17;
const AY = 18;
const RADIUS = 19;
const ALONG = 20;
const ACROSS = 21;

/** Writes the state of satellite `i` at `t` minutes from its epoch to out[at..at + 5]; NaN there unless the answer is 0. */
export function sgp4(batch: Sgp4Batch, i: number, t: number, out: Float64Array, at: number): Sgp4Status {
  const status = secular(batch, i, t);
  const end = status === 0 ? periodic(batch, i, out, at) : status;
  if (end !== 0) out.fill(NaN, at, at + SGP4_STATE);
  return end;
}

/** One satellite at many minutes from its epoch; `out` holds 6 numbers a minute. Returns how many have no state; `status` says why. */
export function sgp4Times(batch: Sgp4Batch, i: number, minutes: Float64Array, out: Float64Array, status: Uint8Array): number {
  if (out.length < SGP4_STATE * minutes.length || status.length < minutes.length) throw new RangeError(`out and status are too short for ${minutes.length} minutes`);
  let bad = 0;
  for (let k = 0; k < minutes.length; k++) {
    status[k] = sgp4(batch, i, minutes[k]!, out, SGP4_STATE * k);
    if (status[k] !== 0) bad++;
  }
  return bad;
}

/** Every satellite, each at its own minutes from its own epoch. Returns how many have no state; `status` says why. */
export function sgp4Fleet(batch: Sgp4Batch, minutes: Float64Array, out: Float64Array, status: Uint8Array): number {
  if (minutes.length < batch.count || out.length < SGP4_STATE * batch.count || status.length < batch.count) throw new RangeError(`minutes, out and status are for ${batch.count} satellites`);
  let bad = 0;
  for (let i = 0; i < batch.count; i++) {
    status[i] = sgp4(batch, i, minutes[i]!, out, SGP4_STATE * i);
    if (status[i] !== 0) bad++;
  }
  return bad;
}

/** Equation 1; the pair becomes sin M, cos M. */
function secular({ columns: c, scratch: s }: Sgp4Batch, i: number, t: number): Sgp4Status {
  if (!(Math.abs(t) <= SGP4_SPAN_MIN)) return 7;
  const t2 = t * t;
  sinCos(c.M0[i]! + c.Mdot[i]! * t, s, ARGUMENT);
  const wobble = 1 + c.eta[i]! * s[ARGUMENT + 1]!;
  const shift = c.wc[i]! * t + c.Mc[i]! * (wobble * wobble * wobble - c.wobble0[i]!);
  turnOn(shift, s, ARGUMENT);
  const shrink = 1 - c.c1[i]! * t - t2 * (c.d2[i]! + t * (c.d3[i]! + t * c.d4[i]!));
  const e = c.e0[i]! - (c.bc4[i]! * t + c.bc5[i]! * (s[ARGUMENT]! - c.sinM0[i]!));
  if (!(e < 1 && e >= -0.001)) return 1;
  if (!(shrink > 0)) return 6;
  s[A] = c.a0[i]! * shrink * shrink;
  s[E] = e < 1e-6 ? 1e-6 : e;
  s[W] = c.w0[i]! + c.wdot[i]! * t - shift;
  s[NODE_ANGLE] = c.W0[i]! + c.Wdot[i]! * t + c.Wdrag[i]! * t2;
  s[DRAGGED] = c.n0[i]! * (t2 * (c.t2[i]! + t * (c.t3[i]! + t * (c.t4[i]! + t * c.t5[i]!))));
  return 0;
}

/** Equations 2 and 3; the pair becomes sin E, cos E. */
function eccentric({ columns: c, scratch: s }: Sgp4Batch, i: number): void {
  const sinM = s[ARGUMENT]!;
  const cosM = s[ARGUMENT + 1]!;
  const e = s[E]!;
  sinCos(s[W]!, s, NODE);
  const sinW = s[NODE]!;
  const cosW = s[NODE + 1]!;
  const perP = 1 / (s[A]! * (1 - e * e));
  const ax = e * cosW;
  const ay = e * sinW + perP * c.yc[i]!;
  s[AX] = ax;
  s[AY] = ay;
  s[ARGUMENT] = sinM * cosW + cosM * sinW;
  s[ARGUMENT + 1] = cosM * cosW - sinM * sinW;
  turnOn(s[DRAGGED]! + perP * c.Lc[i]! * ax, s, ARGUMENT);
  solveKepler(s, ax, ay);
}

/** A step below this is the last: the error left is its cube. */
const LAST_STEP = 1e-5;
const STEPS_MAX = 12;
/** No step is longer (Vallado et al. 2006). */
const STEP_MAX = 0.95;

/** Equation 3, for y = E - U; the pair goes from U to E. */
function solveKepler(s: Float64Array, ax: number, ay: number): void {
  let y = 0;
  for (let k = 0; k < STEPS_MAX; k++) {
    const sin = s[ARGUMENT]!;
    const cos = s[ARGUMENT + 1]!;
    const esin = ax * sin - ay * cos;
    const slope = 1 - (ax * cos + ay * sin);
    const miss = esin - y;
    const halley = (miss * slope) / (slope * slope + 0.5 * esin * miss);
    const step = halley > STEP_MAX ? STEP_MAX : halley < -STEP_MAX ? -STEP_MAX : halley;
    y += step;
    turnOn(step, s, ARGUMENT);
    if (Math.abs(step) < LAST_STEP) return;
  }
}

/** Equations 2 to 4. */
function periodic(batch: Sgp4Batch, i: number, out: Float64Array, at: number): Sgp4Status {
  eccentric(batch, i);
  const status = shortPeriod(batch, i);
  if (status === 0) orient(batch, out, at);
  return status;
}

/** Equation 4. */
function shortPeriod({ columns: c, scratch: s, earth }: Sgp4Batch, i: number): Sgp4Status {
  const a = s[A]!;
  const ax = s[AX]!;
  const ay = s[AY]!;
  const sinE = s[ARGUMENT]!;
  const cosE = s[ARGUMENT + 1]!;
  const e2 = ax * ax + ay * ay;
  const p = a * (1 - e2);
  if (!(p >= 0)) return 4;
  const esin = ax * sinE - ay * cosE;
  const r = a * (1 - (ax * cosE + ay * sinE));
  const perR = 1 / r;
  const beta = Math.sqrt(1 - e2);
  const g = esin / (1 + beta);
  const sinU = a * perR * (sinE - ay - ax * g);
  const cosU = a * perR * (cosE - ax + ay * g);
  const sin2U = 2 * sinU * cosU;
  const cos2U = 1 - 2 * sinU * sinU;
  const perP = 1 / p;
  const k1 = 0.5 * earth.j2 * perP;
  const k2 = k1 * perP;
  const th1 = c.th1[i]!;
  const th3 = c.th3[i]!;
  s[RADIUS] = r * (1 - 1.5 * k2 * beta * th3) + 0.5 * k1 * th1 * cos2U;
  if (!(s[RADIUS] >= 1)) return 6;
  const root = Math.sqrt(a);
  const perSpeed = k1 / (a * root);
  s[ALONG] = root * esin * perR - perSpeed * th1 * sin2U;
  s[ACROSS] = Math.sqrt(p) * perR + perSpeed * (th1 * cos2U + 1.5 * th3);
  const cosI = c.cosI[i]!;
  const sinI = c.sinI[i]!;
  s[ARGUMENT] = sinU;
  s[ARGUMENT + 1] = cosU;
  turnOn(-0.25 * k2 * c.th7[i]! * sin2U, s, ARGUMENT);
  sinCos(s[NODE_ANGLE]!, s, NODE);
  turnOn(1.5 * k2 * cosI * sin2U, s, NODE);
  s[TILT] = sinI;
  s[TILT + 1] = cosI;
  turnOn(1.5 * k2 * cosI * sinI * cos2U, s, TILT);
  return 0;
}

/** Radius and speeds along the unit vectors outward and forward. */
function orient({ earth, ke, scratch: s }: Sgp4Batch, out: Float64Array, at: number): void {
  const sinU = s[ARGUMENT]!;
  const cosU = s[ARGUMENT + 1]!;
  const sinW = s[NODE]!;
  const cosW = s[NODE + 1]!;
  const sinI = s[TILT]!;
  const xm = -sinW * s[TILT + 1]!;
  const ym = cosW * s[TILT + 1]!;
  const ux = xm * sinU + cosW * cosU;
  const uy = ym * sinU + sinW * cosU;
  const uz = sinI * sinU;
  const radius = s[RADIUS]! * earth.radius_km;
  const speed = (earth.radius_km * ke) / 60;
  const along = s[ALONG]! * speed;
  const across = s[ACROSS]! * speed;
  out[at] = radius * ux;
  out[at + 1] = radius * uy;
  out[at + 2] = radius * uz;
  out[at + 3] = along * ux + across * (xm * cosU - cosW * sinU);
  out[at + 4] = along * uy + across * (ym * cosU - sinW * sinU);
  out[at + 5] = along * uz + across * sinI * cosU;
}
