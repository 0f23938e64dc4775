/**
 * What a decision at a quarter makes of a scenario. Orbit's own calendar is what follows from deciding at the first date: deciding later
 * moves it as much.
 */
import { countAt, type Amount, type Scenario } from "../../scenario/index.ts";
import { quarterStart_s } from "../../units/index.ts";

type Orbit = NonNullable<Scenario["orbit"]>;

const orbitOf = ({ orbit }: Scenario): Orbit => {
  if (orbit === null) throw new Error("options: a decision on orbit, and the scenario has none");
  return orbit;
};

const quartersOf = ({ horizon }: Scenario): readonly number[] => Array.from({ length: Math.round(horizon.years_yr * 4) }, (_, i) => horizon.start_quarter + i);

const steps = (quarters: readonly number[], valueAt: (quarter: number) => number): Amount => ({ kind: "schedule", interpolation: "step", t_s: quarters.map(quarterStart_s), value: quarters.map(valueAt) });

const countIn = (amount: Amount, quarter: number): number => countAt(amount, quarterStart_s(quarter));

/** Counts as they were `later` quarters ago; none before the horizon. */
const shifted = (scenario: Scenario, amount: Amount, later: number): Amount =>
  (later === 0 ? amount : steps(quartersOf(scenario), (quarter) => (quarter - later < scenario.horizon.start_quarter ? 0 : countIn(amount, quarter - later))));

/** Everything in orbit so many quarters later. */
export const orbitLater = (scenario: Scenario, later: number): Scenario => {
  const orbit = orbitOf(scenario);
  return {
    ...scenario,
    orbit: {
      ...orbit,
      firstLaunch_quarter: (orbit.firstLaunch_quarter ?? scenario.horizon.start_quarter) + later,
      factoryRate_per_yr: shifted(scenario, orbit.factoryRate_per_yr, later),
      fleetMax: shifted(scenario, orbit.fleetMax, later),
      target: orbit.target === null ? null : shifted(scenario, orbit.target, later),
    },
  };
};

/** No more platforms than a pilot has, and no more promised. */
export const pilotOnly = (scenario: Scenario, pilot: number): Scenario => {
  const orbit = orbitOf(scenario);
  const most = (amount: Amount): Amount => steps(quartersOf(scenario), (quarter) => Math.min(pilot, countIn(amount, quarter)));
  return { ...scenario, orbit: { ...orbit, fleetMax: most(orbit.fleetMax), target: orbit.target === null ? null : most(orbit.target) } };
};

/** A pilot until a quarter, then the rest, with the calendar of all as much later as that is after the first date. */
export const pilotThenRest = (scenario: Scenario, { pilot, first, at }: { readonly pilot: number; readonly first: number; readonly at: number }): Scenario => {
  const all = orbitOf(scenario);
  const small = orbitOf(pilotOnly(scenario, pilot));
  const late = orbitOf(orbitLater(scenario, at - first));
  const joined = (before: Amount, after: Amount): Amount => steps(quartersOf(scenario), (quarter) => (quarter < at ? countIn(before, quarter) : Math.max(countIn(before, quarter), countIn(after, quarter))));
  return {
    ...scenario,
    orbit: {
      ...all, fleetMax: joined(small.fleetMax, late.fleetMax),
      target: small.target === null || late.target === null ? null : joined(small.target, late.target),
      factoryRate_per_yr: steps(quartersOf(scenario), (quarter) => countIn(quarter < at ? all.factoryRate_per_yr : late.factoryRate_per_yr, quarter)),
    },
  };
};

/** Nothing more is built in orbit from a quarter on, and nothing promised. */
export const orbitGivenUp = (scenario: Scenario, at: number): Scenario => {
  const orbit = orbitOf(scenario);
  const until = (amount: Amount): Amount => steps(quartersOf(scenario), (quarter) => (quarter < at ? countIn(amount, quarter) : 0));
  return { ...scenario, orbit: { ...orbit, factoryRate_per_yr: until(orbit.factoryRate_per_yr), target: orbit.target === null ? null : until(orbit.target) } };
};

/** A customer of a vehicle, whatever its access says. */
export const vehicleAsCustomer = (scenario: Scenario, id: string): Scenario => vehicleWith(scenario, { id, change: (access) => ({ ...access, mode: "customer", from_quarter: null }) });

/** A vehicle of one's own from a quarter on; payments for it, and control where a deal brings it, come as much later as that is after the first date. */
export const vehicleOwned = (scenario: Scenario, { id, first, at }: { readonly id: string; readonly first: number; readonly at: number }): Scenario => vehicleWith(scenario, {
  id,
  change: (access) => ({
    ...access, mode: "owner", from_quarter: at,
    ownerFrom_quarter: access.ownerFrom_quarter === null ? null : access.ownerFrom_quarter + at - first,
    payments: access.payments.map((payment) => ({ ...payment, at_quarter: payment.at_quarter + at - first })),
  }),
});

type Access = NonNullable<Scenario["launch"]["vehicles"][number]["access"]>;

const vehicleWith = (scenario: Scenario, { id, change }: { readonly id: string; readonly change: (access: Access) => Access }): Scenario => ({
  ...scenario,
  launch: {
    ...scenario.launch,
    vehicles: scenario.launch.vehicles.map((vehicle) => (vehicle.id !== id || vehicle.access === null ? vehicle : { ...vehicle, access: change(vehicle.access) })),
  },
});
