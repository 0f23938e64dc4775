/** What `passes` prints. */
import { passes } from "../events/index.ts";
import type { EventSpan, Pass } from "../events/index.ts";
import { formatFigure, numberColumn, textTable, wordColumn, wrapText, type Cell, type Table } from "../report/index.ts";
import { formatUtc, MINUTE_S } from "../units/index.ts";
import { guardEvents, withinLimit } from "./event-limit.ts";
import { byTime, PASS_COLUMNS, passRows } from "./event-rows.ts";
import { utcMilliseconds } from "./event-text.ts";
import { readForEvents } from "./event-trajectories.ts";
import type { ExitCode } from "./exit-code.ts";
import { UsageError } from "./failure.ts";
import { DATA_COLUMNS, dataCells, passDataOf, refuseData, type PassData } from "./pass-data.ts";
import { checkEventOptions, showEvents, type EventOptions } from "./show-events.ts";
import { stationsAsked, type StationOptions } from "./station-options.ts";
import type { Terminal } from "./terminal.ts";
import type { NamedStation, TrajectorySource } from "./trajectories.ts";
import type { TrajectoryOptions } from "./trajectory-options.ts";

export interface PassesOptions extends TrajectoryOptions, StationOptions, EventOptions {
  readonly data?: true;
}

export const showPasses = async (source: string, options: PassesOptions, terminal: Terminal): Promise<ExitCode> => {
  checkEventOptions(options);
  // What names no station, whatever the scenario has, is told before it is read.
  stationsAsked(options, []);
  const found = await readForEvents(source, options, terminal);
  if (options.data === true) refuseData(found.scenario, options);
  const stations = stationsAsked(options, found.stations);
  if (stations.length === 0) throw new UsageError(`"${source}" names no ground station`, "--station <id> takes one of the catalogue (dawndusk catalog stations), --at <lat,lon> any place");
  const { trajectories, start_s, end_s, notes } = found;
  const part = { count: trajectories.length, eventsOf: (i: number, span: EventSpan) => passes([trajectories[i]!], stations, span).passes.length };
  const whose = `passes of ${trajectories.length} satellites over ${stations.length} stations`;
  guardEvents([part], { start_s, end_s }, whose);
  const all = [...withinLimit(passesOfEach(found, stations), (own) => own.length, whose)].flat();
  const data = options.data !== true || found.scenario === null ? null : await passDataOf(found, found.scenario, { all, stations });
  const rows = passRows(all, trajectories, stations);
  const shown = {
    rows: byTime(data === null ? [...rows] : rows.map((row, i) => ({ ...row, extra: { ...row.extra, ...dataCells(data[i]!) } }))),
    extra: data === null ? PASS_COLUMNS : [...PASS_COLUMNS, ...DATA_COLUMNS],
    head: { start_utc: utcMilliseconds(start_s), end_utc: utcMilliseconds(end_s), stations, notes },
    table: () => tableText(all, { found, stations, data }, terminal),
  };
  return showEvents(shown, options, terminal);
};

/** Passes satellite by satellite. */
export function* passesOfEach({ trajectories, start_s, end_s }: TrajectorySource, stations: readonly NamedStation[]): Generator<readonly Pass[]> {
  for (const [satellite, trajectory] of trajectories.entries()) yield passes([trajectory], stations, { start_s, end_s }).passes.map((pass) => ({ ...pass, satellite }));
}

interface Listed {
  readonly found: TrajectorySource;
  readonly stations: readonly NamedStation[];
  readonly data: readonly PassData[] | null;
}

function* tableText(all: readonly Pass[], { found, stations, data }: Listed, { look }: Terminal): Generator<string> {
  const wrapped = (text: string): string => `${wrapText(text, look.width).join("\n")}\n`;
  const masks = [...new Set(stations.map(({ elevationMin_deg }) => elevationMin_deg))].map(formatFigure).join(", ");
  const places = stations.length === 1 ? "1 station" : `${stations.length} stations`;
  yield wrapped(`Passes over ${places} at ${masks} deg and higher, ${formatUtc(found.start_s)} to ${formatUtc(found.end_s)}.`);
  let from = 0;
  for (const [satellite, { name }] of found.trajectories.entries()) {
    // Passes come satellite by satellite.
    const first = from;
    while (from < all.length && all[from]!.satellite === satellite) from++;
    const own = all.slice(first, from);
    const ownData = data === null ? null : data.slice(first, from);
    yield `\n${wrapped(`${name}: ${own.length === 1 ? "1 pass" : `${own.length} passes`}`)}`;
    if (own.length > 0) yield `${textTable(passTable(own, { stations, data: ownData }), look.width).join("\n")}\n`;
  }
  yield `\n${wrapped(data === null ? LEGEND : `${LEGEND} ${DATA_LEGEND}`)}`;
}

const LEGEND = 'UTC; "<" in view already, ">" still in view at that end of the time looked at (or of the positions there are): no rise or set was seen.';

/** A pass and what it carries, by time. */
const byRise = (own: readonly Pass[], data: readonly PassData[] | null): readonly { readonly pass: Pass; readonly carried: PassData | null }[] =>
  own.map((pass, i) => ({ pass, carried: data === null ? null : data[i]! })).toSorted((a, b) => a.pass.start_s - b.pass.start_s);

const DATA_LEGEND = 'Data: over the scenario\'s downlink, the weather\'s share taken off; none for a pass that is cut. "missed": the satellite\'s one terminal is at another station, or turning.';

const passTable = (own: readonly Pass[], { stations, data }: Pick<Listed, "stations" | "data">): Table => ({
  id: "passes", title: "Passes", note: "",
  columns: [wordColumn("station"), numberColumn("rise", ""), numberColumn("culmination", ""), numberColumn("set", ""), numberColumn("highest", "deg"), numberColumn("lasts", "min"), ...(data === null ? [] : [numberColumn("data", "GB")])],
  rows: byRise(own, data).map(({ pass, carried }): readonly Cell[] => [
    stations[pass.station]!.id,
    `${pass.openAtStart ? "<" : ""}${daySecond(pass.start_s)}`, timeAfter(pass.culmination_s, pass.start_s), `${pass.openAtEnd ? ">" : ""}${timeAfter(pass.end_s, pass.start_s)}`,
    pass.elevationMax_deg.toFixed(1), ((pass.end_s - pass.start_s) / MINUTE_S).toFixed(2),
    ...(carried === null ? [] : [carried.served ? carried.data_GB : "missed"]),
  ]),
});

/** "2027-01-01 12:34:56". */
const daySecond = (t_s: number): string => formatUtc(Math.round(t_s)).replace("T", " ").replace("Z", "");

/** The time of day, with the date where it is another day's. */
const timeAfter = (t_s: number, start_s: number): string => {
  const text = daySecond(t_s);
  return text.slice(0, 10) === daySecond(start_s).slice(0, 10) ? text.slice(11) : text;
};
