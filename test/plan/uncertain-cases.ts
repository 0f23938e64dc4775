/** Futures that differ in what is wanted in the second quarter, of which the first decides what can be had. */
import type { Future } from "../../src/plan/index.ts";
import { fleet, planCase, problem, site, vehicle, wants } from "./cases.ts";

/** 30.5 M$ for a megawatt of IT that is short in a quarter of 2191.5 h. */
const SHORT_USD_PER_MWH = 30.5e6 / 2191.5;

export const newsvendor = (wanted_MW: readonly number[], chances: readonly number[]): readonly Future[] => wanted_MW.map((wanted, i) => ({
  id: `${wanted} MW`, chance_frac: chances[i]!, what: "",
  problem: planCase(problem(2, { sites: [site(2, { build_MW: [10, 0] })], classes: [wants(2, { wanted_MW: [0, wanted], shortfall_usd_per_MWh: SHORT_USD_PER_MWH })] })),
}));

/**
 * Platforms are ordered a quarter before they fly, half of their 3 M$ with the order, and nobody knows then how many launches of 6 M$, two platforms
 * each, there will be. 2 MW are wanted in the second quarter; a megawatt short costs 30 M$; nothing fails.
 */
export const orderedBefore = (slots: readonly number[], chances: readonly number[]): readonly Future[] => slots.map((launches, i) => ({
  id: `${launches} launches`, chance_frac: chances[i]!, what: "",
  problem: planCase(problem(2, {
    vehicles: [vehicle(2, { slots: [0, launches], reliability: 1 })], fleet: fleet(2, { order: { lead: 1, deposit_frac: 0.5, held: 0 } }),
    classes: [wants(2, { wanted_MW: [0, 2], shortfall_usd_per_MWh: 30e6 / 2191.5 })],
  })),
}));
