/** What is bought and flown when, and what a kilogram to orbit costs on the way. */
import type { OptionBuild, Plan, PlanOption } from "../../plan/index.ts";
import { formatQuarter } from "../../units/index.ts";
import { numberColumn, wordColumn, type Table } from "../table.ts";

const optionOf = (plan: Plan, { option }: OptionBuild): PlanOption => plan.options.find(({ id }) => id === option)!;

/** What is bought by a way that is built where it stands, or launched. */
export interface Used {
  readonly build: OptionBuild;
  readonly option: PlanOption;
  readonly name: string;
  readonly launched: boolean;
}

const some = (values: readonly number[]): boolean => values.some((value) => value > 0);

/** Ways that the plan uses. */
export const usedWays = (plan: Plan): readonly Used[] => plan.build
  .map((build) => ({ build, option: optionOf(plan, build), name: build.option.slice(build.option.indexOf("/") + 1), launched: optionOf(plan, build).perLaunch !== null }))
  .filter(({ build, launched }) => some(launched ? build.launches : build.built));

/** Launches of each vehicle and purchases of each site by quarter. */
export const manifestTable = (plan: Plan): Table => {
  const used = usedWays(plan);
  return {
    id: "manifest", title: "Manifest by quarter",
    columns: [wordColumn("quarter"), ...used.map(({ name, launched }) => numberColumn(name, launched ? "launches" : "MW bought"))],
    rows: plan.quarters.map((q, t) => [formatQuarter(q), ...used.map(({ build, option, launched }) => (launched ? build.launches[t]! : (build.built[t]! * option.itNameplate_W) / 1e6))]),
    note: "Ground: nameplate IT power. Each lane is drawn to its own scale.",
  };
};

/** Launches of the vehicles that fly, by quarter. */
export const launchTable = (plan: Plan): Table => {
  const used = usedWays(plan).filter(({ launched }) => launched);
  return {
    id: "launches", title: "Launches by vehicle",
    columns: [wordColumn("quarter"), ...used.map(({ name }) => numberColumn(name, "launches"))],
    rows: plan.quarters.map((q, t) => [formatQuarter(q), ...used.map(({ build }) => build.launches[t]!)]),
    note: "Of this plan alone.",
  };
};

// Suncatcher (arXiv 2511.19468v2, section 2.4): 1,800 $/kg at 400 t, 20 % less a doubling.
const SUNCATCHER = { usd_per_kg: 1800, mass_t: 400, progress: 0.8 } as const;

/** None before the mass at which the curve begins. */
const learned_usd_per_kg = (mass_t: number): number | null => (mass_t < SUNCATCHER.mass_t ? null : SUNCATCHER.usd_per_kg * (mass_t / SUNCATCHER.mass_t) ** Math.log2(SUNCATCHER.progress));

/** What the plan pays for launches in a quarter, real dollars. */
const paid_usd = ({ ledger }: Plan, quarter: number): number => {
  const period = formatQuarter(quarter);
  return ledger.filter((line) => line.boundary === "launch" && line.period === period && line.subsystem.includes("launch on ")).reduce((sum, { quantity }) => sum + quantity, 0);
};

/** Mass to orbit so far and the price of a kilogram, in each quarter that launches. */
export const learningTable = (plan: Plan): Table => {
  let mass_t = 0;
  const rows = plan.quarters.flatMap((q, t) => {
    const now_t = plan.build.reduce((sum, build) => sum + (build.built[t]! * (optionOf(plan, build).unitMass_kg ?? 0)) / 1000, 0);
    if (now_t <= 0) return [];
    mass_t += now_t;
    return [[formatQuarter(q), now_t, mass_t, paid_usd(plan, q) / (now_t * 1000), learned_usd_per_kg(mass_t)] as const];
  });
  return {
    id: "learning", title: "Mass to orbit and what a kilogram costs",
    columns: [wordColumn("quarter"), numberColumn("launched", "t"), numberColumn("so far", "t"), numberColumn("paid", "$/kg"), numberColumn("Suncatcher's curve", "$/kg")],
    rows,
    note: "Mass of this plan's platforms as launched. The curve is 1,800 $/kg at 400 t and 20 % less a doubling (arXiv 2511.19468v2), at the mass of this plan alone: what all customers fly takes a price further down it.",
  };
};
