/** Futures that differ in what is wanted in the second quarter, of which the first decides what can be had. */
import type { Future } from "../../src/plan/index.ts";
import { planCase, problem, site, wants } from "./cases.ts";

/** 30.5 M$ for a megawatt of IT that is short in a quarter of 2191.5 h. */
const SHORT_USD_PER_MWH = 30.5e6 / 2191.5;

export const newsvendor = (wanted_MW: readonly number[], chances: readonly number[]): readonly Future[] => wanted_MW.map((wanted, i) => ({
  id: `${wanted} MW`, chance_frac: chances[i]!, what: "",
  problem: planCase(problem(2, { sites: [site(2, { build_MW: [10, 0] })], classes: [wants(2, { wanted_MW: [0, wanted], shortfall_usd_per_MWh: SHORT_USD_PER_MWH })] })),
}));
