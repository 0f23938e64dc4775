/** What an evaluation tells, in order; and what one chooses between. */
import type { Choice, OutcomeField } from "../../risk/index.ts";

const outcome = (key: string, name: string, unit: string, better: OutcomeField["better"]): OutcomeField => ({ key, name, unit, better });

export const OUTCOMES = [
  outcome("closes", "platform closes", "0 or 1", "high"),
  outcome("carriedOut", "the plan can be carried out", "0 or 1", "high"),
  outcome("orbitWins", "orbit is cheaper than ground", "0 or 1", null),
  outcome("ground_usd_per_kW_yr", "ground", "$/kW-yr", "low"),
  outcome("orbit_usd_per_kW_yr", "orbit", "$/kW-yr", "low"),
  outcome("ratio", "orbit over ground", "", "low"),
  outcome("ground_usd_per_GPU_h", "ground", "$/GPU-h", "low"),
  outcome("orbit_usd_per_GPU_h", "orbit", "$/GPU-h", "low"),
  outcome("ground_usd_per_Mtoken", "ground", "$/Mtoken", "low"),
  outcome("orbit_usd_per_Mtoken", "orbit", "$/Mtoken", "low"),
  outcome("breakEvenLaunch_usd_per_kg", "break-even launch", "$/kg", "high"),
  outcome("npv_usd", "net present value of the plan", "$", "high"),
  outcome("cost_pv_usd", "present cost of the plan", "$", "low"),
  outcome("capital_usd", "purchases and launches of the plan", "$", "low"),
  outcome("unserved_frac", "not served of what is wanted", "frac", "low"),
  outcome("itMass_kg_per_kW", "mass per IT power", "kg/kW", "low"),
  outcome("delivered_frac", "delivered in flight", "frac", "high"),
] as const satisfies readonly OutcomeField[];

export type OutcomeKey = (typeof OUTCOMES)[number]["key"];

/** One evaluation; null where an outcome does not exist. */
export type Outcomes = Readonly<Record<OutcomeKey, number | null>>;

/** Orbit or ground, by what a kilowatt-year delivered costs. */
export const TIERS: Choice = {
  id: "tier", name: "orbit or ground", unit: "$/kW-yr", better: "low",
  alternatives: [{ id: "ground", name: "ground", outcome: "ground_usd_per_kW_yr" }, { id: "orbit", name: "orbit", outcome: "orbit_usd_per_kW_yr" }],
};

/** All that there is to tell of a scenario that cannot be. */
export const NOTHING: Outcomes = {
  closes: 0, carriedOut: 0, orbitWins: null, ground_usd_per_kW_yr: null, orbit_usd_per_kW_yr: null, ratio: null, ground_usd_per_GPU_h: null, orbit_usd_per_GPU_h: null,
  ground_usd_per_Mtoken: null, orbit_usd_per_Mtoken: null, breakEvenLaunch_usd_per_kg: null, npv_usd: null, cost_pv_usd: null, capital_usd: null, unserved_frac: null, itMass_kg_per_kW: null, delivered_frac: null,
};
