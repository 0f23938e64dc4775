/** The golden files of uncertainty, typed, and test functions with known answers. */
import { goldenJson } from "../golden/golden-file.ts";

export interface Published {
  readonly ishigami: { readonly mean: number; readonly variance: number; readonly S: readonly number[]; readonly S13: number; readonly ST: readonly number[] };
  readonly sobol_g: { readonly a: readonly number[]; readonly S: readonly number[]; readonly ST: readonly number[] };
  readonly sobol_sequence_joe_kuo_first16_dims6: readonly (readonly number[])[];
  readonly saltelli2010_unscrambled_scipy: Readonly<Record<"1024" | "4096", readonly [readonly number[], readonly number[]]>>;
  readonly convergence_20_seeds: Readonly<Record<string, { readonly sobol_scrambled_p95: number; readonly sobol_scrambled_median_maxerr: number }>>;
  readonly copulas: {
    readonly gaussian: { readonly rho: number; readonly kendall: number; readonly spearman: number };
    readonly clayton: { readonly theta: number; readonly kendall: number; readonly lower_tail: number };
    readonly gumbel: { readonly theta: number; readonly kendall: number; readonly upper_tail: number };
    readonly student_t: { readonly rho: number; readonly nu: number; readonly kendall: number; readonly tail: number };
    readonly frank: { readonly theta: number; readonly kendall: number };
  };
  readonly morris_exercise: { readonly X: readonly (readonly number[])[]; readonly Y: readonly number[]; readonly mu: readonly number[]; readonly mu_star: readonly number[]; readonly sigma: readonly number[] };
}

export const published = goldenJson<Published>("uncertainty/uncertainty.json");

/** Ishigami and Homma 1990 with a = 7, b = 0.1, of numbers from -pi to pi. */
export const ishigami = (x: Float64Array): number => {
  const third = x[2]! * x[2]!;
  return Math.sin(x[0]!) + 7 * Math.sin(x[1]!) * Math.sin(x[1]!) + 0.1 * third * third * Math.sin(x[0]!);
};

/** Sobol's G of numbers from 0 to 1 (Saltelli and Sobol 1995). */
export const sobolG = (x: Float64Array, a: readonly number[]): number => a.reduce((product, one, i) => (product * (Math.abs(4 * x[i]! - 2) + one)) / (1 + one), 1);
