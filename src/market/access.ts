/** What one actor may plan with, out of what was given out and what gates hold; and the same laid over its scenario. */
import type { Scenario } from "../scenario/index.ts";
import { countByQuarter, QUARTERS_PER_YEAR, rateByQuarter, shareByQuarter, stepsOf } from "./by-quarter.ts";
import { fleetWindows, isHeld } from "./gates.ts";
import type { Allocation, LaunchOffer, MarketView, Share, SiteAccess, VehicleAccess } from "./market-record.ts";
import { withPlantShare } from "./plant-share.ts";
import { phasesOf, phasesThere } from "./site-phases.ts";
import { sumOf } from "./sums.ts";
import { launchSupply, phasesOnline, siteSupply, writtenPower } from "./supply.ts";
import type { Context } from "./takings.ts";
import { wholeLaunches } from "./whole-launches.ts";
import { capsByQuarter } from "./windows.ts";

interface Access {
  readonly allocations: readonly Allocation[];
  readonly actor: string;
  /** Megawatts that the plant of each shared site is written for. */
  readonly wholes: ReadonlyMap<string, number>;
  /** Whether the scenario of the context is the one that has the market: gates on `fleet` are of its own. */
  readonly isSelf: boolean;
}

/** The view of an actor; the context's scenario is the actor's own. */
export const accessOf = (context: Context, access: Access): MarketView => ({
  actor: access.actor,
  quarters: context.quarters,
  vehicles: context.scenario.launch.vehicles.flatMap((vehicle) => vehicleAccess(context, { ...access, vehicle })),
  sites: context.scenario.ground.sites.flatMap((site) => siteAccess(context, { ...access, site })),
  platforms: platformsOf(context, access),
  firstLaunch_quarter: firstLaunch(context, access),
  fleetMax: fleetMax(context, access),
});

const total = (shares: readonly { readonly got: readonly number[] }[], quarters: readonly number[]): readonly number[] => quarters.map((_, i) => sumOf(shares.map(({ got }) => got[i]!)));

const vehicleAccess = (context: Context, { allocations, actor, vehicle }: Access & { readonly vehicle: Scenario["launch"]["vehicles"][number] }): readonly VehicleAccess[] => {
  const { quarters, gates } = context;
  const shared = allocations.find(({ kind, of }) => kind === "launches" && of === vehicle.id);
  if (shared === undefined) {
    if (!isHeld(gates, `vehicle/${vehicle.id}`)) return [];
    const supply = launchSupply(context, { vehicle, rate_per_yr: rateByQuarter(vehicle.cadence_per_yr, quarters), more: [] });
    const share = shareByQuarter(vehicle.share_frac, quarters);
    return [{ vehicle: vehicle.id, supply, shared: false, offers: [], launches: supply.map((n, i) => n * share[i]!), price_usd: quarters.map(() => null) }];
  }
  const shares = shared.shares.filter((share) => share.actor === actor).map(wholeLaunches);
  const launches = total(shares, quarters);
  const paid = quarters.map((_, i) => sumOf(shares.map(({ got, price_usd }) => got[i]! * price_usd[i]!)));
  return [{ vehicle: vehicle.id, supply: shared.supply, shared: true, offers: shares.map(offerOf), launches, price_usd: launches.map((n, i) => (n > 0 ? paid[i]! / n : null)) }];
};

const offerOf = ({ kind, id, got, price_usd, paidAnyway }: Share): LaunchOffer => ({ kind, id, launches: got, price_usd, paidAnyway });

const siteAccess = (context: Context, { allocations, actor, wholes, site }: Access & { readonly site: Scenario["ground"]["sites"][number] }): readonly SiteAccess[] => {
  const { quarters, gates } = context;
  const shared = allocations.find(({ kind, of }) => kind === "power" && of === site.id);
  if (shared !== undefined) {
    const added = total(shared.shares.filter((share) => share.actor === actor), quarters);
    let online = 0;
    return [{ site: site.id, online_MW: added.map((power) => (online += power)), whole_MW: wholes.get(site.id)!, shared: true, phases: phasesThere(context, site) }];
  }
  const held = isHeld(gates, `site/${site.id}`) || gates.some(({ instead }) => instead?.what === `site/${site.id}`);
  return held ? [{ site: site.id, online_MW: siteSupply(context, { site, stock: phasesOnline(site, quarters), more: [] }), whole_MW: writtenPower(site), shared: false, phases: phasesThere(context, site) }] : [];
};

const platformsOf = ({ quarters }: Context, { allocations, actor }: Access): readonly number[] | null => {
  const factories = allocations.filter(({ kind }) => kind === "platforms");
  return factories.length === 0 ? null : total(factories.flatMap(({ shares }) => shares.filter((share) => share.actor === actor)), quarters);
};

const firstLaunch = ({ quarters, gates }: Context, access: Access): number | null => {
  const { closed } = fleetWindows(gates, access);
  if (closed.length === 0) return null;
  const opens = closed.reduce((latest, { to }) => Math.max(latest, to), -Infinity);
  return opens === Infinity ? quarters.at(-1)! + 1 : Math.ceil(opens - 1e-9);
};

const fleetMax = ({ scenario, quarters, gates }: Context, access: Access): readonly number[] | null => {
  const caps = capsByQuarter(fleetWindows(gates, access), quarters);
  if (scenario.orbit === null || caps.every((most) => most === Infinity)) return null;
  return countByQuarter(scenario.orbit.fleetMax, quarters).map((most, i) => Math.min(most, caps[i]!));
};

/**
 * The scenario of an actor with what the market leaves it written into its fields, and the market taken out: launches as cadence (all that fly) and share,
 * prices of a launch as the mean of its offers, sites as phases, the factory as its rate. Every stage then obeys the market without knowing of it.
 */
export const withAccess = (scenario: Scenario, view: MarketView): Scenario => {
  const { quarters } = view;
  return {
    ...scenario,
    actors: [], market: null, gates: [], rivals: {},
    launch: { ...scenario.launch, vehicles: scenario.launch.vehicles.map((vehicle) => vehicleWith(vehicle, { access: view.vehicles.find((one) => one.vehicle === vehicle.id), quarters })) },
    ground: { ...scenario.ground, sites: scenario.ground.sites.map((site) => siteWith(site, { access: view.sites.find((one) => one.site === site.id), quarters })) },
    orbit: scenario.orbit === null ? null : orbitWith(scenario.orbit, view),
  };
};

type Vehicle = Scenario["launch"]["vehicles"][number];
type Site = Scenario["ground"]["sites"][number];

const vehicleWith = (vehicle: Vehicle, { access, quarters }: { readonly access: VehicleAccess | undefined; readonly quarters: readonly number[] }): Vehicle => {
  if (access === undefined) return vehicle;
  // A launch that became whole in a quarter may be more than the quarter's own part of the cadence.
  const flown = access.supply.map((n, i) => Math.max(n, access.launches[i]!));
  const share = access.launches.map((n, i) => (n === 0 ? 0 : n / flown[i]!));
  const priced = access.shared && access.price_usd.some((price) => price !== null);
  return {
    ...vehicle,
    cadence_per_yr: stepsOf(quarters, flown.map((n) => n * QUARTERS_PER_YEAR)),
    share_frac: stepsOf(quarters, share),
    // Terms of access of the vehicle itself give way to those of the market.
    ...(access.shared && "access" in vehicle ? { access: null } : {}),
    ...(priced ? { price_usd: stepsOf(quarters, filled(access.price_usd)), pricePerKg_usd_per_kg: null } : {}),
  };
};

/** A price in every quarter: where none was sold the last before, or the first after. */
const filled = (prices: readonly (number | null)[]): readonly number[] => {
  let last = prices.find((price) => price !== null)!;
  return prices.map((price) => (last = price ?? last));
};

const siteWith = (site: Site, { access, quarters }: { readonly access: SiteAccess | undefined; readonly quarters: readonly number[] }): Site => 
  access === undefined ? site : { ...withPlantShare(site, { online_MW: access.online_MW.at(-1)!, whole_MW: access.whole_MW, shared: access.shared }), phases: phasesOf(access, quarters) };

const orbitWith = (orbit: NonNullable<Scenario["orbit"]>, { quarters, platforms, firstLaunch_quarter: first, fleetMax: most }: MarketView): NonNullable<Scenario["orbit"]> => ({
  ...orbit,
  ...(platforms === null ? {} : { factoryRate_per_yr: stepsOf(quarters, platforms.map((n) => n * QUARTERS_PER_YEAR)) }),
  ...(first === null ? {} : { firstLaunch_quarter: orbit.firstLaunch_quarter === null ? first : Math.max(first, orbit.firstLaunch_quarter) }),
  ...(most === null ? {} : { fleetMax: stepsOf(quarters, most) }),
});
