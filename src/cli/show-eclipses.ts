/** What `eclipses` writes. */
import { eclipses, type Eclipse, type EventSpan } from "../events/index.ts";
import type { Trajectory } from "../ephemeris/index.ts";
import { numberColumn, textTable, wordColumn, type Table } from "../report/index.ts";
import { formatUtc, HOUR_S, MINUTE_S } from "../units/index.ts";
import { guardEvents, withinLimit } from "./event-limit.ts";
import { rounded } from "./event-rows.ts";
import { utcMilliseconds, type EventRow } from "./event-text.ts";
import { readForEvents } from "./event-trajectories.ts";
import type { ExitCode } from "./exit-code.ts";
import { UsageError } from "./failure.ts";
import { checkEventOptions, showEvents, type EventOptions } from "./show-events.ts";
import type { Terminal } from "./terminal.ts";
import type { TrajectorySource } from "./trajectories.ts";
import type { TrajectoryOptions } from "./trajectory-options.ts";

export interface EclipseListOptions extends TrajectoryOptions, EventOptions {
  readonly ellipsoid?: true;
}

/** Columns of an eclipse beyond those of every event. */
export const ECLIPSE_COLUMNS = ["litMin_frac"] as const;

/** Eclipses of one satellite. */
export interface SatelliteEclipses {
  readonly satellite: string;
  readonly eclipses: readonly Eclipse[];
  readonly flown: EventSpan;
}

export const showEclipses = async (source: string, options: EclipseListOptions, terminal: Terminal): Promise<ExitCode> => {
  checkEventOptions(options);
  const found = await readForEvents(source, options, terminal);
  const earth = options.ellipsoid === true ? "ellipsoid" : "sphere";
  const whose = `eclipses of ${found.trajectories.length} satellites`;
  guardEvents([{ count: found.trajectories.length, eventsOf: (i, span) => eclipsesOf(found.trajectories[i]!, span, earth).eclipses.length }], found, whose);
  const all = [...withinLimit(eclipsesOfEach(found, earth), (one) => one.eclipses.length, whose)];
  const shown = {
    rows: all.flatMap(eclipseRows),
    extra: ECLIPSE_COLUMNS,
    head: { start_utc: utcMilliseconds(found.start_s), end_utc: utcMilliseconds(found.end_s), earth, notes: found.notes },
    table: () => [all.map((one) => eclipseText(one, terminal.look.width)).join("\n"), LEGEND],
  };
  return showEvents(shown, options, terminal);
};

function* eclipsesOfEach(found: TrajectorySource, earth: "sphere" | "ellipsoid"): Generator<SatelliteEclipses> {
  for (const trajectory of found.trajectories) yield eclipsesOf(trajectory, found, earth);
}

/** Eclipses of a satellite, for the part of the span in which it has positions. Throws UsageError where it cannot be followed. */
export const eclipsesOf = (trajectory: Trajectory, span: EventSpan, earth: "sphere" | "ellipsoid"): SatelliteEclipses => {
  try {
    return { satellite: trajectory.name, ...eclipses(trajectory, { start_s: span.start_s, end_s: span.end_s }, { earth }) };
  } catch (error) {
    // A satellite that comes down within the span.
    if (error instanceof RangeError) throw new UsageError(error.message, "choose another time, or leave that satellite out");
    throw error;
  }
};

/** A Sun that is right to 36 arcsec moves the least light of a graze by 2 %: digits beyond the table's say nothing. */
const LIGHT_PER_UNIT = 1e4;

/** Eclipses in the shape that every event is written in. */
export const eclipseRows = ({ satellite, eclipses: found }: SatelliteEclipses): readonly EventRow[] =>
  found.map(({ kind, start_s, end_s, openAtStart, openAtEnd, litMin_frac }) => ({ satellite, kind, partner: null, start_s, end_s, openAtStart, openAtEnd, extra: { litMin_frac: rounded(litMin_frac, LIGHT_PER_UNIT) } }));

const LEGEND = `
A penumbra runs from first to last contact: it contains its umbra. UTC; "<" began before, ">" goes on after the time looked at.
The Sun is right to 36 arcsec: edges to 0.16 s at 650 km, 2.4 s geostationary, 10 s at 100,000 km, and less well where an eclipse grazes.
`;

const eclipseText = (one: SatelliteEclipses, width: number): string => {
  const head = `${one.satellite}, ${formatUtc(one.flown.start_s)} to ${formatUtc(one.flown.end_s)}: ${summary(one.eclipses)}`;
  return `${[head, ...(one.eclipses.length === 0 ? [] : textTable(eclipseTable(one.eclipses), width))].join("\n")}\n`;
};

const summary = (found: readonly Eclipse[]): string => (found.length === 0 ? "no eclipse" : (["umbra", "penumbra"] as const).map((kind) => kindSummary(found.filter((e) => e.kind === kind), kind)).join("; "));

const kindSummary = (found: readonly Eclipse[], kind: string): string => {
  if (found.length === 0) return `no ${kind}`;
  const lengths_s = found.map(({ start_s, end_s }) => end_s - start_s);
  const total_h = lengths_s.reduce((sum, s) => sum + s, 0) / HOUR_S;
  const longest_min = lengths_s.reduce((most, s) => Math.max(most, s), 0) / MINUTE_S;
  return `${found.length} ${kind}${found.length === 1 ? "" : "s"}, ${total_h.toFixed(2)} h in all, longest ${longest_min.toFixed(1)} min`;
};

const eclipseTable = (found: readonly Eclipse[]): Table => ({
  id: "eclipses", title: "Eclipses", note: "",
  columns: [wordColumn("kind"), numberColumn("start", ""), numberColumn("end", ""), numberColumn("length", "s"), numberColumn("least light", "")],
  rows: found.map(({ kind, start_s, end_s, openAtStart, openAtEnd, litMin_frac }) => [
    kind,
    `${openAtStart ? "<" : ""}${clock(start_s)}`,
    `${openAtEnd ? ">" : ""}${clock(end_s)}`,
    ((Math.round(end_s * 1000) - Math.round(start_s * 1000)) / 1000).toFixed(3),
    litMin_frac.toFixed(4),
  ]),
});

const clock = (t_s: number): string => utcMilliseconds(t_s).replace("T", " ").replace("Z", "");
