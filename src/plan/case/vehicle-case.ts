/**
 * A launch vehicle as the planner sees it.
 *
 *   1. launches on offer in a quarter = cadence x share / 4, from the first quarter in which it flies for the scenario; on other terms: access.ts
 *   2. price of a launch: as written; or $/kg x wet mass of the platforms that one carries, so that each pays for its own mass: a price per
 *      kilogram is that of a shared service to the wanted orbit, and the climb only limits how many fit
 *   3. a learning price falls with the mass (or the launches) that the vehicle would have flown by the middle of the quarter at its
 *      own cadence, for all customers, counted from the reference quantity in the first quarter in which it is available: a linear
 *      program cannot hold a price that depends on what it decides
 *
 *   4. a customer reserves launches with a lead (families/orders.ts); a partner's share is reserved, and an owner asks nobody
 *
 * Launches are whole numbers when they are bought as launches and at most WHOLE_LAUNCHES of them are on offer over the horizon;
 * otherwise continuous.
 */
import { learnedValue } from "../../scenario/index.ts";
import type { Amount } from "../../scenario/index.ts";
import { countMeanByQuarter, QUARTERS_PER_YEAR, startByQuarter } from "../by-quarter.ts";
import { accessTerms } from "./access.ts";
import type { Lift, LaunchVehicle } from "./lift.ts";

type Carried = Omit<Lift, "limits">;
import { orderTerms } from "./order-terms.ts";
import type { VehicleCase } from "../plan-case.ts";

export const WHOLE_LAUNCHES = 1000;

export interface VehicleContext {
  readonly name: string;
  readonly quarters: readonly number[];
  readonly lift: Carried;
  /** First quarter in which a platform can fly at all. */
  readonly first_quarter: number;
  /** Life of what it carries, quarters. */
  readonly life: number;
  /** What a dollar of it counts when the plan decides. */
  readonly charge: number;
}

/** One vehicle, with launches and prices by quarter. */
export const vehicleCase = (vehicle: LaunchVehicle, { name, quarters, lift, first_quarter, life, charge }: VehicleContext): VehicleCase => {
  assertSettled(vehicle);
  const first = Math.max(first_quarter, vehicle.available_quarter ?? first_quarter);
  const cadence = countMeanByQuarter(vehicle.cadence_per_yr, quarters);
  const { slots, usd, source, termsFrom, committed, stake, others } = accessTerms(vehicle, { quarters, first, cadence, usd: launchPrices(vehicle, { quarters, cadence, full_kg: billed_kg(vehicle, lift) }) });
  return {
    id: vehicle.id,
    name,
    reliability: vehicle.reliability_frac,
    charge,
    slots,
    hold: { mass_t: billed_kg(vehicle, lift) / 1000, volume_m3: vehicle.fairingVolume_m3 * vehicle.packing_frac },
    integer: vehicle.pricePerKg_usd_per_kg === null && slots.reduce((sum, n) => sum + Math.ceil(n), 0) <= WHOLE_LAUNCHES,
    launch: { subsystem: `launch on ${vehicle.id}`, boundary: "launch", life, source: source ?? listed(vehicle), usd },
    order: vehicle.access === null || vehicle.access.mode === "customer" ? orderTerms(vehicle.order) : null,
    termsFrom, committed, stake, others,
  };
};

/** Mass of a full launch: its payload less packing; where it is bought by the kilogram, that of the platforms in it. */
const billed_kg = (vehicle: LaunchVehicle, lift: Carried): number =>
  (vehicle.pricePerKg_usd_per_kg === null || lift.perLaunch === 0 ? Math.max(0, lift.payload_kg) * vehicle.packing_frac : lift.perLaunch * lift.unit_kg);

const listed = ({ id, pricePerKg_usd_per_kg }: LaunchVehicle): string => (pricePerKg_usd_per_kg === null ? `launch.vehicles.${id}.price` : `launch.vehicles.${id}.pricePerKg x wet mass`);

/** What a scenario says of price paths, records, ramps and outages must have been written into price, reliability and cadence. */
const assertSettled = ({ id, pricing, cost, record, ramp, downtime, reusePenalty_frac }: LaunchVehicle): void => {
  if (pricing !== "list" || reusePenalty_frac !== 0 || [cost, record, ramp, downtime].some((group) => group !== null)) throw new Error(`launch.vehicles.${id} is not settled: hand the plan a scenario of settleLaunch (dawndusk/market), as run does`);
};

/** Price of one launch in each quarter; `full_kg` is what a full one holds. */
export const launchPrices = (vehicle: LaunchVehicle, { quarters, cadence, full_kg }: { readonly quarters: readonly number[]; readonly cadence: readonly number[]; readonly full_kg: number }): readonly number[] => {
  const perKg = vehicle.pricePerKg_usd_per_kg;
  if (perKg === null) return startByQuarter(vehicle.price_usd, quarters);
  if (perKg.kind !== "learning") return startByQuarter(perKg, quarters).map((price) => price * full_kg);
  return learnedPath(perKg, { vehicle, quarters, cadence }).map((price) => price * full_kg);
};

type Learning = Extract<Amount, { kind: "learning" }>;

const learnedPath = (learning: Learning, { vehicle, quarters, cadence }: { readonly vehicle: LaunchVehicle; readonly quarters: readonly number[]; readonly cadence: readonly number[] }): readonly number[] => {
  const perLaunch = learning.by === "mass" ? vehicle.payload_kg : 1;
  let flown = 0;
  return quarters.map((q, i) => {
    if (vehicle.available_quarter !== null && q < vehicle.available_quarter) return learning.first;
    const inQuarter = (cadence[i]! * perLaunch) / QUARTERS_PER_YEAR;
    flown += inQuarter;
    return learnedValue(learning, learning.reference + flown - inQuarter / 2);
  });
};
