/**
 * Which satellites of a fleet stand in the Earth's shadow, step by step, without storing a position.
 *
 * Unit direction of the Sun s, of a satellite r: dark where r.s < -edge. edge = cos(asin(Re/a) + asin(Re/d)): the cone on which the Sun's centre
 * meets the limb, halfway through the penumbra; with d infinite sqrt(1 - (Re/a)^2), the cylinder (Wertz & Larson 1999, 5.1).
 *   1. a plane: nodal axis N, in-plane axis M; u = U + p, p the satellite's phase ahead of its plane's argument of latitude U
 *   2. r.s = along cos p + across sin p, along = n cos U + m sin U, across = m cos U - n sin U, n = s.N, m = s.M
 *   3. a step turns U and the node by constant rotations once a plane; each satellite then costs two products, a sum, a comparison
 *   4. no satellite is dark where along^2 + across^2 < edge^2: the whole step of the plane is skipped
 *   5. satellites that share no plane: the rotations of 3 for each of them
 * Every 1024 steps the rotations are set again from the angles, so that rounding cannot gather.
 *
 * Assumes: circular orbits under secular J2 (j2-circular.ts), spherical Earth, the Sun at its mean distance.
 * Range: a > Re. A flag says that more or less than half of the disc is in view: what a mean over many crossings needs; no flag says penumbra.
 * Accuracy: flags as those of positions by direct trigonometry over a year, but within 1 mm of the edge (test).
 * `fleet-simd.ts` computes the same, bit for bit: only + - * and comparisons stand in the loops.
 */
import { RESET_STEPS } from "./j2-circular.ts";
import type { CircularJ2, StepSpan } from "./j2-circular.ts";

/** Unit direction of the Sun at each step, in the frame of the node angles. */
export type SunColumns = { readonly x: Float64Array; readonly y: Float64Array; readonly z: Float64Array };

/** The Sun in a plane's turning axes at each step: r.s = along cos phase + across sin phase. */
export type PlaneSun = { readonly along: Float64Array; readonly across: Float64Array };

/** Cosine and sine of each satellite's phase in its plane. */
export type Phases = { readonly cos: Float64Array; readonly sin: Float64Array };

/**
 * Written by step: `dark` has a row of ceil(satellites / 32) words a step, bit b of word w for satellite 32 w + b;
 * `count` has the number of dark ones.
 */
export type DarkFlags = { readonly dark: Uint32Array; readonly count: Uint32Array };

export type PlaneStep = { readonly steps: number; readonly edge: number };

/** Words of a row of flags. */
export const flagWords = (satellites: number): number => Math.ceil(satellites / 32);

/** r.s below which a satellite has less than half of the Sun in view, its centre behind the limb: -shadowEdge. With the Sun infinitely far, the cylinder's. */
export function shadowEdge(semiMajorAxis: number, earthRadius: number, sunDistance: number = Infinity): number {
  const ratio = earthRadius / semiMajorAxis;
  const parallax = earthRadius / sunDistance;
  return Math.sqrt(1 - ratio * ratio) * Math.sqrt(1 - parallax * parallax) - ratio * parallax;
}

export function phaseColumns(phase_rad: Float64Array): Phases {
  return { cos: phase_rad.map((phase) => Math.cos(phase)), sin: phase_rad.map((phase) => Math.sin(phase)) };
}

/** Writes a plane's view of the Sun at `count` instants; `argumentOfLatitude_rad` is that of phase 0. */
export function planeSun(plane: CircularJ2, span: StepSpan, sun: SunColumns, out: PlaneSun): void {
  const cosI = Math.cos(plane.inclination_rad);
  const sinI = Math.sin(plane.inclination_rad);
  const du = plane.argumentOfLatitudeRate_rad_per_s * span.step_s;
  const dw = plane.nodeRate_rad_per_s * span.step_s;
  const cosDu = Math.cos(du);
  const sinDu = Math.sin(du);
  const cosDw = Math.cos(dw);
  const sinDw = Math.sin(dw);
  for (let first = 0; first < span.count; first += RESET_STEPS) {
    const t = span.start_s + first * span.step_s;
    const u = plane.argumentOfLatitude_rad + plane.argumentOfLatitudeRate_rad_per_s * t;
    const w = plane.node_rad + plane.nodeRate_rad_per_s * t;
    let cosU = Math.cos(u);
    let sinU = Math.sin(u);
    let cosW = Math.cos(w);
    let sinW = Math.sin(w);
    const end = Math.min(first + RESET_STEPS, span.count);
    for (let i = first; i < end; i++) {
      const x = sun.x[i]!;
      const y = sun.y[i]!;
      const n = x * cosW + y * sinW;
      const m = (y * cosW - x * sinW) * cosI + sun.z[i]! * sinI;
      out.along[i] = n * cosU + m * sinU;
      out.across[i] = m * cosU - n * sinU;
      const nextCosU = cosU * cosDu - sinU * sinDu;
      sinU = sinU * cosDu + cosU * sinDu;
      cosU = nextCosU;
      const nextCosW = cosW * cosDw - sinW * sinDw;
      sinW = sinW * cosDw + cosW * sinDw;
      cosW = nextCosW;
    }
  }
}

/** Less than this share of edge^2 and no satellite of the plane is dark, whatever the rounding. */
const CLEAR = 1 - 1e-12;

/** Writes the flags of one plane's satellites over `steps` steps. */
export function darkInPlane(phases: Phases, sun: PlaneSun, { steps, edge }: PlaneStep, out: DarkFlags): void {
  const { cos, sin } = phases;
  const satellites = cos.length;
  const clear = edge * edge * CLEAR;
  let at = 0;
  for (let step = 0; step < steps; step++) {
    const along = sun.along[step]!;
    const across = sun.across[step]!;
    let count = 0;
    const shaded = along * along + across * across >= clear;
    for (let first = 0; first < satellites; first += 32) {
      let word = 0;
      if (shaded) {
        const end = first + 32 < satellites ? first + 32 : satellites;
        for (let j = first; j < end; j++) word |= (along * cos[j]! + across * sin[j]! < -edge ? 1 : 0) << (j - first);
      }
      out.dark[at++] = word;
      count += ones(word);
    }
    out.count[step] = count;
  }
}

const PAIRS = 0x33333333;

/** Bits set in a 32-bit word (Warren 2012, fig. 5-2). */
function ones(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & PAIRS) + ((x >>> 2) & PAIRS);
  x = (x + (x >>> 4)) & 0x0f0f0f0f;
  return Math.imul(x, 0x01010101) >>> 24;
}

/** Orbits of satellites that share no plane, one value a satellite; `edge` of shadowEdge. */
export type OrbitColumns = {
  readonly inclination_rad: Float64Array;
  readonly node_rad: Float64Array;
  readonly argumentOfLatitude_rad: Float64Array;
  readonly nodeRate_rad_per_s: Float64Array;
  readonly argumentOfLatitudeRate_rad_per_s: Float64Array;
  readonly edge: Float64Array;
};

/** What turns from step to step, and the turn of one step; one value a satellite. */
export type TurnColumns = Readonly<Record<(typeof TURN_NAMES)[number], Float64Array>>;

export const TURN_NAMES = ["cosU", "sinU", "cosW", "sinW", "cosDu", "sinDu", "cosDw", "sinDw", "cosI", "sinI", "edge"] as const;

export const turnColumns = (satellites: number): TurnColumns => {
  const column = (): Float64Array => new Float64Array(satellites);
  return {
    cosU: column(), sinU: column(), cosW: column(), sinW: column(), cosDu: column(), sinDu: column(), cosDw: column(), sinDw: column(),
    cosI: column(), sinI: column(), edge: column(),
  };
};

/** Sets the turning state of every satellite at `start_s`, by trigonometry. */
export function setTurns(orbits: OrbitColumns, { start_s, step_s }: Pick<StepSpan, "start_s" | "step_s">, out: TurnColumns): void {
  for (let j = 0; j < orbits.edge.length; j++) {
    const rateU = orbits.argumentOfLatitudeRate_rad_per_s[j]!;
    const rateW = orbits.nodeRate_rad_per_s[j]!;
    const u = orbits.argumentOfLatitude_rad[j]! + rateU * start_s;
    const w = orbits.node_rad[j]! + rateW * start_s;
    out.cosU[j] = Math.cos(u);
    out.sinU[j] = Math.sin(u);
    out.cosW[j] = Math.cos(w);
    out.sinW[j] = Math.sin(w);
    out.cosDu[j] = Math.cos(rateU * step_s);
    out.sinDu[j] = Math.sin(rateU * step_s);
    out.cosDw[j] = Math.cos(rateW * step_s);
    out.sinDw[j] = Math.sin(rateW * step_s);
    out.cosI[j] = Math.cos(orbits.inclination_rad[j]!);
    out.sinI[j] = Math.sin(orbits.inclination_rad[j]!);
    out.edge[j] = orbits.edge[j]!;
  }
}

/** Writes the flags of satellites that share no plane over the steps of `sun`, and turns their state onward; call setTurns every 1024 steps. */
export function darkSatellites(turns: TurnColumns, sun: SunColumns, out: DarkFlags): void {
  const satellites = turns.edge.length;
  const steps = sun.x.length;
  const words = flagWords(satellites);
  out.dark.fill(0, 0, steps * words);
  out.count.fill(0, 0, steps);
  for (let j = 0; j < satellites; j++) darkSatellite(turns, j, sun, { dark: out.dark, count: out.count, words });
}

function darkSatellite(turns: TurnColumns, j: number, sun: SunColumns, { dark, count, words }: DarkFlags & { readonly words: number }): void {
  let cosU = turns.cosU[j]!;
  let sinU = turns.sinU[j]!;
  let cosW = turns.cosW[j]!;
  let sinW = turns.sinW[j]!;
  const cosDu = turns.cosDu[j]!;
  const sinDu = turns.sinDu[j]!;
  const cosDw = turns.cosDw[j]!;
  const sinDw = turns.sinDw[j]!;
  const cosI = turns.cosI[j]!;
  const sinI = turns.sinI[j]!;
  const limit = -turns.edge[j]!;
  const bit = 1 << (j & 31);
  const { x, y, z } = sun;
  for (let step = 0, at = j >>> 5; step < x.length; step++, at += words) {
    const n = x[step]! * cosW + y[step]! * sinW;
    const m = (y[step]! * cosW - x[step]! * sinW) * cosI + z[step]! * sinI;
    if (n * cosU + m * sinU < limit) {
      dark[at]! |= bit;
      count[step]! += 1;
    }
    const nextCosU = cosU * cosDu - sinU * sinDu;
    sinU = sinU * cosDu + cosU * sinDu;
    cosU = nextCosU;
    const nextCosW = cosW * cosDw - sinW * sinDw;
    sinW = sinW * cosDw + cosW * sinDw;
    cosW = nextCosW;
  }
  turns.cosU[j] = cosU;
  turns.sinU[j] = sinU;
  turns.cosW[j] = cosW;
  turns.sinW[j] = sinW;
}
