/**
 * Several policies on one workload and supply, each to the end, by what they cost: prices paid, carbon, lateness, and what each job that was
 * not done is worth. The first of the answer is, on these traces, no worse than any of those given; on others it may be.
 */
import { measuresOf, type Measures } from "./measures.ts";
import type { Policy } from "./policy.ts";
import { simulate, type Simulation } from "./simulate.ts";
import type { State } from "./state.ts";

export interface Worth {
  readonly carbon_usd_per_t: number;
  /** Lost with each job that failed, expired or was not ended. */
  readonly unserved_usd: number;
}

export interface Rehearsal {
  readonly name: string;
  readonly cost_usd: number;
  readonly measures: Measures;
  readonly state: State;
}

const G_PER_T = 1e6;

/** What a schedule cost. */
export const totalCost = ({ price_usd, carbon_g, late_usd, jobs, done }: Measures, { carbon_usd_per_t, unserved_usd }: Worth): number =>
  price_usd + (carbon_g / G_PER_T) * carbon_usd_per_t + late_usd + (jobs - done) * unserved_usd;

/** The policies by cost, cheapest first; of equal ones the first given. Throws RangeError without any. */
export const rehearse = (simulation: Omit<Simulation, "policy" | "watch">, policies: Readonly<Record<string, Policy>>, worth: Worth): readonly Rehearsal[] => {
  const names = Object.keys(policies);
  if (names.length === 0) throw new RangeError("no policy to rehearse");
  return names
    .map((name) => {
      const state = simulate({ ...simulation, policy: policies[name]!, watch: () => {} });
      const measures = measuresOf(state);
      return { name, cost_usd: totalCost(measures, worth), measures, state };
    })
    .toSorted((a, b) => a.cost_usd - b.cost_usd);
};
