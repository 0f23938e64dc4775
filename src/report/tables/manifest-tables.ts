/** What is bought and flown when, and what a kilogram to orbit costs on the way. */
import type { OptionBuild, Plan, PlanOption } from "../../plan/index.ts";
import { formatQuarter } from "../../units/index.ts";
import { numberColumn, wordColumn, type Table } from "../table.ts";

const optionOf = (plan: Plan, { option }: OptionBuild): PlanOption => plan.options.find(({ id }) => id === option)!;

/** A vehicle that flies, or a way that is built where it stands, with its numbers by quarter. */
export interface ManifestLane {
  readonly name: string;
  readonly tier: PlanOption["tier"];
  readonly launched: boolean;
  /** Launches, or nameplate bought, MW. */
  readonly amount: readonly number[];
}

const some = (values: readonly number[]): boolean => values.some((value) => value > 0);

/** Ways on the ground that are bought, in the plan's order. */
const groundLanes = (plan: Plan): readonly ManifestLane[] => plan.build.flatMap((build) => {
  const { perLaunch, itNameplate_W, tier } = optionOf(plan, build);
  return perLaunch === null && some(build.built) ? [{ name: build.option.slice(build.option.indexOf("/") + 1), tier, launched: false, amount: build.built.map((units) => (units * itNameplate_W) / 1e6) }] : [];
});

/** Vehicles that fly, whatever they carry. */
export const vehicleLanes = (plan: Plan): readonly ManifestLane[] => [...new Set(plan.manifest.map(({ vehicle }) => vehicle))].map((vehicle) => ({
  name: vehicle, tier: "orbit", launched: true,
  amount: plan.quarters.map((q) => plan.manifest.filter((entry) => entry.vehicle === vehicle && entry.quarter === q).reduce((sum, { launches }) => sum + launches, 0)),
}));

/** All that is bought or flies. */
export const manifestLanes = (plan: Plan): readonly ManifestLane[] => [...groundLanes(plan), ...vehicleLanes(plan)];

/** Launches of each vehicle and purchases of each site by quarter. */
export const manifestTable = (plan: Plan): Table => {
  const lanes = manifestLanes(plan);
  return {
    id: "manifest", title: "Manifest by quarter",
    columns: [wordColumn("quarter"), ...lanes.map(({ name, launched }) => numberColumn(name, launched ? "launches" : "MW bought"))],
    rows: plan.quarters.map((q, t) => [formatQuarter(q), ...lanes.map(({ amount }) => amount[t]!)]),
    note: "Ground: nameplate IT power. Each lane is drawn to its own scale.",
  };
};

/** Launches of the vehicles that fly, by quarter. */
export const launchTable = (plan: Plan): Table => {
  const lanes = vehicleLanes(plan);
  return {
    id: "launches", title: "Launches by vehicle",
    columns: [wordColumn("quarter"), ...lanes.map(({ name }) => numberColumn(name, "launches"))],
    rows: plan.quarters.map((q, t) => [formatQuarter(q), ...lanes.map(({ amount }) => amount[t]!)]),
    note: "Of this plan alone, with platforms or cargo aboard.",
  };
};

// Suncatcher (arXiv 2511.19468v2, section 2.4): 1,800 $/kg at 400 t, 20 % less a doubling.
const SUNCATCHER = { usd_per_kg: 1800, mass_t: 400, progress: 0.8 } as const;

/** None before the mass at which the curve begins. */
const learned_usd_per_kg = (mass_t: number): number | null => (mass_t < SUNCATCHER.mass_t ? null : SUNCATCHER.usd_per_kg * (mass_t / SUNCATCHER.mass_t) ** Math.log2(SUNCATCHER.progress));

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** What the launches of a quarter cost, real dollars: what is paid in it, a deposit counted when its launch flies, at the mean of those paid. */
const paid_usd = (plan: Plan, t: number): number => {
  const period = formatQuarter(plan.quarters[t]!);
  const ledger_usd = sum(plan.ledger.filter((line) => line.boundary === "launch" && line.period === period && line.subsystem.includes("launch on ")).map(({ quantity }) => quantity));
  return ledger_usd + sum(plan.orders.filter(({ of }) => of === "launches").map((order) => {
    const flown = vehicleLanes(plan).find(({ name }) => order.id === `order/${name}`)?.amount[t] ?? 0;
    const ordered = sum(order.ordered);
    return (ordered === 0 ? 0 : (flown * sum(order.deposit_usd)) / ordered) - order.deposit_usd[t]!;
  }));
};

const launched_t = ({ manifest }: Plan, quarter: number): number =>
  sum(manifest.filter((entry) => entry.quarter === quarter).flatMap(({ aboard }) => aboard.map(({ mass_kg }) => mass_kg / 1000)));

/** Mass to orbit so far and the price of a kilogram, in each quarter that launches. */
export const learningTable = (plan: Plan): Table => {
  let mass_t = 0;
  const rows = plan.quarters.flatMap((q, t) => {
    const now_t = launched_t(plan, q);
    if (now_t <= 0) return [];
    mass_t += now_t;
    return [[formatQuarter(q), now_t, mass_t, paid_usd(plan, t) / (now_t * 1000), learned_usd_per_kg(mass_t)] as const];
  });
  return {
    id: "learning", title: "Mass to orbit and what a kilogram costs",
    columns: [wordColumn("quarter"), numberColumn("launched", "t"), numberColumn("so far", "t"), numberColumn("paid", "$/kg"), numberColumn("Suncatcher's curve", "$/kg")],
    rows,
    note: "Mass of this plan's platforms and cargo as launched, and what their launches cost: no stake, fee or fixed cost. The curve is 1,800 $/kg at 400 t and 20 % less a doubling (arXiv 2511.19468v2), at the mass of this plan alone: what all customers fly takes a price further down it.",
  };
};
