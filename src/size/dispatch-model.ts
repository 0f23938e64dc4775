/**
 * The same store and stack of sources as the kernel's `convexStore`, as rows of a linear program for a solver: for peak charges and for
 * capacities that are not yet chosen, which the kernel's method cannot take, and to hold that method against.
 *
 *   1. sum_k s_tk + lost_t + out_t - in_t = load_t                          one row an hour
 *   2. e_(t+1) - e_t - a in_t + out_t/b = 0, e_0 = start
 *   3. short >= start - e_T, at the price of lost load
 *   4. peak_m >= s_tk of the metered source k for the hours t of month m    where there is a peak charge
 *
 * For 8,760 hours of three sources and a store, HiGHS (WebAssembly) took 1.0-4.5 s of one core, the kernel's method 13-65 ms (2026-11-22).
 */
import type { StoreProblem } from "../kernel/index.ts";

/** Structurally the planner's LinearModel, so that any solver of that port takes it. */
export interface DispatchModel {
  readonly name: string;
  readonly columns: { readonly name: readonly string[]; readonly lower: Float64Array; readonly upper: Float64Array; readonly cost: Float64Array; readonly integer: Uint8Array };
  readonly rows: { readonly name: readonly string[]; readonly lower: Float64Array; readonly upper: Float64Array };
  readonly matrix: { readonly start: Int32Array; readonly index: Int32Array; readonly value: Float64Array };
}

/** A source that pays for the highest step of each period. */
export interface PeakCharge {
  readonly source: number;
  /** Period of each step, from 0. */
  readonly period: Int32Array;
  readonly cost: number;
}

interface Columns {
  readonly name: string[];
  readonly upper: number[];
  readonly cost: number[];
}
interface Rows {
  readonly name: string[];
  readonly lower: number[];
  readonly upper: number[];
  readonly start: number[];
  readonly index: number[];
  readonly value: number[];
}

/** Rows and columns of a dispatch, with a charge on peaks or without (null). */
export const dispatchModel = (problem: StoreProblem, peak: PeakCharge | null): DispatchModel => {
  const columns: Columns = { name: [], upper: [], cost: [] };
  const rows: Rows = { name: [], lower: [], upper: [], start: [0], index: [], value: [] };
  const column = (name: string, upper: number, cost: number): number => { columns.name.push(name); columns.upper.push(upper); columns.cost.push(cost); return columns.name.length - 1; };
  const row = (name: string, bounds: readonly [lower: number, upper: number], terms: readonly (readonly [number, number])[]): void => {
    rows.name.push(name);
    rows.lower.push(bounds[0]);
    rows.upper.push(bounds[1]);
    for (const [j, value] of terms) { rows.index.push(j); rows.value.push(value); }
    rows.start.push(rows.index.length);
  };
  const peaks = peak === null ? [] : Array.from({ length: 1 + Math.max(...peak.period) }, (_, m) => column(`peak_${m}`, Infinity, peak.cost));
  let held = column("held_0", problem.start, 0);
  row("start", [problem.start, problem.start], [[held, 1]]);
  for (let t = 0; t < problem.steps; t++) {
    const at = t * problem.sources;
    const used = Array.from({ length: problem.sources }, (_, k) => column(`used_${t}_${k}`, problem.limit[at + k]!, Math.max(0, problem.cost[at + k]!)));
    const [lost, into, outOf] = [column(`lost_${t}`, problem.load[t]!, problem.lostCost), column(`into_${t}`, problem.power, 0), column(`out_${t}`, problem.power, 0)];
    const next = column(`held_${t + 1}`, problem.energy, 0);
    row(`load_${t}`, [problem.load[t]!, problem.load[t]!], [...used.map((j) => [j, 1] as const), [lost, 1], [outOf, 1], [into, -1]]);
    row(`hold_${t}`, [0, 0], [[next, 1], [held, -1], [into, -problem.charge_frac], [outOf, 1 / problem.discharge_frac]]);
    if (peak !== null) row(`peak_${t}`, [0, Infinity], [[peaks[peak.period[t]!]!, 1], [used[peak.source]!, -1]]);
    held = next;
  }
  row("end", [problem.start, Infinity], [[held, 1], [column("short", Infinity, problem.lostCost), 1]]);
  return finished(columns, rows);
};

const finished = (columns: Columns, rows: Rows): DispatchModel => ({
  name: "dispatch",
  columns: { name: columns.name, lower: new Float64Array(columns.name.length), upper: Float64Array.from(columns.upper), cost: Float64Array.from(columns.cost), integer: new Uint8Array(columns.name.length) },
  rows: { name: rows.name, lower: Float64Array.from(rows.lower), upper: Float64Array.from(rows.upper) },
  matrix: { start: Int32Array.from(rows.start), index: Int32Array.from(rows.index), value: Float64Array.from(rows.value) },
});
