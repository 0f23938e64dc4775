/** Eclipses and passes of some satellites within a span: those that `dawndusk eclipses` and `dawndusk passes` list. */
import { atEpoch, planeTrajectory } from "../ephemeris/index.ts";
import { eclipses, passes } from "../events/index.ts";
import { numberColumn, wordColumn, type Table } from "../report/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { DAY_S } from "../units/index.ts";
import { planeOfSatellite } from "./sky-frame.ts";
import { satelliteName } from "./sky-place.ts";
import { skyOf, type Sky } from "./sky.ts";

export interface Happening {
  readonly satellite: number;
  /** A penumbra runs from first to last contact: it contains its umbra. */
  readonly kind: "penumbra" | "umbra" | "pass";
  /** The station of a pass. */
  readonly station: string | null;
  /** Seconds since 1970, UTC. */
  readonly start_s: number;
  readonly end_s: number;
  /** Under way at an end of the span: that edge was not seen. */
  readonly openAtStart: boolean;
  readonly openAtEnd: boolean;
  /** Highest elevation of a pass. */
  readonly elevationMax_deg: number | null;
  /** Least part of the Sun's disc in view in an eclipse. */
  readonly litMin_frac: number | null;
}

export interface HappeningsAsked {
  readonly satellites: readonly number[];
  readonly start_s: number;
  readonly end_s: number;
}

export interface Happenings extends HappeningsAsked {
  /** By start. */
  readonly events: readonly Happening[];
  readonly table: Table;
  readonly told: readonly string[];
}

/** Satellites times days: some five seconds. */
const SATELLITE_DAYS_MOST = 2000;

const trajectoryOf = (sky: Sky, satellite: number, { start_s, end_s }: HappeningsAsked) => {
  const plane = planeOfSatellite(sky.planes, satellite);
  const { epoch_s } = sky;
  const phase_rad = (2 * Math.PI * (satellite - plane.first)) / plane.satellites;
  return atEpoch(planeTrajectory({ name: satelliteName(sky, satellite), objectId: null, orbit: plane.orbit, phase_rad, epoch_s, span: { start_s: start_s - epoch_s, end_s: end_s - epoch_s } }), start_s);
};

const eventsOf = (sky: Sky, satellite: number, asked: HappeningsAsked): readonly Happening[] => {
  const trajectory = trajectoryOf(sky, satellite, asked);
  const span = { start_s: asked.start_s, end_s: asked.end_s };
  const dark = eclipses(trajectory, span, { earth: "sphere" }).eclipses.map((one): Happening => ({ satellite, station: null, elevationMax_deg: null, ...one }));
  const stations = sky.stations.map((station) => ({ ...station, height_km: 0 }));
  const seen = stations.length === 0 ? [] : passes([trajectory], stations, span).passes.map(({ station, start_s, end_s, openAtStart, openAtEnd, elevationMax_deg }): Happening => ({ satellite, kind: "pass", station: stations[station]!.id, start_s, end_s, openAtStart, openAtEnd, elevationMax_deg, litMin_frac: null }));
  return [...dark, ...seen];
};

/** Everything of a span, by time; fewer satellites or a shorter span are answered where too much is asked, and that is told. */
export const happeningsOf = (scenario: Scenario, asked: HappeningsAsked): Happenings => {
  const sky = skyOf(scenario);
  const days = (asked.end_s - asked.start_s) / DAY_S;
  const most = Math.max(1, Math.floor(SATELLITE_DAYS_MOST / days));
  const within = asked.satellites.filter((satellite) => satellite < sky.satellites);
  const satellites = within.slice(0, most);
  const events = satellites.flatMap((satellite) => eventsOf(sky, satellite, asked)).toSorted((a, b) => a.start_s - b.start_s || a.satellite - b.satellite);
  const told = within.length > most ? [`Events of the first ${most} of ${within.length} satellites: a shorter time shows more.`] : [];
  return { ...asked, satellites, events, table: eventTable(sky, events), told };
};

const clock = (t_s: number, open: string): string => `${open}${new Date(Math.round(t_s * 1000)).toISOString().replace("T", " ").replace("Z", "")}`;

const eventTable = (sky: Sky, events: readonly Happening[]): Table => ({
  id: "happenings", title: "Eclipses and passes",
  note: 'UTC; "<" began before, ">" goes on after the time looked at. A penumbra runs from first to last contact: it contains its umbra.',
  columns: [wordColumn("event"), wordColumn("satellite"), wordColumn("station"), numberColumn("start", ""), numberColumn("end", ""), numberColumn("lasts", "s"), numberColumn("highest", "deg"), numberColumn("least light", "")],
  rows: events.map(({ kind, satellite, station, start_s, end_s, openAtStart, openAtEnd, elevationMax_deg, litMin_frac }) => [
    kind, satelliteName(sky, satellite), station, clock(start_s, openAtStart ? "<" : ""), clock(end_s, openAtEnd ? ">" : ""),
    ((Math.round(end_s * 1000) - Math.round(start_s * 1000)) / 1000).toFixed(3),
    elevationMax_deg === null ? null : elevationMax_deg.toFixed(1), litMin_frac === null ? null : litMin_frac.toFixed(4),
  ]),
});
