/** Launches of a vehicle that are on offer under its terms, whatever is flown. */
import { countMeanByQuarter } from "../by-quarter.ts";
import { accessTerms } from "./access.ts";
import type { LaunchVehicle } from "./lift.ts";

/** By quarter; `first` is the first quarter in which anything of one's own can fly. */
export const launchesOffered = (vehicle: LaunchVehicle, { quarters, first }: { readonly quarters: readonly number[]; readonly first: number }): readonly number[] =>
  accessTerms(vehicle, { quarters, first: Math.max(first, vehicle.available_quarter ?? first), cadence: countMeanByQuarter(vehicle.cadence_per_yr, quarters), usd: quarters.map(() => 0) }).slots;
