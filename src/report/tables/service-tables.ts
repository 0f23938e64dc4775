/** Which class of demand may run where, and the replayed week. */
import type { ClassOnTier, Replay, Service } from "../../serve/index.ts";
import { formatFigure, formatPercent, scaleFor } from "../format.ts";
import { numberColumn, wordColumn, type Table } from "../table.ts";

const tierText = (tier: ClassOnTier): string => {
  if (!tier.eligible) return `no: ${tier.why}`;
  const link = tier.linkLimit_frac < 1 ? `, link carries ${formatPercent(tier.linkLimit_frac)}` : "";
  const useful = tier.useful_frac < 1 ? `, ${formatPercent(tier.useful_frac)} of the work kept` : "";
  return `yes, ${formatFigure(tier.latencyMedian_ms)} / ${formatFigure(tier.latency_ms)} ms${link}${useful}`;
};

const highest = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, Math.abs(b)), 0);

/** One row a class: what it wants and where it may run. */
export const classTable = (service: Service): Table => {
  const scale = scaleFor(highest(service.classes.flatMap((c) => c.demand_W)), "W");
  return {
    id: "classes",
    title: "Classes of demand",
    columns: [wordColumn("class"), wordColumn("kind"), numberColumn("first", scale.unit), numberColumn("last", scale.unit), numberColumn("peak/mean", ""), wordColumn("ground"), wordColumn("orbit")],
    rows: service.classes.map((c) => [
      c.id, c.kind, (c.demand_W[0] ?? Number.NaN) / scale.divisor, (c.demand_W.at(-1) ?? Number.NaN) / scale.divisor, c.peakToMean, tierText(c.tier.ground), tierText(c.tier.orbit),
    ]),
    note: `IT power wanted in the first and the last quarter; round trips of users, median / 95th percentile. Of nameplate, ${formatPercent(service.available_frac.ground)} is there to be used on the ground and ${formatPercent(service.available_frac.orbit)} in orbit.`,
  };
};

/** The replayed week by class: energy by tier, waiting, and data moved. */
export const replayTable = (replay: Replay): Table => {
  const energy = scaleFor(highest(replay.byClass.map((c) => c.wanted_Wh)), "Wh");
  const data = scaleFor(highest(replay.byClass.map((c) => c.moved_B)), "B");
  const it = (name: string) => numberColumn(name, energy.unit);
  return {
    id: "replay",
    title: "The replayed week by class",
    columns: [wordColumn("class"), it("wanted"), it("ground"), it("orbit"), it("deferred"), it("unserved"), numberColumn("moved", data.unit)],
    rows: replay.byClass.map((c) => [
      c.id, ...[c.wanted_Wh, c.ground_Wh, c.orbit_Wh, c.deferred_Wh, c.unserved_Wh].map((x) => x / energy.divisor), c.moved_B / data.divisor,
    ]),
    note: replay.groundPool_W === 0 ? "" : `Electricity of the ground: ${formatFigure(replay.groundCarbon_g_per_kWh)} g CO2 a kWh of IT, ${formatFigure(replay.groundCarbon_t_per_yr)} t a year at this week's pace.`,
  };
};

/** What sums of watts leave over. */
const ROUNDING = 1e-9;

/** The replayed week by the hour. What waits is what is wanted in the hour and neither served nor given up in it. */
export const hourlyTable = (replay: Replay): Table => {
  const { wanted_W, ground_W, orbit_W, unserved_W } = replay.hourly;
  const scale = scaleFor(highest(wanted_W), "W");
  const row = (wanted: number, i: number): readonly number[] => {
    const [ground, orbit, unserved] = [ground_W[i]!, orbit_W[i]!, unserved_W[i]!];
    const waits = wanted - (ground + orbit + unserved);
    return [ground, orbit, unserved, waits > wanted * ROUNDING ? waits : 0, wanted];
  };
  return {
    id: "hourly",
    title: "The replayed week by the hour",
    columns: [wordColumn("hour"), ...["ground", "orbit", "unserved", "deferred", "wanted"].map((name) => numberColumn(name, scale.unit))],
    rows: wanted_W.map((wanted, i) => [String(i), ...row(wanted, i).map((x) => x / scale.divisor)]),
    note: "Deferred: wanted in this hour, served or given up in a later one. Where the layers pass what is wanted, work that waited is served or given up.",
  };
};
