/** The scenario's fleet: flown, set beside the representative platform, and what a reader should know of it. */
import type { Scenario } from "../scenario/index.ts";
import type { PlatformSizing } from "../size/index.ts";
import { DAY_S } from "../units/index.ts";
import { flyFleet } from "./fleet.ts";
import type { OnFlown } from "./fleet.ts";
import type { FleetCrew } from "./fleet-crew.ts";
import { fleetPeriod } from "./fleet-extent.ts";
import { fleetPlanes } from "./fleet-planes.ts";
import type { FleetFlight, ShellTotals } from "./fleet-record.ts";
import type { Delivered, FlightSummary, SeriesSink } from "./flight.ts";
import { flownAge_yr } from "./flown-age.ts";
import { filedNotes, scenarioPlanes } from "./scenario-planes.ts";
import { flightSpan } from "./span.ts";

interface FleetPortsOfFly { readonly fleetSink?: SeriesSink; readonly crew?: FleetCrew; readonly signal?: AbortSignal; readonly onFlown?: OnFlown }

/** Days after which a fleet has met every season. */
const YEAR_D = 365;

/** Every satellite of the scenario's fleet over simulate.fleetDays; null without a fleet. */
export async function scenarioFleet(scenario: Scenario, sized: PlatformSizing, { fleetSink, ...ports }: FleetPortsOfFly): Promise<FleetFlight | null> {
  const { orbit, simulate } = scenario;
  if (!orbit?.fleet) return null;
  const period = fleetPeriod(simulate);
  const planes = fleetPlanes(scenarioPlanes(scenario, flightSpan({ ...simulate, ...period }).start_jd));
  return flyFleet({ planes, sized, age_yr: flownAge_yr(simulate, orbit), simulate: period }, { ...ports, ...(fleetSink ? { sink: fleetSink } : {}) });
}

/** The fleet's share where it flew for a year, else the platform's. */
export function deliveredBy(summary: Pick<FlightSummary, "delivered_frac">, fleet: FleetFlight | null): Delivered {
  if (fleet !== null && fleet.duration_s >= YEAR_D * DAY_S) return { delivered_frac: fleet.fleet.delivered_frac, origin: "fleet" };
  return { delivered_frac: summary.delivered_frac, origin: "platform" };
}

const daysText = (days: number): string => (days === 1 ? "a day" : `${days} days`);
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** Shells within this of the platform's orbit are called the same. */
const SAME_KM = 1;
const SAME_DEG = 0.1;

type SizedOrbit = PlatformSizing["orbit"];

const isElsewhere = ({ altitude_km, inclination_deg }: ShellTotals, { altitude_km: sized_km, inclination_deg: sized_deg }: SizedOrbit): boolean =>
  sized_km === null || sized_deg === null || altitude_km.some((h) => Math.abs(h - sized_km) > SAME_KM) || inclination_deg.some((i) => Math.abs(i - sized_deg) > SAME_DEG);

const placeOf = ({ altitude_km, inclination_deg }: SizedOrbit): string =>
  altitude_km === null ? "its own orbit" : `${altitude_km.toFixed(0)} km${inclination_deg === null ? "" : ` and ${inclination_deg.toFixed(2)} deg`}`;

interface FleetAndPlatform { readonly fleet: FleetFlight; readonly summary: FlightSummary; readonly sized: PlatformSizing }

/** What a reader of the fleet should know, in words. */
export function fleetNotes({ orbit }: Pick<Scenario, "orbit">, { fleet, summary, sized }: FleetAndPlatform): string[] {
  const days = fleet.duration_s / DAY_S;
  const wanted = orbit?.fleet ?? null;
  const elsewhere = fleet.shells.filter((shell) => isElsewhere(shell, sized.orbit)).map(({ id }) => id);
  const short = fleet.shells.filter(({ busShort_J }) => busShort_J > 0).map(({ id, busShort_J, bus_J }) => `${id} (${percent(busShort_J / (busShort_J + bus_J))} of it)`);
  const floor_frac = sized.battery.capacity_J === 0 ? 0 : 1 - sized.battery.depthOfDischarge_frac;
  const deep = fleet.shells.filter(({ lowestCharge_frac }) => lowestCharge_frac < floor_frac - 1e-9).map(({ id, lowestCharge_frac }) => `${percent(lowestCharge_frac)} in ${id}`);
  const shares = `The fleet delivers ${percent(fleet.fleet.delivered_frac)} of its IT energy over ${daysText(days)}, the representative platform ${percent(summary.delivered_frac)} over ${daysText(summary.duration_s / DAY_S)}: `;
  return [
    ...fleet.notes,
    shares + (days >= YEAR_D ? "later stages take the fleet's share." : `later stages take the platform's share, for the fleet flew less than ${YEAR_D} days.`),
    ...(wanted === null ? [] : filedNotes(wanted)),
    ...(elsewhere.length === 0 ? [] : [`Satellites of ${elsewhere.join(", ")} are the platform sized for ${placeOf(sized.orbit)}, flown elsewhere: array, battery and radiator are not sized anew; contacts and links stay those of the platform.`]),
    ...(deep.length === 0 ? [] : [`Batteries fall to ${deep.join(", ")}, below their allowed depth of discharge (${percent(floor_frac)} left): they would age faster than sized.`]),
    ...(short.length === 0 ? [] : [`The bus goes short of power in ${short.join(", ")}: the battery is sized for a shadow of ${(sized.orbit.shadowMax_s / 60).toFixed(1)} min.`]),
  ];
}
