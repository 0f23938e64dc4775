/**
 * Launch vehicles as later stages take them: price, success and rate worked out from what the scenario says of each, and written into the
 * fields that these stages read. A vehicle of which nothing is said stays as it is; doing it twice changes nothing.
 *
 *   1. payload x (1 - reusePenalty), the payload at that of the vehicle expended
 *   2. price by its path: list, as written; rideshare, the catalogue's price per kilogram where none is written; negotiated; marginal (money/launch-cost)
 *   3. success after the flight record (physics/launch-operations, eq. 1)
 *   4. launches a year by quarter: written cadence, held by the ramp from the first quarter in which it flies (eq. 2 at the quarter's middle),
 *      times the share of the time that is not down (eq. 3). With a draw the outages are random: down-windows.ts. A market's launches of the
 *      vehicle that have a rate of their own are down as much: their rate times the share that follows from it
 *   5. acceleration from the catalogue where none is written
 */
import { marginalLaunch_usd } from "../money/index.ts";
import { flightsOfStage, launchRate_per_yr, successAfter, upShare } from "../physics/index.ts";
import { entryOf, entryValue, type Amount, type Scenario } from "../scenario/index.ts";
import { QUARTERS_PER_YEAR, quartersOf, rateByQuarter, stepsOf } from "./by-quarter.ts";
import { drawnUpShares } from "./down-windows.ts";

type Vehicle = Scenario["launch"]["vehicles"][number];

/** The scenario with its vehicles settled; those of its actors are of its own draw and seed, since there is one world. */
export const settleLaunch = (scenario: Scenario): Scenario => ({
  ...scenario,
  launch: { ...scenario.launch, vehicles: scenario.launch.vehicles.map((vehicle) => settled(scenario, vehicle)) },
  market: scenario.market === null ? null : { ...scenario.market, capacities: scenario.market.capacities.map((capacity) => standing(scenario, capacity)) },
  rivals: Object.fromEntries(Object.entries(scenario.rivals).map(([id, rival]) => [id, settleLaunch(alike(rival, scenario.uncertainty))])),
});

const alike = (rival: Scenario, { draw, seed }: Scenario["uncertainty"]): Scenario => ({ ...rival, uncertainty: { ...rival.uncertainty, draw, seed } });

const settled = (scenario: Scenario, vehicle: Vehicle): Vehicle => {
  const reliability_frac = successOf(scenario, vehicle);
  const cadence_per_yr = cadenceOf(scenario, { vehicle, reliability_frac });
  return {
    ...vehicle, ...priceOf(scenario, vehicle), reliability_frac, cadence_per_yr,
    payload_kg: vehicle.payload_kg * (1 - vehicle.reusePenalty_frac),
    gLoad: vehicle.gLoad ?? figureOf(scenario, { vehicle, name: "gLoad" }),
    access: accessOf(vehicle),
    reusePenalty_frac: 0, pricing: "list", negotiated_usd: null, cost: null, record: null, ramp: null, downtime: null,
  };
};

/** A figure that the catalogue need not have. */
const figureOf = (scenario: Scenario, { vehicle, name }: { readonly vehicle: Vehicle; readonly name: string }): number | null => {
  const figure = entryOf(scenario, { kind: "vehicles", id: vehicle.vehicle }).figures[name];
  return figure === undefined ? null : figure.value;
};

const constant = (value: number): Amount => ({ kind: "constant", value });

/** (2). */
const priceOf = (scenario: Scenario, vehicle: Vehicle): Pick<Vehicle, "price_usd" | "pricePerKg_usd_per_kg"> => {
  const { id, price_usd, pricePerKg_usd_per_kg, negotiated_usd } = vehicle;
  switch (vehicle.pricing) {
    case "list": return { price_usd, pricePerKg_usd_per_kg };
    case "rideshare": {
      if (pricePerKg_usd_per_kg !== null) return { price_usd, pricePerKg_usd_per_kg };
      return { price_usd, pricePerKg_usd_per_kg: constant(entryValue(entryOf(scenario, { kind: "vehicles", id: vehicle.vehicle }), "rideshare")) };
    }
    case "negotiated": return { price_usd: written(negotiated_usd, `launch.vehicles.${id}.negotiated`), pricePerKg_usd_per_kg: null };
    case "marginal": return { price_usd: constant(marginalOf(written(vehicle.cost, `launch.vehicles.${id}.cost`))), pricePerKg_usd_per_kg: null };
  }
};

const written = <T>(value: T | null, field: string): T => {
  if (value === null) throw new Error(`${field} must be written for this pricing`);
  return value;
};

const marginalOf = (cost: NonNullable<Vehicle["cost"]>): number => marginalLaunch_usd({
  ...cost,
  boosterFlights: flightsOfStage({ design: cost.boosterFlights, recovery_frac: cost.recovery_frac }),
  upperFlights: flightsOfStage({ design: cost.upperFlights, recovery_frac: cost.recovery_frac }),
});

/** An owner's marginal cost from its parts, where it is not written itself. */
const accessOf = ({ access, cost }: Vehicle): Vehicle["access"] =>
  access === null || cost === null || access.marginalCost_usd !== null ? access : { ...access, marginalCost_usd: constant(marginalOf(cost)) };

/** (3). */
const successOf = (scenario: Scenario, vehicle: Vehicle): number => {
  const { record, reliability_frac } = vehicle;
  if (record === null) return reliability_frac;
  const seen = (name: "successes" | "failures"): number => written(record[name] ?? figureOf(scenario, { vehicle, name }), `launch.vehicles.${vehicle.id}.record.${name} (the catalogue has no flight record of ${vehicle.vehicle})`);
  return successAfter({ ...record, successes: seen("successes"), failures: seen("failures") }).mean_frac;
};

/** (4). */
const cadenceOf = (scenario: Scenario, { vehicle, reliability_frac }: { readonly vehicle: Vehicle; readonly reliability_frac: number }): Amount => {
  const { ramp, downtime, cadence_per_yr } = vehicle;
  if (ramp === null && downtime === null) return cadence_per_yr;
  const quarters = quartersOf(scenario);
  const flies = vehicle.available_quarter ?? quarters[0]!;
  const rate = rateByQuarter(cadence_per_yr, quarters).map((n, i) =>
    (quarters[i]! < flies ? 0 : ramp === null ? n : launchRate_per_yr(ramp, { cadence_per_yr: n, since_yr: (quarters[i]! + 0.5 - flies) / QUARTERS_PER_YEAR })));
  return stepsOf(quarters, downtime === null ? rate : upRate(scenario, { vehicle, downtime, reliability_frac, rate }));
};

type Capacity = NonNullable<Scenario["market"]>["capacities"][number];

/** A market's launches with a rate of their own, less the times in which their vehicle stands. */
const standing = (scenario: Scenario, capacity: Capacity): Capacity => {
  const vehicle = scenario.launch.vehicles.find(({ id }) => id === capacity.of);
  if (capacity.kind !== "launches" || capacity.rate_per_yr === null || vehicle === undefined || vehicle.downtime === null) return capacity;
  const quarters = quartersOf(scenario);
  const flies = vehicle.available_quarter ?? quarters[0]!;
  const rate = rateByQuarter(capacity.rate_per_yr, quarters).map((n, i) => (quarters[i]! < flies ? 0 : n));
  return { ...capacity, rate_per_yr: stepsOf(quarters, upRate(scenario, { vehicle, downtime: vehicle.downtime, reliability_frac: successOf(scenario, vehicle), rate })) };
};

interface Running {
  readonly vehicle: Vehicle;
  readonly downtime: NonNullable<Vehicle["downtime"]>;
  readonly reliability_frac: number;
  /** Launches a year by quarter while nothing is down. */
  readonly rate: readonly number[];
}

const upRate = ({ uncertainty: { draw, seed } }: Scenario, { vehicle: { id }, downtime: { standDown_yr, padLoss_per_yr, padOutage_yr }, reliability_frac, rate }: Running): readonly number[] => {
  const failures_per_yr = rate.map((n) => n * (1 - reliability_frac));
  const up = draw === null
    ? failures_per_yr.map((n) => upShare({ events_per_yr: n, outage_yr: standDown_yr }) * upShare({ events_per_yr: padLoss_per_yr, outage_yr: padOutage_yr }))
    : drawnUpShares({ seed, draw, id, kinds: [{ events_per_yr: failures_per_yr, outage_yr: standDown_yr }, { events_per_yr: rate.map((n) => (n === 0 ? 0 : padLoss_per_yr)), outage_yr: padOutage_yr }] });
  return rate.map((n, i) => n * up[i]!);
};
