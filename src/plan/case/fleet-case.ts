/**
 * The platforms in orbit as the planner sees them: one kind, whichever vehicle brings it.
 *
 *   1. share of nameplate to be used in year y of life = delivered (Flight.delivered) x peak/nameplate x accelerators that still work, mean
 *      over the year: those that fail in orbit are neither repaired nor bought again (size/survival)
 *      (peak: what array, battery and radiator are sized for; the flight's share, found at the mean load, is taken to hold up to it)
 *   2. price of a platform without its servers: x (n/n1)^log2(1 - u), u its fall per doubling (Wright 1936), n the platforms that
 *      the factory could have finished by the end of the quarter, n1 those of its first quarter: along the factory's own path, for a
 *      linear program cannot hold a price that depends on what it decides
 *
 * The array is sized for its end of life (size), so that its wear costs area and not output; what is left of it is in the flight.
 */
import type { Flight } from "../../fly/index.ts";
import { wrightExponent } from "../../money/index.ts";
import type { Keep, Scenario } from "../../scenario/index.ts";
import type { Service } from "../../serve/index.ts";
import type { PlatformSizing, Sizing } from "../../size/index.ts";
import type { Words } from "./words.ts";
import { countByQuarter, countMeanByQuarter, QUARTERS_PER_YEAR, quartersOfLife, steady } from "../by-quarter.ts";
import type { CapitalPrice, LimitCase, OptionCase, OrderTerms, PoolCase, PricedLine, WayCase } from "../plan-case.ts";

type Orbit = NonNullable<Scenario["orbit"]>;

/** Neither learnt nor operated as a part of the platform. */
const SERVERS = "servers";

const NOTHING: OptionCase["nothing"] = [
  { item: "control", why: "none on board" },
  { item: "energy", why: "none: the array is on board" },
  { item: "water", why: "none: heat is radiated" },
  { item: "disposal", why: "propellant for it is on board (orbit.disposal)" },
];

export interface FleetInput {
  readonly keep: Keep;
  readonly orbit: Orbit;
  readonly platform: PlatformSizing;
  readonly sizing: Sizing;
  readonly flight: Flight;
  readonly service: Pick<Service, "quarters" | "orbitLink_B_per_s" | "orbitRelay_B_per_s">;
  readonly premium_per_yr: number;
  readonly charge: number;
  readonly order: OrderTerms | null;
  readonly name: string;
  readonly pool: number;
  readonly ways: readonly WayCase[];
  readonly words: Words;
}

/** The platforms as an option, with prices by quarter. */
export const fleetOption = ({ keep, orbit, platform, sizing, flight, service, premium_per_yr, charge, order, name, pool, ways, words }: FleetInput): OptionCase => {
  const { quarters } = service;
  const life = quartersOfLife(orbit.life_yr);
  const learned = keep("learning", learnedIn, orbit, quarters);
  const capital = words === "told" ? platformLines(sizing, { life, learned }) : platformSums(sizing, { life, learned });
  return {
    id: "platforms", name, tier: "orbit", counted: "platforms", nothing: NOTHING, pool, life, premium_per_yr, charge, order, ways, capital,
    unit: {
      name: "1 platform", itNameplate_W: platform.itNameplate_W, accelerators: platform.accelerators, bf16_PFLOP_per_s: platform.bf16_PFLOP_per_s,
      tokens_per_s: platform.tokens_per_s, mass_kg: platform.mass.wet_kg, volume_m3: platform.volume_m3,
    },
    run_MW: availableByYear(orbit, { platform, flight }).map((share) => share * (platform.itNameplate_W / 1e6)),
    standing: [upkeep({ capital, share_per_yr: orbit.operations_per_yr, quarters })],
    running: [],
    link_B_per_s: service.orbitLink_B_per_s,
    ownLink_B_per_s: service.orbitRelay_B_per_s,
  };
};

/** The pool of what is in orbit: its data is paid by the gigabyte. */
export const fleetLink = (network: Scenario["network"], service: Pick<Service, "quarters" | "orbitStations_B_per_s">): PoolCase["link"] => ({
  shared_B_per_s: service.orbitStations_B_per_s,
  data: { subsystem: "data to the ground", boundary: "links", source: "network.dataPrice", usd: steady(network.dataPrice_usd_per_GB, service.quarters) },
});

/** What the factory finishes, how many may fly at once, and how many must. */
export const fleetLimits = (orbit: Orbit, quarters: readonly number[], index: number): readonly LimitCase[] => {
  const uses = [{ index, each: 1 }];
  const { fleetMax, target } = orbit;
  const limits: LimitCase[] = [
    { id: "factory", name: "factory", of: "bought", sense: "most", uses, counted: "platforms", per: "platform finished", amount: factoryByQuarter(orbit, quarters), words: FACTORY },
    { id: "fleetMax", name: "fleetmax", of: "standing", sense: "most", uses, counted: "platforms", per: IN_SERVICE, amount: countByQuarter(fleetMax, quarters), words: LARGEST },
  ];
  if (target !== null) limits.push({ id: "target", name: "target", of: "standing", sense: "least", uses, counted: "platforms", per: IN_SERVICE, amount: countByQuarter(target, quarters), words: TARGET });
  return limits;
};

const IN_SERVICE = "platform in service from then on";
const FACTORY: LimitCase["words"] = { what: "the factory", field: "orbit.factoryRate", rate: true };
const LARGEST: LimitCase["words"] = { what: "the largest fleet", field: "orbit.fleetMax", rate: false };
const TARGET: LimitCase["words"] = { what: "the target", field: "orbit.target", rate: false };

const factoryByQuarter = ({ factoryRate_per_yr, firstLaunch_quarter }: Orbit, quarters: readonly number[]): readonly number[] => {
  const first = firstLaunch_quarter ?? quarters[0]!;
  return countMeanByQuarter(factoryRate_per_yr, quarters).map((rate, i) => (quarters[i]! < first ? 0 : rate / QUARTERS_PER_YEAR));
};

const learnedIn = (orbit: Orbit, quarters: readonly number[]): readonly number[] => learnedFactors({ made: factoryByQuarter(orbit, quarters), fall_frac: orbit.unitLearning_frac });

/** Share of nameplate that works, by year of life. */
const availableByYear = (orbit: Orbit, { platform, flight }: { readonly platform: PlatformSizing; readonly flight: Flight }): readonly number[] => {
  const { workingByYear_frac } = platform.radiation.survival;
  const delivered = (flight.delivered === null ? 0 : flight.delivered.delivered_frac) * (platform.itPeak_W / platform.itNameplate_W);
  const available_frac = steady(delivered, { length: Math.ceil(quartersOfLife(orbit.life_yr) / QUARTERS_PER_YEAR) });
  for (let year = 0; year < available_frac.length; year++) available_frac[year]! *= workingByYear_frac[year]!;
  return available_frac;
};

/** Price in each quarter over the first price, along a path of units made a quarter. */
export const learnedFactors = ({ made, fall_frac }: { readonly made: readonly number[]; readonly fall_frac: number }): readonly number[] => {
  const first = made.find((n) => n > 0);
  const exponent = -wrightExponent(fall_frac);
  let sum = 0;
  return made.map((n) => {
    sum += n;
    return first === undefined || sum === 0 ? 1 : (sum / first) ** exponent;
  });
};

const platformLines = (sizing: Sizing, { life, learned }: { readonly life: number; readonly learned: readonly number[] }): readonly CapitalPrice[] =>
  sizing.ledger.filter(({ unit }) => unit === "$").map(({ subsystem, boundary, source, quantity }) => ({
    subsystem, boundary, source, life,
    usd: subsystem === SERVERS ? learned.map(() => quantity) : learned.map((factor) => quantity * factor),
  }));

/** The same without their names: servers, and all else. */
const platformSums = ({ ledger }: Sizing, { life, learned }: { readonly life: number; readonly learned: readonly number[] }): readonly CapitalPrice[] => {
  let [servers, rest] = [0, 0];
  for (const { unit, subsystem, quantity } of ledger) {
    if (unit === "$" && subsystem === SERVERS) servers += quantity;
    else if (unit === "$") rest += quantity;
  }
  return [
    { subsystem: SERVERS, boundary: "it", source: "", life, usd: steady(servers, learned) },
    { subsystem: "all else", boundary: "structure", source: "", life, usd: learned.map((factor) => rest * factor) },
  ];
};

const upkeep = ({ capital, share_per_yr, quarters }: { readonly capital: readonly CapitalPrice[]; readonly share_per_yr: number; readonly quarters: readonly number[] }): PricedLine => ({
  subsystem: "operations in orbit", boundary: "operations", source: "orbit.operations x price of a platform without servers",
  usd: withoutServers(capital, quarters).map((usd) => share_per_yr * usd),
});

const withoutServers = (capital: readonly CapitalPrice[], quarters: readonly number[]): readonly number[] => {
  const sums = steady(0, quarters);
  for (const { subsystem, usd } of capital) if (subsystem !== SERVERS) for (let t = 0; t < sums.length; t++) sums[t]! += usd[t]!;
  return sums;
};
