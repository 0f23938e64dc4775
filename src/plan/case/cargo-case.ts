/**
 * What is brought to platforms in service, and on what.
 *
 *   1. in a hold: (1 + container) tonnes for a tonne of cargo, and that over the density as stowed
 *   2. a vehicle carries it if it reaches the orbit at all and its acceleration is no more than the cargo bears: a launcher that throws
 *      brings propellant, panels and beams, never a server
 */
import type { Scenario } from "../../scenario/index.ts";
import { QUARTERS_PER_YEAR } from "../by-quarter.ts";
import { safeNames } from "../model-builder.ts";
import type { CargoCase } from "../plan-case.ts";
import type { LaunchVehicle, LiftNumbers } from "./lift.ts";

type Orbit = NonNullable<Scenario["orbit"]>;
type Cargo = Orbit["cargo"][number];

export interface Carrier {
  readonly vehicle: LaunchVehicle;
  readonly lift: LiftNumbers;
}

const carries = ({ gMax }: Cargo, { vehicle, lift }: Carrier): boolean => lift.payload_kg > 0 && (vehicle.gLoad === null || vehicle.gLoad <= gMax);

/** Whether a vehicle can bring anything that platforms use. */
export const carriesCargo = ({ cargo }: Orbit, carrier: Carrier): boolean => cargo.some((one) => carries(one, carrier));

/** The cargoes that platforms use at all; throws where nothing can bring one. */
export const cargoCases = ({ cargo }: Orbit, { carriers, quarters, option }: { readonly carriers: readonly Carrier[]; readonly quarters: readonly number[]; readonly option: number }): readonly CargoCase[] => {
  const stranded = cargo.find((one) => one.need_kg_per_yr > 0 && carriers.every((carrier) => !carries(one, carrier)));
  if (stranded !== undefined && carriers.length > 0) throw new Error(`orbit.cargo.${stranded.id}: no vehicle of the scenario can bring it: its gMax is ${stranded.gMax}`);
  const used = cargo.filter(({ need_kg_per_yr }) => need_kg_per_yr > 0);
  const names = safeNames(used.map(({ id }) => id));
  return used.map((one, i) => ({
    id: one.id, name: names[i]!, option,
    need_t: one.need_kg_per_yr / 1000 / QUARTERS_PER_YEAR,
    hold: { t: 1 + one.container_frac, m3: (1000 * (1 + one.container_frac)) / one.density_kg_per_m3 },
    price: { subsystem: one.id, boundary: "operations", source: `orbit.cargo.${one.id}.price`, usd: quarters.map(() => 1000 * one.price_usd_per_kg) },
    vehicles: carriers.flatMap((carrier, v) => (carries(one, carrier) ? [v] : [])),
  }));
};
