/** Paths of the drivers over a decision's dates, with what deciding brings on each. */
import { drawPaths, type Paths, type StoppingCase } from "../../money/index.ts";
import { isBeyond, payoffAt } from "./interpolate.ts";
import type { DecisionCase, OptionsCase, PayoffTable } from "./options-record.ts";

/** Numbers in [0, 1) of a stream by its name, for a pair of paths. */
export type Uniforms = (stream: string, pair: number) => () => number;

export interface Sampled extends StoppingCase {
  /** Share of states beyond the points. */
  readonly beyond_frac: number;
}

/** Draws a decision's paths; those of one name are the same for every decision with the same dates. */
export const sampleOf = ({ start_quarter, drivers, correlation, paths }: OptionsCase, { dates, tables }: DecisionCase, { uniforms, stream }: { readonly uniforms: Uniforms; readonly stream: string }): Sampled => {
  const sample = drawPaths({
    motions: drivers.map(({ motion }) => motion), correlation, paths,
    dates_yr: dates.map((quarter) => (quarter - start_quarter) / 4),
    uniforms: (pair) => uniforms(stream, pair),
  });
  let beyond = 0;
  const payoff_usd = payoffsOn(sample, (date) => tables[date]!, (table, stateOf) => { if (isBeyond(table, stateOf)) beyond++; });
  return { sample, payoff_usd, beyond_frac: beyond / payoff_usd.length };
};

const payoffsOn = (sample: Paths, tableAt: (date: number) => PayoffTable, see: (table: PayoffTable, stateOf: (driver: number) => number) => void): Float64Array => {
  const { dates, motions, state } = sample;
  return Float64Array.from({ length: sample.paths * dates }, (_, i) => {
    const table = tableAt(i % dates);
    const stateOf = (driver: number): number => state[i * motions + driver]!;
    see(table, stateOf);
    return payoffAt(table, stateOf);
  });
};

/** What a table brings on each path at one date. */
export const payoffsAtDate = ({ dates, motions, state, paths }: Paths, { table, date }: { readonly table: PayoffTable; readonly date: number }): Float64Array =>
  Float64Array.from({ length: paths }, (_, path) => payoffAt(table, (driver) => state[(path * dates + date) * motions + driver]!));

/** The first paths of a sample. */
export const firstPaths = ({ sample, payoff_usd }: StoppingCase, paths: number): StoppingCase => ({
  sample: { ...sample, paths, state: sample.state.subarray(0, paths * sample.dates * sample.motions) },
  payoff_usd: payoff_usd.subarray(0, paths * sample.dates),
});
