/**
 * Ground contacts of the platform, sampled at the middle of each step.
 *
 *   1. position of date (course) turned by GMST (physics/earth-frame), Earth's rate within a block
 *   2. in view at or above the elevation mask over the WGS 84 horizon (kernel/visibility)
 *   3. where the downlink is computed (network.downlink), minutes by elevation, in bins of 2 degrees; a time in which several
 *      stations are in view is divided among them
 *   4. there also the duty of one terminal that takes passes as they come, and turns from one to the next for network.downlink.slew
 *      (physics/pass-bytes, eq. 3); passes are known to a step
 *
 * A laser has no contact with a station of whose clouds nothing is known (scenario/stations).
 */
import { countPasses, forEachElevation, forEachRun, observerList, rowWords, sightKernel, tallyElevations, turnPositions } from "../kernel/index.ts";
import type { Observer, PassCount } from "../kernel/index.ts";
import { gmst_rad, stationEarthFixed_km, stationZenith, terminalDuty } from "../physics/index.ts";
import { entryOf, entryValue, usableStations } from "../scenario/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { DAY_S, EARTH_ROTATION_RAD_PER_S, MINUTE_S, RADIANS_PER_DEGREE } from "../units/index.ts";
import { courseOf, type Block, type Course } from "./course.ts";
import type { ContactDuty, ContactSummary } from "./flight.ts";
import { BLOCK_ROWS, flightSpan, type FlightSpan } from "./span.ts";

export interface Contacts {
  readonly stations: readonly { readonly id: string; readonly observer: Observer; readonly count: PassCount; readonly elevations: Float64Array | null }[];
  /** Of what looks down; null where the downlink is as written. */
  readonly terminal: Terminal | null;
  /** The stations' observers as the kernel takes them, and the bits of the rows that each sees. */
  readonly list: Float64Array;
  readonly seen: Uint32Array;
  readonly xyz: Float64Array;
  /** Stations in view, per step of the block. */
  readonly inView: Float64Array;
  rowsInView: number;
  gap: number;
  longestGap: number;
}

export const contactsOf = (scenario: Scenario, rows: number): Contacts => {
  const stations = usableStations(scenario).map(({ id, station }) => ({ id, observer: observerOf(scenario, station), count: noPass(), elevations: computesDownlink(scenario) ? new Float64Array(ELEVATION_BINS) : null }));
  const list = observerList(stations.map(({ observer }) => observer));
  return { stations, list, terminal: terminalOf(scenario), seen: new Uint32Array(stations.length * rowWords(rows)), xyz: new Float64Array(3 * rows), inView: new Float64Array(rows), rowsInView: 0, gap: 0, longestGap: 0 };
};

const ELEVATION_BINS = 45;
/** Width of a bin of elevation. */
export const ELEVATION_BIN_DEG = 90 / ELEVATION_BINS;

const computesDownlink = ({ network }: Scenario): boolean => network.downlink !== null && network.downlink.kind !== "written";

/** Steps from which, and before which, each station sees the platform. */
interface Terminal { readonly slew_s: number; readonly runs: readonly { readonly from: number; to: number }[][] }

const terminalOf = (scenario: Scenario): Terminal | null => {
  const { downlink } = scenario.network;
  return downlink === null || downlink.kind === "written" ? null : { slew_s: downlink.slew_s, runs: usableStations(scenario).map(() => []) };
};

const noPass = (): PassCount => ({ up: false, passes: 0, rowsInView: 0 });

function observerOf(scenario: Scenario, id: string): Observer {
  const entry = entryOf(scenario, { kind: "stations", id });
  // The catalogue gives no heights; 1 km of height moves a rise at 10 deg by under a second.
  const place = { latitude_deg: entryValue(entry, "latitude"), longitude_deg: entryValue(entry, "longitude"), height_km: 0 };
  const sinMask = Math.sin(scenario.network.elevationMin_deg * RADIANS_PER_DEGREE);
  const position = stationEarthFixed_km(place);
  if (!position.every(Number.isFinite) || !Number.isFinite(sinMask)) throw new Error(`station ${id}: latitude, longitude or network.elevationMin is not a finite number`);
  return { position, zenith: stationZenith(place), sinMask };
}

/** Counts the contacts of `rows` steps from `firstStep` on. */
export function meetStations(contacts: Contacts, course: Course, span: FlightSpan, block: Block): void {
  const { firstStep, rows } = block;
  const start_s = (firstStep + 0.5) * span.step_s;
  contacts.inView.fill(0, 0, rows);
  if (contacts.stations.length > 0) {
    course.place(block, contacts.xyz);
    turnPositions(contacts.xyz, rows, { start_rad: gmst_rad(span.start_jd + start_s / DAY_S), perRow_rad: EARTH_ROTATION_RAD_PER_S * span.step_s });
    sightKernel.seenRows(contacts.xyz, rows, contacts.list, contacts.seen);
    const words = rowWords(rows);
    const seenBy = (i: number): Uint32Array => contacts.seen.subarray(i * words, (i + 1) * words);
    contacts.terminal?.runs.forEach((runs, i) => keepRuns(runs, { seen: seenBy(i), firstStep, rows }));
    contacts.stations.forEach(({ count }, i) => countPasses(seenBy(i), rows, count, contacts.inView));
    contacts.stations.forEach(({ observer, elevations }, i) => {
      if (elevations !== null) tallyElevations(contacts.xyz, seenBy(i), rows, observer, { inView: contacts.inView, bins: elevations });
    });
  }
  countGaps(contacts, rows);
}

/** Writes each station's bin of elevation, from 1 on, for the rows of a block that was just met; rows out of its view stay as they are. */
export function writeViews({ stations, seen, xyz }: Contacts, { firstStep, rows }: Block, views: readonly Uint8Array[]): void {
  const words = rowWords(rows);
  stations.forEach(({ observer }, i) => {
    const bins = views[i]!;
    forEachElevation(xyz, seen.subarray(i * words, (i + 1) * words), rows, observer, (row, elevation_rad) => {
      bins[firstStep + row] = 1 + Math.min(ELEVATION_BINS - 1, Math.floor(elevation_rad / RADIANS_PER_DEGREE / ELEVATION_BIN_DEG));
    });
  });
}

/** Adds a block's passes to those before; one that goes on from the last block's end is one pass. */
function keepRuns(runs: { readonly from: number; to: number }[], { seen, firstStep, rows }: { readonly seen: Uint32Array; readonly firstStep: number; readonly rows: number }): void {
  forEachRun(seen, rows, (first, last) => {
    const before = runs.at(-1);
    const to = firstStep + last + 1;
    if (first === 0 && before !== undefined && before.to === firstStep) before.to = to;
    else runs.push({ from: firstStep + first, to });
  });
}

const dutyOf = ({ slew_s, runs }: Terminal, { steps, step_s }: Pick<FlightSpan, "steps" | "step_s">): ContactDuty => {
  const span_s = steps * step_s;
  const { duty_frac, served, missed } = terminalDuty(runs.flat().map(({ from, to }) => ({ start_s: from * step_s, end_s: to * step_s })), { terminals: 1, slew_s, span_s });
  return { duty_frac, served_per_day: (served.length * DAY_S) / span_s, missed_per_day: (missed.length * DAY_S) / span_s };
};

function countGaps(contacts: Contacts, rows: number): void {
  for (let i = 0; i < rows; i++) {
    if (contacts.inView[i]! > 0) {
      contacts.rowsInView++;
      contacts.gap = 0;
    } else if (++contacts.gap > contacts.longestGap) contacts.longestGap = contacts.gap;
  }
}

/** Contacts of a scenario's platform over some days from `simulate.start`, without flying it; null without stations or orbit. */
export function contactsOver(scenario: Scenario, days: number): ContactSummary | null {
  if (scenario.orbit === null || usableStations(scenario).length === 0) return null;
  const span = flightSpan({ ...scenario.simulate, days });
  const course = courseOf(scenario.orbit, span);
  const contacts = contactsOf(scenario, BLOCK_ROWS);
  for (let firstStep = 0; firstStep < span.steps; firstStep += BLOCK_ROWS) meetStations(contacts, course, span, { firstStep, rows: Math.min(BLOCK_ROWS, span.steps - firstStep) });
  return contactSummary(contacts, span);
}

/** Contacts over the whole flight; a gap at its start or end counts as far as it was flown. */
export function contactSummary(contacts: Contacts, { steps, step_s }: FlightSpan): ContactSummary {
  const days = (steps * step_s) / DAY_S;
  const minutes = (rows: number) => (rows * step_s) / MINUTE_S;
  return {
    stations: contacts.stations.length,
    passes_per_day: contacts.stations.reduce((sum, { count }) => sum + count.passes, 0) / days,
    minutes_per_day: minutes(contacts.rowsInView) / days,
    longestGap_min: minutes(contacts.longestGap),
    ...(contacts.terminal === null ? {} : { duty: dutyOf(contacts.terminal, { steps, step_s }) }),
    byStation: contacts.stations.map(({ id, count, elevations }) => ({
      id, passes_per_day: count.passes / days, minutes_per_day: minutes(count.rowsInView) / days,
      ...(elevations === null ? {} : { elevation_min_per_day: Array.from(elevations, (rows) => minutes(rows) / days) }),
    })),
  };
}
