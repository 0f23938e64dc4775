/** What there is of each capacity in each quarter, after its gates. */
import { entryOf, entryValue, idList, type Amount, type Scenario } from "../scenario/index.ts";
import { rateByQuarter, startByQuarter } from "./by-quarter.ts";
import { windowsOf } from "./gates.ts";
import { stockLeft, together, unitsLeft, type Windows } from "./windows.ts";
import { sumOf } from "./sums.ts";
import type { Capacity, Context } from "./takings.ts";

type Vehicle = Scenario["launch"]["vehicles"][number];
type Site = Scenario["ground"]["sites"][number];

/** Launches of a vehicle in each quarter for everyone: from its first quarter on, past its gates. */
export const launchSupply = (context: Context, { vehicle, rate_per_yr, more }: { readonly vehicle: Vehicle; readonly rate_per_yr: readonly number[]; readonly more: readonly Windows[] }): readonly number[] => {
  const { quarters, gates } = context;
  const first = vehicle.available_quarter;
  const rate = rate_per_yr.map((n, i) => (first !== null && quarters[i]! < first ? 0 : n));
  return unitsLeft(together([windowsOf(gates, `vehicle/${vehicle.id}`), ...more]), { quarters, rate_per_yr: rate });
};

/** Units of each quarter that a capacity of launches, pad slots or platforms has before pads are looked at. */
export const flowSupply = (context: Context, capacity: Capacity): readonly number[] => {
  const { scenario, quarters, gates } = context;
  const own = windowsOf(gates, `capacity/${capacity.id}`);
  if (capacity.kind === "launches") {
    const vehicle = scenario.launch.vehicles.find(({ id }) => id === capacity.of);
    if (vehicle === undefined) throw new Error(`capacity ${capacity.id} is of no vehicle`);
    return launchSupply(context, { vehicle, rate_per_yr: rateByQuarter(capacity.rate_per_yr ?? vehicle.cadence_per_yr, quarters), more: [own] });
  }
  const rate = capacity.rate_per_yr ?? (capacity.kind === "platforms" ? scenario.orbit?.factoryRate_per_yr : approvedRate(scenario, capacity));
  if (rate === undefined || rate === null) throw new Error(`capacity ${capacity.id} has no rate`);
  return unitsLeft(own, { quarters, rate_per_yr: rateByQuarter(rate, quarters) });
};

/** Launches a year that are approved of a pad of the catalogue. */
const approvedRate = (scenario: Scenario, { pad }: Capacity): Amount | null => (pad === null ? null : { kind: "constant", value: entryValue(entryOf(scenario, { kind: "pads", id: pad }), "cadence") });

/** Megawatts that a site's phases have online in each quarter. */
export const phasesOnline = (site: Site, quarters: readonly number[]): readonly number[] =>
  quarters.map((q) => site.phases.reduce((sum, { online_quarter, power_MW }) => (online_quarter <= q ? sum + power_MW : sum), 0));

/** Megawatts of all of a site's phases. */
export const writtenPower = ({ phases }: Site): number => phases.reduce((sum, { power_MW }) => sum + power_MW, 0);

/** Megawatts of each shared site by what is written of it, before gates: the capacity's power, or the phases'. */
export const wholePowers = ({ scenario, quarters }: Pick<Context, "scenario" | "quarters">): ReadonlyMap<string, number> =>
  new Map((scenario.market?.capacities ?? []).filter(({ kind }) => kind === "power").map((capacity) => {
    const site = scenario.ground.sites.find(({ id }) => id === capacity.of);
    if (site === undefined) throw new Error(`capacity ${capacity.id} is of no site`);
    return [site.id, capacity.power_MW === null ? writtenPower(site) : Math.max(...startByQuarter(capacity.power_MW, quarters))];
  }));

/** Megawatts of a site in each quarter past its gates, with what was moved to it; `stock` is what stands without them. */
export const siteSupply = ({ scenario, quarters, gates }: Context, { site, stock, more }: { readonly site: Site; readonly stock: readonly number[]; readonly more: readonly Windows[] }): readonly number[] => {
  const own = stockLeft(together([windowsOf(gates, `site/${site.id}`), ...more]), { quarters, stock });
  const moved = gates.flatMap(({ gate, instead }) => {
    if (instead?.what !== `site/${site.id}`) return [];
    const from = scenario.ground.sites.filter(({ id }) => idList(gate.holds).includes(`site/${id}`));
    return from.map((other) => phasesOnline(other, quarters).map((power, i) => (quarters[i]! >= instead.from ? power : 0)));
  });
  return own.map((power, i) => sumOf([power, ...moved.map((one) => one[i]!)]));
};

/** Megawatts of a capacity of power. */
export const powerSupply = (context: Context, capacity: Capacity): readonly number[] => {
  const site = context.scenario.ground.sites.find(({ id }) => id === capacity.of);
  if (site === undefined) throw new Error(`capacity ${capacity.id} is of no site`);
  const stock = capacity.power_MW === null ? phasesOnline(site, context.quarters) : startByQuarter(capacity.power_MW, context.quarters);
  return siteSupply(context, { site, stock, more: [windowsOf(context.gates, `capacity/${capacity.id}`)] });
};

