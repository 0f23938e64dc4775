/** What could be built, with the lines that one unit brings: the same prices that the objective and the plan's ledger use. */
import type { Item, LedgerLine } from "../ledger/index.ts";
import { entryOf, entryValue } from "../scenario/index.ts";
import type { Scenario } from "../scenario/index.ts";
import type { PlatformSizing } from "../size/index.ts";
import { formatNumber } from "../units/index.ts";
import { QUARTERS_PER_YEAR } from "./by-quarter.ts";
import { dataGB } from "./formulate.ts";
import type { CapitalPrice, FleetCase, PlanCase, PricedLine, SiteCase, VehicleCase } from "./plan-case.ts";
import type { CapitalLine, PlanOption } from "./plan-record.ts";
import { siteUnit } from "./site-case.ts";
import type { Site } from "./site-case.ts";

type OptionTier = PlanOption["tier"];

/** Items that a tier has no line for, and why: so that every item stands on both tiers. */
const NOTHING: Readonly<Record<OptionTier, Partial<Record<Item, string>>>> = {
  ground: { storage: "in the price of the servers", control: "in the facility's price", launch: "none on the ground", disposal: "none taken" },
  orbit: { control: "in the price of the bus", energy: "none: the array is on board", water: "none: heat is radiated", disposal: "propellant for it is on board (orbit.disposal)" },
};

/** Every option of the problem, ground first, in the scenario's order. */
export const planOptions = (scenario: Scenario, { problem, platform }: { readonly problem: PlanCase; readonly platform: PlatformSizing | null }): readonly PlanOption[] => [
  ...problem.sites.map((site, s) => groundOption(scenario, { problem, site, from: scenario.ground.sites[s]! })),
  ...(problem.fleet === null || platform === null ? [] : problem.vehicles.map((vehicle) => orbitOption({ problem, vehicle, fleet: problem.fleet!, platform }))),
];

const groundOption = (scenario: Scenario, { problem, site, from }: { readonly problem: PlanCase; readonly site: SiteCase; readonly from: Site }): PlanOption => {
  const id = `ground/${site.id}`;
  const { it_W, servers } = siteUnit(scenario, from);
  const entry = entryOf(scenario, { kind: "servers", id: from.server });
  const t = firstWith(site.grid_MW);
  const running = site.running.map((line) => ({ ...line, usd: line.usd.map((usd) => usd * site.it_MW_per_MW) }));
  return {
    id, tier: "ground", unit: "1 MW of site power", itNameplate_W: it_W,
    accelerators: servers * entryValue(entry, "chips"),
    bf16_PFLOP_per_s: servers * entryValue(entry, "bf16"),
    tokens_per_s: it_W * entryValue(entry, "tokens"),
    life_yr: site.life / QUARTERS_PER_YEAR,
    available_frac: Array.from({ length: Math.ceil(site.life / QUARTERS_PER_YEAR) }, () => site.it_MW_per_MW * from.pue),
    priceQuarter: problem.quarters[t]!,
    capital: site.capital.map((line) => capitalLine(id, { line, t })),
    yearly: withNothing(id, [...site.standing, ...running].map((line) => yearlyLine(id, { line, t })), site.capital),
    unitMass_kg: null,
    perLaunch: null,
    limits: `grid up to ${formatNumber(Math.max(0, ...site.grid_MW))} MW, at most ${formatNumber(Math.max(0, ...site.build_MW))} MW more a quarter`,
  };
};

const orbitOption = ({ problem, vehicle, fleet, platform }: { readonly problem: PlanCase; readonly vehicle: VehicleCase; readonly fleet: FleetCase; readonly platform: PlatformSizing }): PlanOption => {
  const id = `orbit/${vehicle.id}`;
  const t = firstWith(vehicle.slots.map((slots, i) => slots * fleet.factory[i]!));
  return {
    id, tier: "orbit", unit: "1 platform", itNameplate_W: platform.itNameplate_W,
    accelerators: platform.accelerators, bf16_PFLOP_per_s: platform.bf16_PFLOP_per_s, tokens_per_s: platform.tokens_per_s,
    life_yr: fleet.life / QUARTERS_PER_YEAR,
    available_frac: fleet.available_frac.map((share) => share * vehicle.reliability),
    priceQuarter: problem.quarters[t]!,
    capital: orbitCapital({ vehicle, fleet }).map((line) => capitalLine(id, { line, t })),
    yearly: withNothing(id, [...fleet.standing, dataLine({ problem, fleet })].map((line) => yearlyLine(id, { line: arrived(line, vehicle), t })), fleet.capital),
    unitMass_kg: platform.mass.wet_kg,
    perLaunch: vehicle.perLaunch,
    limits: vehicle.limits,
  };
};

/** Purchases for one platform launched: its parts and its share of a full launch. */
const orbitCapital = ({ vehicle, fleet }: { readonly vehicle: VehicleCase; readonly fleet: FleetCase }): readonly CapitalPrice[] => [
  ...fleet.capital,
  { ...vehicle.launch, usd: vehicle.launch.usd.map((usd) => usd / vehicle.perLaunch) },
];

/** A year's data of one platform at full load, mean over its life, for the mix of demand that orbit may serve in the first year that wants any: it does not depend on the horizon. */
const dataLine = ({ problem, fleet }: { readonly problem: PlanCase; readonly fleet: FleetCase }): PricedLine => {
  const served = problem.classes.filter((c) => c.orbit);
  const from = firstWith(problem.quarters.map((_, t) => served.reduce((sum, c) => sum + c.wanted_MW[t]!, 0)));
  const wanted = served.map((c) => ({ data: c.data_B_per_J, MW: c.wanted_MW.slice(from, from + QUARTERS_PER_YEAR).reduce((sum, mw) => sum + mw, 0) }));
  const total = wanted.reduce((sum, c) => sum + c.MW, 0);
  const data_B_per_J = total === 0 ? 0 : wanted.reduce((sum, c) => sum + c.data * c.MW, 0) / total;
  const mean_frac = fleet.available_frac.reduce((sum, share) => sum + share, 0) / fleet.available_frac.length;
  return { ...fleet.data, usd: fleet.data.usd.map((usd_per_GB) => usd_per_GB * dataGB(data_B_per_J) * QUARTERS_PER_YEAR * fleet.it_MW * mean_frac) };
};

/** What is paid for platforms in service, for one launched. */
const arrived = (line: PricedLine, { reliability }: VehicleCase): PricedLine => ({ ...line, usd: line.usd.map((usd) => usd * reliability) });

/** First quarter with anything on offer, or the first of all. */
const firstWith = (offered: readonly number[]): number => {
  const t = offered.findIndex((amount) => amount > 0);
  return t === -1 ? 0 : t;
};

const ledgerLine = (option: string, { line, t, period }: { readonly line: PricedLine; readonly t: number; readonly period: string }): LedgerLine => ({
  id: `${option}/${line.subsystem}/${period}`, actor: "own", tier: option.startsWith("ground/") ? "ground" : "orbit", subsystem: line.subsystem,
  boundary: line.boundary, period, quantity: line.usd[t]!, unit: "$", source: line.source,
});

const capitalLine = (option: string, { line, t }: { readonly line: CapitalPrice; readonly t: number }): CapitalLine => ({
  line: ledgerLine(option, { line, t, period: "unit" }),
  life_yr: line.life / QUARTERS_PER_YEAR,
});

const yearlyLine = (option: string, { line, t }: { readonly line: PricedLine; readonly t: number }): LedgerLine => ledgerLine(option, { line, t, period: "unit-year" });

/** Adds a line of nothing, with the reason, for each item that neither the yearly lines nor the purchases have. */
const withNothing = (option: string, yearly: readonly LedgerLine[], capital: readonly CapitalPrice[]): readonly LedgerLine[] => {
  const has = new Set<Item>([...yearly, ...capital].map((line) => line.boundary));
  const none = NOTHING[option.startsWith("ground/") ? "ground" : "orbit"];
  return [...yearly, ...(Object.keys(none) as Item[]).filter((item) => !has.has(item)).map((item) =>
    ledgerLine(option, { line: { subsystem: `no ${item}`, boundary: item, source: none[item]!, usd: [0] }, t: 0, period: "unit-year" }))];
};
