/**
 * A period of one representative platform, minute by minute: orbit, light, power, heat and ground contacts; beside it the scenario's fleet
 * (fleet.ts), and a year of every ground site by the hour (fly-sites.ts).
 * Equations stand with their parts: course, flown-orbit, sun-path, kernel/shadow-arc, platform, operate, contacts. See docs/theory/fly.md.
 *
 * Assumes: circular J2 orbit (or none about the Earth: course.ts), platform at its ascending node at the start with a full battery, age constant over the flight.
 * Range: 200-100,000 km, steps of 1-600 s.
 * Accuracy: year and worst day outside the umbra within 2e-4 and 5e-4 of eclipse_dawn_dusk.csv; energies balance to 1e-9.
 */
import type { Scenario } from "../scenario/index.ts";
import type { PlatformSizing, Sizing } from "../size/index.ts";
import { chargeTally, tallyCharge } from "./charge-cycles.ts";
import { chipHeat, heatChips } from "./chip-heat.ts";
import { contactsOf, meetStations } from "./contacts.ts";
import { courseOf } from "./course.ts";
import { betaColumn, dailyTally, tallyDays } from "./daily.ts";
import { rangeTally, tallyRange } from "./earth-range.ts";
import type { FleetCrew } from "./fleet-crew.ts";
import type { OnFlown } from "./fleet.ts";
import type { Flight, FlightSummary, SeriesSink } from "./flight.ts";
import { fleetLedger, flightLedger } from "./flight-ledger.ts";
import { arcLight, lightTally, tallyLight } from "./light.ts";
import { initialState, operate, operation, operationTotals } from "./operate.ts";
import { flySites } from "./fly-sites.ts";
import type { FlownSites, SiteSink } from "./fly-sites.ts";
import { flownPlatform } from "./platform.ts";
import { flownAge_yr } from "./flown-age.ts";
import { deliveredBy, fleetNotes, scenarioFleet } from "./scenario-fleet.ts";
import { BLOCK_ROWS, flightSpan } from "./span.ts";
import { sitesLedger } from "./site-ledger.ts";
import { flightNotes, flightSummary } from "./summary.ts";
import type { Flown } from "./summary.ts";
import { sunPath } from "./sun-path.ts";

type Orbit = NonNullable<Scenario["orbit"]>;

export interface FlyPorts {
  /** Takes the platform's series, SERIES_COLUMNS, in blocks. */
  readonly sink?: SeriesSink;
  /** Takes a site's series by its name, SITE_COLUMNS. */
  readonly siteSink?: SiteSink;
  /** Takes the fleet's series, FLEET_COLUMNS, in blocks. */
  readonly fleetSink?: SeriesSink;
  /** Who flies the fleet; in the calling thread unless told. */
  readonly crew?: FleetCrew;
  /** Ends the fleet's flight, and `fly` then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Told how far the fleet has flown. */
  readonly onFlown?: OnFlown;
}

/** Flies one representative platform over the scenario's period, and its fleet where it has one; rejects with the field's name when a number cannot be flown. */
export async function fly(scenario: Scenario, sizing: Sizing, { sink, siteSink, ...fleetPorts }: FlyPorts = {}): Promise<Flight> {
  const ground = flySites(scenario, sizing, siteSink);
  if (scenario.orbit === null) return notFlown(ground, []);
  if (sizing.status === "infeasible" || sizing.platform === null) return notFlown(ground, ["Not flown: the platform does not close."]);
  const flown = flyPeriod(scenario, { orbit: scenario.orbit, sized: sizing.platform }, sink);
  const summary = flightSummary(flown);
  const fleet = await scenarioFleet(scenario, sizing.platform, fleetPorts);
  const ledger = [...flightLedger(summary), ...(fleet ? fleetLedger(fleet) : []), ...sitesLedger(ground.sites)];
  return { summary, fleet, sites: ground.sites, delivered: deliveredBy(summary, fleet), ledger, notes: [...ground.notes, ...flightNotes(summary, flown), ...(fleet ? fleetNotes(scenario, { fleet, summary, sized: sizing.platform }) : [])] };
}

/** The representative platform alone, in one go, for loops over platforms; null where it does not close or there is no orbit. */
export const flyPlatform = (scenario: Scenario, { status, platform }: Pick<Sizing, "status" | "platform">): FlightSummary | null =>
  (scenario.orbit === null || status === "infeasible" || platform === null ? null : flightSummary(flyPeriod(scenario, { orbit: scenario.orbit, sized: platform }, undefined)));

const notFlown = ({ sites, notes: ofSites }: FlownSites, notes: readonly string[]): Flight => ({ summary: null, fleet: null, sites, delivered: null, ledger: sitesLedger(sites), notes: [...notes, ...ofSites] });

function flyPeriod(scenario: Scenario, { orbit: wanted, sized }: { readonly orbit: Orbit; readonly sized: PlatformSizing }, sink: SeriesSink | undefined): Flown {
  const span = flightSpan(scenario.simulate);
  const course = courseOf(wanted, span);
  const age_yr = flownAge_yr(scenario.simulate, wanted);
  const platform = flownPlatform(sized, age_yr);
  const state = initialState(platform);
  const totals = operationTotals(state);
  const contacts = contactsOf(scenario, BLOCK_ROWS);
  const heat = chipHeat(scenario, { sized, platform }, state.panel_K);
  const flown: Flown = { span, age_yr, life_yr: wanted.life_yr, sized, heat, charge: chargeTally(1), platform, state, totals, contacts, light: lightTally(span.days), days: dailyTally(span.days), range: rangeTally(BLOCK_ROWS) };

  const path = sunPath(BLOCK_ROWS);
  const light = arcLight(BLOCK_ROWS);
  const flows = operation(BLOCK_ROWS);
  const t_s = new Float64Array(BLOCK_ROWS);
  const beta_deg = new Float64Array(BLOCK_ROWS);
  const columns = [t_s, light.lit_frac, beta_deg, flows.array_W, flows.it_W, flows.bus_W, flows.charge_frac, flows.panel_K, contacts.inView];

  for (let firstStep = 0; firstStep < span.steps; firstStep += BLOCK_ROWS) {
    const rows = Math.min(BLOCK_ROWS, span.steps - firstStep);
    const block = { firstStep, rows };
    for (let i = 0; i < rows; i++) t_s[i] = (firstStep + i) * span.step_s;
    course.lighten(block, path, light);
    tallyLight(flown.light, light, span, block);
    operate(platform, state, { lit_frac: light.lit_frac, path }, { rows, step_s: span.step_s }, totals, flows);
    if (heat !== null) heatChips(heat, flows, { rows, step_s: span.step_s });
    tallyCharge(flown.charge, flows.charge_frac, rows);
    meetStations(contacts, course, span, block);
    tallyRange(flown.range, course, block);
    betaColumn(path.sinBeta, rows, beta_deg);
    tallyDays(flown.days, { it_W: flows.it_W, beta_deg, inView: contacts.inView }, span, block);
    sink?.write(columns, rows);
  }
  return flown;
}
