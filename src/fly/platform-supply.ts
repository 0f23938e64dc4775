/**
 * What platforms give to jobs over some days, by the step: power, heat, store and the stations that see them. One representative platform is flown at
 * each of some places spread evenly along its orbit; platforms of one place share light and contacts.
 *
 *   1. place k of n stands 2 pi k/n ahead of the representative platform
 *   2. shed: power for jobs = IT power served in flight under full load (operate, equations 2 and 5), no store
 *      ride-through: power = (array - bus - refill)/draw per IT, not below 0, with refill what the bus takes out of the store in the longest
 *      shadow, put back in light; the store for jobs = (allowed depth x capacity x discharge efficiency - bus in that shadow)/draw per IT
 *   3. heat = IT power at which the junction stands at its limit, at the panel's temperature under full load at the step's start
 *
 * Assumes: load below full leaves the panel cooler and the store fuller, so that what is told here is there. In (2) the longest shadow is that
 * of the sizing, also on days without one.
 * Range and accuracy: those of `fly`; (2) and (3) against the flight itself in test/fly.
 */
import type { Scenario } from "../scenario/index.ts";
import type { PlatformSizing } from "../size/index.ts";
import { JULIAN_YEAR_S } from "../units/index.ts";
import { contactsOf, ELEVATION_BIN_DEG, meetStations, writeViews } from "./contacts.ts";
import { courseAhead, courseOf, type Block, type Course } from "./course.ts";
import { flownAge_yr } from "./flown-age.ts";
import { arcLight } from "./light.ts";
import { initialState, operate, operation, operationTotals } from "./operate.ts";
import { flownPlatform, type FlownPlatform } from "./platform.ts";
import { BLOCK_ROWS, flightSpan, type FlightSpan } from "./span.ts";
import { sunPath } from "./sun-path.ts";

export interface SupplyWindow {
  readonly start_utc_s: number;
  readonly days: number;
}

/** Of one platform, one value a step of `step_s` from the window's start. */
export interface PlatformSupply {
  readonly step_s: number;
  /** For IT, at its input. */
  readonly power_W: Float64Array;
  /** IT power whose heat the panel takes. */
  readonly heat_W: Float64Array;
  /** What the store holds for IT, at its input; null where IT sleeps in shadow. */
  readonly store: { readonly capacity_J: number; readonly roundTrip_frac: number } | null;
  /** Each station that a downlink can use: the 2-degree bin of elevation at which it sees the platform, from 1 on; 0 out of view. */
  readonly views: readonly StationView[];
}

export interface StationView {
  readonly station: string;
  readonly bin: Uint8Array;
}

export interface FleetSupply {
  /** Of the platforms' life, at the age that is flown. */
  readonly lifeLeft_s: number;
  readonly places: readonly PlatformSupply[];
  /** Width of the bins of elevation in their views. */
  readonly elevationBin_deg: number;
}

/** Flies a platform at each of `places` places; empty without a platform that closes. Throws with the field's name where a number cannot be flown. */
export const fleetSupply = (scenario: Scenario, sized: PlatformSizing, { window, places }: { readonly window: SupplyWindow; readonly places: number }): FleetSupply => {
  const { orbit } = scenario;
  if (orbit === null) throw new Error("fleetSupply: the scenario has no orbit");
  const within: Scenario = { ...scenario, simulate: { ...scenario.simulate, ...window } };
  const span = flightSpan(within.simulate);
  const age_yr = flownAge_yr(scenario.simulate, orbit);
  const platform = flownPlatform(sized, age_yr);
  const courses = Array.from({ length: places }, (_, k) => (k === 0 ? courseOf(orbit, span) : courseAhead(orbit, span, (2 * Math.PI * k) / places)));
  return { lifeLeft_s: Math.max(0, orbit.life_yr - age_yr) * JULIAN_YEAR_S, places: courses.map((course) => placeSupply(within, { course, span, platform, sized })), elevationBin_deg: ELEVATION_BIN_DEG };
};

interface Place {
  readonly course: Course;
  readonly span: FlightSpan;
  readonly platform: FlownPlatform;
  readonly sized: PlatformSizing;
}

const placeSupply = (scenario: Scenario, { course, span, platform, sized }: Place): PlatformSupply => {
  const state = initialState(platform);
  const totals = operationTotals(state);
  const contacts = contactsOf(scenario, BLOCK_ROWS);
  const [path, light, flows] = [sunPath(BLOCK_ROWS), arcLight(BLOCK_ROWS), operation(BLOCK_ROWS)];
  const supply = { step_s: span.step_s, power_W: new Float64Array(span.steps), heat_W: new Float64Array(span.steps), store: storeFor(platform, sized), views: contacts.stations.map(({ id }) => ({ station: id, bin: new Uint8Array(span.steps) })) };
  const bins = supply.views.map(({ bin }) => bin);
  for (let firstStep = 0; firstStep < span.steps; firstStep += BLOCK_ROWS) {
    const block: Block = { firstStep, rows: Math.min(BLOCK_ROWS, span.steps - firstStep) };
    course.lighten(block, path, light);
    const before_K = state.panel_K;
    operate(platform, state, { lit_frac: light.lit_frac, path }, { rows: block.rows, step_s: span.step_s }, totals, flows);
    meetStations(contacts, course, span, block);
    writeViews(contacts, block, bins);
    for (let i = 0; i < block.rows; i++) {
      const at = firstStep + i;
      supply.power_W[at] = platform.ridesThrough ? besideBus_W(platform, sized, flows.array_W[i]!) : flows.it_W[i]!;
      supply.heat_W[at] = heatLimit_W(platform, i === 0 ? before_K : flows.panel_K[i - 1]!);
    }
  }
  return supply;
};

const busInShadow_J = ({ busDraw_W }: FlownPlatform, { orbit }: PlatformSizing): number => busDraw_W * orbit.shadowMax_s;

/** Equation 2, of a platform that rides through. */
const besideBus_W = (platform: FlownPlatform, sized: PlatformSizing, array_W: number): number => {
  const { charge_frac, discharge_frac } = platform.battery;
  const light_s = sized.orbit.period_s - sized.orbit.shadowMax_s;
  const refill_W = busInShadow_J(platform, sized) / (charge_frac * discharge_frac * light_s);
  return Math.max(0, array_W - platform.busDraw_W - refill_W) / platform.drawPerIt;
};

const storeFor = (platform: FlownPlatform, sized: PlatformSizing): PlatformSupply["store"] => {
  if (!platform.ridesThrough) return null;
  const { capacity_J, charge_frac, discharge_frac } = platform.battery;
  const left_J = (capacity_J - platform.itFloor_J) * discharge_frac - busInShadow_J(platform, sized);
  return { capacity_J: Math.max(0, left_J) / platform.drawPerIt, roundTrip_frac: charge_frac * discharge_frac };
};

/** Equation 3; a platform without a rise from panel to junction is held by nothing but the panel's own limit. */
const heatLimit_W = ({ junctionMax_K, junctionRise_K, itPeak_W }: FlownPlatform, panel_K: number): number => {
  const room_K = junctionMax_K - panel_K;
  if (room_K <= 0) return 0;
  return junctionRise_K === 0 ? itPeak_W : (itPeak_W * room_K) / junctionRise_K;
};
