/**
 * Copulas: independent numbers in (0, 1) into dependent ones, each alone still uniform.
 *
 *   1. Gaussian: v = F(L z), z = F^-1(u), L L' the correlations
 *   2. t of n degrees of freedom and the matrix R, number after number: given the k before it, x is t of n + k degrees, around the regression mean
 *      m, of scale s sqrt((n + q)/(n + k)), s its residual deviation and q the others' squared distance    (Ding, Amer. Statistician 70(3), 2016)
 *   3. Clayton, number after number: v = (1 + S (u^(-theta/(1 + k theta)) - 1))^(-1/theta), S = 1 + sum over the k before it of v^-theta - 1
 *   4. Gumbel of two: t + (theta - 1) log t = s + (theta - 1) log s - log u2, s = -log u1; -log v2 = (t^theta - s^theta)^(1/theta)
 *   5. Frank of two: v2 = -log(1 + u2 (e^-theta - 1)/(u2 + (1 - u2) e^(-theta u1)))/theta                 (3-5: Nelsen, An Introduction to Copulas, 2006)
 *   6. Gumbel and Frank of three or more: v = psi(-log(u)/W), W drawn by two numbers more    (Marshall and Olkin 1988): positive stable of index
 *      1/theta (Kanter 1975), psi = exp(-t^(1/theta)); logarithmic (Kemp 1981, LK), psi = -log(1 - (1 - e^-theta) e^-t)/theta
 *
 * Pairs are inverted in place (Rosenblatt 1952), so that a design's evenness survives. Range: theta as checked in dependence.ts. Accuracy: ranks and
 * tails against the published values (test/risk/inputs).
 */
import { choleskyOf, normalCdf } from "../../money/index.ts";
import type { Correlation } from "../risk-record.ts";
import { normalQuantile } from "./normal-quantile.ts";
import { studentBelow, studentQuantile } from "./student.ts";

/** In place: the first `size` numbers are made dependent; those behind them are spent on W. */
export type CopulaStep = (u: Float64Array) => void;

export interface Copula {
  /** How many numbers come out. */
  readonly size: number;
  /** How many go in beyond those. */
  readonly spent: number;
  readonly step: CopulaStep;
}

/** Gaussian or t copula of a matrix. Throws RangeError where its correlations cannot hold together. */
export const ellipticalCopula = (matrix: readonly (readonly number[])[], freedom: number | null): Copula => {
  const root = choleskyOf(matrix);
  return { size: matrix.length, spent: 0, step: freedom === null ? gaussianStep(root) : studentStep(root, freedom) };
};

/** Clayton, Gumbel or Frank of so many numbers. */
export const archimedeanCopula = (copula: Exclude<Correlation["copula"], "gaussian" | "t">, { size, theta }: { readonly size: number; readonly theta: number }): Copula => {
  if (copula === "clayton") return { size, spent: 0, step: claytonStep(size, theta) };
  if (size === 2) return { size, spent: 0, step: copula === "gumbel" ? gumbelPair(theta) : frankPair(theta) };
  return { size, spent: 2, step: copula === "gumbel" ? gumbelGroup(size, theta) : frankGroup(size, theta) };
};

/** Equation 1, from the last number to the first, so that it works in place. */
const gaussianStep = (root: readonly (readonly number[])[]): CopulaStep => (u) => {
  for (let i = 0; i < root.length; i++) u[i] = normalQuantile(u[i]!);
  for (let i = root.length - 1; i >= 0; i--) {
    let z = 0;
    for (let j = 0; j <= i; j++) z += root[i]![j]! * u[j]!;
    u[i] = inside(normalCdf(z));
  }
};

/** Equation 2: with L z = x, the residuals before it are z_j and q is the sum of their squares. */
const studentStep = (root: readonly (readonly number[])[], freedom: number): CopulaStep => {
  const z = new Float64Array(root.length);
  return (u) => {
    let distance = 0;
    for (let k = 0; k < root.length; k++) {
      z[k] = studentQuantile(u[k]!, freedom + k) * Math.sqrt((freedom + distance) / (freedom + k));
      distance += z[k]! * z[k]!;
      let x = 0;
      for (let j = 0; j <= k; j++) x += root[k]![j]! * z[j]!;
      u[k] = inside(studentBelow(x, freedom));
    }
  };
};

/** Equation 3, in logarithms: powers of small numbers have no doubles. */
const claytonStep = (size: number, theta: number): CopulaStep => (u) => {
  let logSum = 0;
  for (let k = 0; k < size; k++) {
    const rise = logExpm1((-theta / (1 + k * theta)) * Math.log(u[k]!));
    const v = inside(Math.exp(-logOnePlus(logSum + rise) / theta));
    logSum = k === 0 ? -theta * Math.log(v) : logAdd(logSum, logExpm1(-theta * Math.log(v)));
    u[k] = v;
  }
};

/** Equation 4: Newton on what rises and bends down, from its left, never passes the root. */
const gumbelPair = (theta: number): CopulaStep => (u) => {
  const s = -Math.log(u[0]!);
  const goal = s + (theta - 1) * Math.log(s) - Math.log(u[1]!);
  let t = s;
  for (let i = 0; i < 100; i++) {
    const next = t + (goal - t - (theta - 1) * Math.log(t)) / (1 + (theta - 1) / t);
    if (!(next > t)) break;
    t = next;
  }
  u[1] = inside(Math.exp(-t * Math.exp(Math.log(-Math.expm1(theta * Math.log(s / t))) / theta)));
};

/** Equation 5. */
const frankPair = (theta: number): CopulaStep => (u) => {
  const share = u[1]!;
  u[1] = inside(-Math.log1p((share * Math.expm1(-theta)) / (share + (1 - share) * Math.exp(-theta * u[0]!))) / theta);
};

/** Equation 6, Gumbel. */
const gumbelGroup = (size: number, theta: number): CopulaStep => (u) => {
  const logW = theta === 1 ? 0 : logStable(1 / theta, { angle: Math.PI * u[size]!, wait: -Math.log(u[size + 1]!) });
  for (let i = 0; i < size; i++) u[i] = inside(Math.exp(-Math.exp((Math.log(-Math.log(u[i]!)) - logW) / theta)));
};

/** Logarithm of a positive stable number, of Laplace transform exp(-t^index). */
const logStable = (index: number, { angle, wait }: { readonly angle: number; readonly wait: number }): number =>
  ((1 - index) / index) * (Math.log(Math.sin((1 - index) * angle)) - Math.log(wait)) + Math.log(Math.sin(index * angle)) - Math.log(Math.sin(angle)) / index;

/** Equation 6, Frank. */
const frankGroup = (size: number, theta: number): CopulaStep => (u) => {
  const w = Math.floor(1 + Math.log(u[size + 1]!) / Math.log(-Math.expm1(-theta * u[size]!)));
  for (let i = 0; i < size; i++) u[i] = inside(-Math.log1p(Math.expm1(-theta) * Math.exp(Math.log(u[i]!) / w)) / theta);
};

/** What rounds to an end of 0 ... 1 has no quantile where a distribution has no end: half a step inside. */
const inside = (share: number): number => (share <= 0 ? LEAST : share >= 1 ? 1 - LEAST : share);
const LEAST = Number.EPSILON / 2;

const logExpm1 = (x: number): number => x + Math.log(-Math.expm1(-x));
const logOnePlus = (logX: number): number => (logX > 0 ? logX + Math.log1p(Math.exp(-logX)) : Math.log1p(Math.exp(logX)));
const logAdd = (a: number, b: number): number => Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));
