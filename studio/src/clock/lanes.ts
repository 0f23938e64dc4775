/** What happens when, as lanes of bars: eclipses, passes, launches, times away, jobs. */
import type { Section, Table } from "dawndusk/report";
import type { Happenings, JobDays, Sky } from "dawndusk/service";
import { satelliteName } from "dawndusk/service";
import type { Colours } from "./colours.ts";
import { quarterStart_s, timeText, type Span } from "./time-scale.ts";

export interface Bar extends Span {
  /** "umbra of dawn plane 1 satellite 4" */
  readonly text: string;
  readonly colour: keyof Colours;
  /** 0 to 1 of the lane's height; 1 where nothing is compared. */
  readonly high: number;
  /** Satellite that a click selects; null where the event is of none. */
  readonly satellite: number | null;
}

export interface Lane {
  readonly id: string;
  readonly name: string;
  /** By start. */
  readonly bars: readonly Bar[];
}

const STATION_HUES: readonly (keyof Colours)[] = ["hue-one", "hue-three", "hue-four", "hue-five", "hue-six", "hue-seven", "hue-two"];

export const eventLanes = (sky: Sky, { satellites, events }: Pick<Happenings, "satellites" | "events">): readonly Lane[] =>
  satellites.flatMap((satellite): readonly Lane[] => {
    const name = satelliteName(sky, satellite);
    const own = events.filter((event) => event.satellite === satellite);
    const stations = sky.stations.map(({ id }) => id);
    const dark = own.filter(({ kind }) => kind !== "pass").map(({ kind, start_s, end_s }): Bar => ({ start_s, end_s, text: sky.kind === "fleet" ? `${kind} of ${name}` : kind, colour: kind === "umbra" ? "ink" : "edge", high: kind === "umbra" ? 0.6 : 1, satellite }));
    const seen = own.flatMap(({ kind, station, start_s, end_s, elevationMax_deg }): readonly Bar[] => (kind !== "pass" ? [] : [{ start_s, end_s, text: `pass ${sky.kind === "fleet" ? `of ${name} ` : ""}over ${station}, up to ${elevationMax_deg!.toFixed(0)} deg`, colour: STATION_HUES[stations.indexOf(station!) % STATION_HUES.length]!, high: 1, satellite }]));
    // One platform alone needs no name.
    const of = sky.kind === "fleet" ? `: ${name}` : "";
    return [{ id: `eclipses-${satellite}`, name: `Eclipses${of}`, bars: dark }, ...(stations.length === 0 ? [] : [{ id: `passes-${satellite}`, name: `Passes${of}`, bars: seen }])];
  });

/** The manifest of the answer, as it is shown on the build-out's page. */
const manifestOf = (sections: readonly Section[]): Table | null => {
  for (const { body } of sections) for (const piece of body) if (piece.kind === "figure" && piece.chart.table.id === "manifest") return piece.chart.table;
  return null;
};

/** A lane a vehicle and a site: what is launched or bought in each quarter. */
export const manifestLanes = (sections: readonly Section[]): readonly Lane[] => {
  const table = manifestOf(sections);
  if (table === null) return [];
  const starts = table.rows.map(([quarter]) => (typeof quarter === "string" ? quarterStart_s(quarter) : null));
  return table.columns.slice(1).flatMap(({ name, unit }, c): readonly Lane[] => {
    const amounts = table.rows.map((row) => Number(row[c + 1]));
    const most = Math.max(...amounts);
    const bars = amounts.flatMap((amount, r): readonly Bar[] => {
      const start_s = starts[r];
      return !(amount > 0) || start_s == null ? [] : [{ start_s, end_s: starts[r + 1] ?? start_s + 91 * 86_400, text: `${Number(amount.toPrecision(4))} ${unit}, ${name}, ${String(table.rows[r]![0])}`, colour: unit === "launches" ? "hue-orbit" : "hue-ground", high: 0.15 + (0.85 * amount) / most, satellite: null }];
    });
    return bars.length === 0 ? [] : [{ id: `manifest-${c}`, name: unit === "launches" ? `Launches: ${name}` : `Bought: ${name}`, bars }];
  });
};

/** Lanes of the days of jobs: how full each tier is, hour by hour, and what is away. */
export const jobLanes = ({ pools, bars, away, start_s, end_s }: JobDays): readonly Lane[] => {
  const hours = Math.ceil((end_s - start_s) / 3600);
  const tiers = (["orbit", "ground"] as const).flatMap((tier): readonly Lane[] => {
    const nodes = pools.reduce((sum, pool) => sum + (pool.tier === tier ? pool.nodes : 0), 0);
    if (nodes === 0) return [];
    const used = new Float64Array(hours);
    for (let i = 0; i < bars.start_s.length; i++) {
      if (pools[bars.pool[i]!]!.tier !== tier) continue;
      for (let h = Math.max(0, Math.floor((bars.start_s[i]! - start_s) / 3600)); h < hours && start_s + h * 3600 < bars.end_s[i]!; h++)
        used[h]! += (bars.nodes[i]! * Math.max(0, Math.min(bars.end_s[i]!, start_s + (h + 1) * 3600) - Math.max(bars.start_s[i]!, start_s + h * 3600))) / 3600;
    }
    return [{ id: `jobs-${tier}`, name: `Jobs: ${tier === "orbit" ? "orbit" : "ground"}`, bars: Array.from(used).flatMap((busy, h): readonly Bar[] => (busy === 0 ? [] : [{ start_s: start_s + h * 3600, end_s: start_s + (h + 1) * 3600, text: `${busy.toFixed(1)} of ${nodes} nodes busy ${tier === "orbit" ? "in orbit" : "on the ground"}, ${timeText(start_s + h * 3600)}`, colour: tier === "orbit" ? "hue-orbit" : "hue-ground", high: Math.min(1, busy / nodes), satellite: null }])) }];
  });
  if (away.length === 0) return tiers;
  return [...tiers, { id: "away", name: "Maintenance and outages", bars: away.map(({ pool, nodes, start_s: from, end_s: to, cause, known }): Bar => ({ start_s: from, end_s: to, text: `${cause}: ${nodes} of ${pool}`, colour: known ? "hue-four" : "bad", high: 1, satellite: null })) }];
};

/** First and last instant of any bar and of the flown period. */
export const boundsOf = (flown: Span, lanes: readonly Lane[]): Span => lanes.reduce((span, { bars }) => bars.reduce(({ start_s, end_s }, bar) => ({ start_s: Math.min(start_s, bar.start_s), end_s: Math.max(end_s, bar.end_s) }), span), flown);

/** The first bar that begins after a time, and the last that began before it. */
export const nextStart = (lanes: readonly Lane[], t_s: number): number | null => {
  const starts = lanes.flatMap(({ bars }) => bars.find(({ start_s }) => start_s > t_s + 0.5)?.start_s ?? []);
  return starts.length === 0 ? null : Math.min(...starts);
};

export const startBefore = (lanes: readonly Lane[], t_s: number): number | null => {
  const starts = lanes.flatMap(({ bars }) => bars.findLast(({ start_s }) => start_s < t_s - 0.5)?.start_s ?? []);
  return starts.length === 0 ? null : Math.max(...starts);
};
