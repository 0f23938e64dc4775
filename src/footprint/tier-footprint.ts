/**
 * Carbon and water of one unit of an option over its life: a platform launched, or a megawatt of site power.
 *
 *   1. delivered = nameplate x sum over the years of life of the share that works (PlanOption.available_frac), not discounted
 *   2. things made: accelerators and hosts on both tiers by one factor; in orbit array, battery, aluminium (radiator, structure, shielding,
 *      margin) and drives; on the ground the building. Servers of the ground times facility life over server life, and what fails again
 *   3. launch = propellant of a launch, burnt and made, over the platforms that it carries (physics/launch-carbon); empty room counts, as in the price
 *   4. ground energy = delivered x PUE x the grid's intensity, mean over the horizon; water = delivered x (WUE + PUE x the grid's own)
 *   5. a site that was flown: what it took from the grid and burnt, and its water, over the IT energy of that year; solar field and battery
 *      by the share of their life that the building stands
 *
 * One boundary (physics/footprint): both tiers leave out what BOTH_LEAVE_OUT names, and each what no figure was found for.
 */
import type { Flight, SiteFlight } from "../fly/index.ts";
import { footprint, propellantCarbon, type FootprintInputs, type MadeItem } from "../physics/index.ts";
import type { PlanOption } from "../plan/index.ts";
import { amountMean, entryOf, entryValue, type Scenario } from "../scenario/index.ts";
import type { Service } from "../serve/index.ts";
import type { PlatformSizing, Sizing } from "../size/index.ts";
import { formatNumber, HOURS_PER_YEAR, JULIAN_YEAR_S, quarterStart_s } from "../units/index.ts";
import { arrayFactor, certain, factorOf, launchBurn } from "./factors.ts";
import type { TierFootprint } from "./footprint-record.ts";

const BOTH_LEAVE_OUT = ["network that joins servers into clusters", "staff and operations", "transport, and end of life of what is made"] as const;
const GROUND_LEAVES_OUT = ["grid's plants and lines, unburnt methane: the grid's intensity is what leaves its chimneys, unless written otherwise", "making and trying backup generators", "making generators of its own, making nuclear fuel and bringing gas, and the water that they take"] as const;
const ORBIT_LEAVES_OUT = ["soot, water, nitrogen oxides and alumina high in the air, for which nobody agrees on CO2e", "making and flying the vehicle itself", "power electronics, avionics, terminals and propellant on board", "stations on the ground"] as const;

interface Records {
  readonly option: PlanOption;
  readonly sizing: Sizing;
  readonly flight: Flight;
  readonly service: Service;
}

/** The footprint of one option; null when it delivers nothing. */
export const tierFootprint = (scenario: Scenario, records: Records): TierFootprint | null => {
  const { option, sizing } = records;
  const years = option.available_frac.reduce((sum, share, year) => sum + share * Math.min(1, option.life_yr - year), 0);
  const delivered_kWh = (option.itNameplate_W / 1000) * years * HOURS_PER_YEAR;
  const acceleratorHours = option.accelerators * years * HOURS_PER_YEAR;
  if (!(delivered_kWh > 0 && acceleratorHours > 0)) return null;
  const { missing, ...inputs } = option.tier === "ground" ? groundInputs(scenario, { ...records, delivered_kWh }) : orbitInputs(scenario, option, sizing.platform!);
  const known = footprint({ ...inputs, delivered_kWh, acceleratorHours });
  const total = (value: number): number | null => (missing.length === 0 ? value : null);
  return {
    option: option.id, tier: option.tier, unit: option.unit, life_yr: option.life_yr, delivered_kWh, acceleratorHours,
    parts: known.parts.filter(({ carbon_kg }) => carbon_kg.value > 0),
    known_g_per_kWh: known.carbon_g_per_kWh.value,
    carbon_g_per_kWh: total(known.carbon_g_per_kWh.value),
    carbon_g_per_acceleratorHour: total(known.carbon_g_per_acceleratorHour.value),
    water_L_per_kWh: known.water_L_per_kWh.value,
    missing,
    boundary: known.boundary,
  };
};

type Inputs = Omit<FootprintInputs, "delivered_kWh" | "acceleratorHours"> & { readonly missing: readonly string[] };

/** The server that `footprint.host` was assessed for has two processors. */
const PROCESSORS_OF_HOST = 2;

const servers = (scenario: Scenario, { server, accelerators }: { readonly server: string; readonly accelerators: number }): readonly MadeItem[] => {
  const perHost = scenario.footprint.acceleratorsPerHost ?? PROCESSORS_OF_HOST * entryValue(entryOf(scenario, { kind: "servers", id: server }), "chipsPerHost");
  return [
    { name: "accelerators", amount: accelerators, factor_kg: factorOf(scenario, "accelerator") },
    { name: "hosts", amount: accelerators / perHost, factor_kg: factorOf(scenario, "host") },
  ];
};

const groundInputs = (scenario: Scenario, { option, sizing, flight, service, delivered_kWh }: Records & { readonly delivered_kWh: number }): Inputs => {
  const site = scenario.ground.sites.find(({ id }) => `ground/${id}` === option.id);
  const sized = sizing.sites.find(({ id }) => `ground/${id}` === option.id);
  if (site === undefined || sized === undefined) throw new Error(`the plan has an option "${option.id}" that the scenario does not have`);
  const means = service.siteMeans[site.id]!;
  const flown = means.origin === "flown" ? flight.sites.find(({ id }) => id === site.id)! : null;
  const bought = option.life_yr / site.serverLife_yr + site.failureRate_per_yr * option.life_yr;
  const energy = flown === null ? { grid_kWh_per_kWh: means.pue, burnt_g_per_kWh: 0, diesel_g_per_kWh: 0 } : flownEnergy(flown);
  return {
    made: [
      ...servers(scenario, { server: site.server, accelerators: option.accelerators * bought }), { name: "building", amount: option.itNameplate_W / 1000, factor_kg: factorOf(scenario, "building") },
      ...plantItems(scenario, { option, sized }), { name: "gas burnt", amount: (delivered_kWh * energy.burnt_g_per_kWh) / 1000, factor_kg: certain(1) },
      { name: "diesel burnt", amount: (delivered_kWh * energy.diesel_g_per_kWh) / 1000, factor_kg: certain(1) },
    ],
    launched_kg: 0,
    launch_kg_per_kg: certain(0),
    gridEnergy_kWh_per_kWh: energy.grid_kWh_per_kWh,
    grid_g_per_kWh: certain(gridIntensity(scenario, { site, flown })),
    water_L_per_kWh: certain(means.water_L_per_kWh),
    gridWater_L_per_kWh: factorOf(scenario, "gridWater"),
    leftOut: [...BOTH_LEAVE_OUT, ...GROUND_LEAVES_OUT],
    missing: [],
  };
};

/** Equation 5, over a kilowatt-hour of IT. */
const flownEnergy = ({ energy: { it_MWh, sources }, backup }: SiteFlight): { readonly grid_kWh_per_kWh: number; readonly burnt_g_per_kWh: number; readonly diesel_g_per_kWh: number } => ({
  grid_kWh_per_kWh: sources.reduce((sum, source) => (source.kind === "grid" ? sum + source.used_MWh : sum), 0) / it_MWh,
  burnt_g_per_kWh: (1000 * sources.reduce((sum, source) => (source.kind === "grid" ? sum : sum + source.carbon_t), 0)) / it_MWh,
  diesel_g_per_kWh: (1000 * backup.carbon_t) / it_MWh,
});

type Site = Scenario["ground"]["sites"][number];

/** By the hours that the site took, where they are known; else mean over the horizon. */
const gridIntensity = (scenario: Scenario, { site, flown }: { readonly site: Site; readonly flown: SiteFlight | null }): number => {
  const grid = flown?.energy.sources.find(({ kind }) => kind === "grid");
  if (flown !== null && flown.of.carbon === "hours" && grid !== undefined && grid.used_MWh > 0) return (1000 * grid.carbon_t) / grid.used_MWh;
  const { start_quarter, years_yr } = scenario.horizon;
  const from_s = quarterStart_s(start_quarter);
  return amountMean(site.carbon_g_per_kWh, { from_s, to_s: from_s + years_yr * JULIAN_YEAR_S, parts: Math.max(1, Math.round(4 * years_yr)) });
};

/** Solar field and battery of a megawatt of site power. */
const plantItems = (scenario: Scenario, { option, sized }: { readonly option: PlanOption; readonly sized: Sizing["sites"][number] }): readonly MadeItem[] => {
  const share = (id: string): number => sized.parts.reduce((sum, part) => (part.id === id ? sum + option.life_yr / part.life_yr : sum), 0) / (sized.site_W / 1e6);
  const dc_kW = sized.sources.reduce((sum, source) => (source.kind === "solar" ? sum + 1000 * source.dc_MW : sum), 0);
  return [
    { name: "solar field", amount: dc_kW === 0 ? 0 : dc_kW * share("generation/solar"), factor_kg: factorOf(scenario, "solarPanel") },
    { name: "grid battery", amount: sized.storage === null ? 0 : 1000 * sized.storage.energy_MWh * share("battery"), factor_kg: factorOf(scenario, "battery") },
  ];
};

const orbitInputs = (scenario: Scenario, option: PlanOption, platform: PlatformSizing): Inputs => {
  const { array, launch } = { array: arrayItem(scenario, platform), launch: launchItem(scenario, option) };
  return {
    made: [...servers(scenario, { server: scenario.orbit!.platform.server, accelerators: option.accelerators }), ...array.made, ...bodyItems(scenario, platform)],
    launched_kg: option.unitMass_kg!,
    launch_kg_per_kg: certain(launch.kg_per_kg),
    gridEnergy_kWh_per_kWh: 0,
    grid_g_per_kWh: certain(0),
    water_L_per_kWh: certain(0),
    gridWater_L_per_kWh: certain(0),
    leftOut: [...BOTH_LEAVE_OUT, ...ORBIT_LEAVES_OUT],
    missing: [...array.missing, ...launch.missing],
  };
};

const arrayItem = (scenario: Scenario, platform: PlatformSizing): { readonly made: readonly MadeItem[]; readonly missing: readonly string[] } => {
  const id = scenario.orbit!.platform.array;
  const factor = arrayFactor(scenario, id);
  if (factor === null) return { made: [], missing: [`array: arrays/${id} has no figure of what making it took; write footprint.array`] };
  return { made: [{ name: "array", amount: platform.array.area_m2, factor_kg: factor }], missing: [] };
};

const bodyItems = (scenario: Scenario, platform: PlatformSizing): readonly MadeItem[] => {
  const { storage } = scenario.orbit!.platform;
  const parts = platform.mass.parts_kg;
  const aluminium = factorOf(scenario, "aluminium");
  const stored_TB = storage === null ? 0 : drivesOf(scenario, platform, storage) * entryValue(entryOf(scenario, { kind: "storage", id: storage }), "capacity");
  return [
    { name: "battery", amount: platform.battery.capacity_J / 3.6e6, factor_kg: factorOf(scenario, "battery") },
    { name: "radiator", amount: parts["radiator"]!, factor_kg: aluminium },
    { name: "structure", amount: parts["structure"]! + parts["shielding"]! + platform.mass.margin_kg, factor_kg: aluminium },
    { name: "drives", amount: stored_TB, factor_kg: factorOf(scenario, "flash") },
  ];
};

const drivesOf = (scenario: Scenario, platform: PlatformSizing, storage: string): number => platform.mass.parts_kg["storage"]! / entryValue(entryOf(scenario, { kind: "storage", id: storage }), "mass");

const launchItem = (scenario: Scenario, option: PlanOption): { readonly kg_per_kg: number; readonly missing: readonly string[] } => {
  const vehicle = scenario.launch.vehicles.find(({ id }) => `orbit/${id}` === option.id);
  if (vehicle === undefined || option.perLaunch === null || option.unitMass_kg === null) throw new Error(`the plan has an option "${option.id}" without a launch`);
  const burn = launchBurn(scenario, vehicle.vehicle);
  if (burn === null) return { kg_per_kg: 0, missing: [`launch: what vehicles/${vehicle.vehicle} burns is not known`] };
  const carbon = propellantCarbon(burn.propellant, burn.mass_kg, scenario.footprint.launchGrid_g_per_kWh / 1000);
  return { kg_per_kg: carbon.total_kg / (option.perLaunch * option.unitMass_kg), missing: [] };
};

/** What stands out of a record in words. */
export const missingNotes = (tiers: readonly TierFootprint[]): readonly string[] =>
  tiers.filter(({ missing }) => missing.length > 0).map(({ option, missing, known_g_per_kWh }) => `No total of carbon for ${option}: ${missing.join("; ")}. What is known comes to ${formatNumber(known_g_per_kWh)} g CO2e/kWh.`);
