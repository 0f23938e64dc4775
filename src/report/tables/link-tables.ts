/** What a platform sends to its stations, and what the exchange of gradients takes of training over several platforms. */
import type { DownlinkSummary, OrbitTraining, Service, StationLink } from "../../serve/index.ts";
import { formatFigure, formatPercent, scaleFor } from "../format.ts";
import { numberColumn, wordColumn, type Table } from "../table.ts";

/** Tables of computed links; none where rates are as written and no class trains a model. */
export const linkTables = (service: Service): readonly Table[] => [
  ...(service.downlink === null ? [] : [downlinkTable(service.downlink)]),
  ...(service.classes.some(({ training }) => training !== null) ? [trainingTable(service)] : []),
];

/** One row a station. */
export const downlinkTable = (downlink: DownlinkSummary): Table => {
  const scale = scaleFor(downlink.byStation.reduce((most, one) => Math.max(most, one.clear_B_per_day), 0), "B");
  const passScale = scaleFor(downlink.byStation.reduce((most, { overheadPass_B }) => Math.max(most, overheadPass_B ?? 0), 0), "B");
  const pass = (data_B: number | null): number | null => (data_B === null ? null : data_B / passScale.divisor);
  const rate = (name: string) => numberColumn(name, "Gb/s");
  return {
    id: "downlink",
    title: downlink.kind === "radio" ? "Radio downlink of a platform" : "Laser downlink of a platform",
    columns: [wordColumn("station"), numberColumn("in view", "min/d"), rate("lowest"), rate("mean"), rate("overhead"), numberColumn("there", "%"), numberColumn("sent", `${scale.unit}/d`), numberColumn("clear sky", `${scale.unit}/d`), numberColumn("a pass", passScale.unit), numberColumn("through zenith", passScale.unit), wordColumn("rain stops")],
    rows: [
      ...downlink.byStation.map((one) => [one.id, one.minutes_per_day, one.lowest_Gbps, one.rate_Gbps, one.overhead_Gbps, 100 * one.available_frac, one.B_per_day / scale.divisor, one.clear_B_per_day / scale.divisor, pass(one.pass_B), pass(one.overheadPass_B), rainText(one.rainStops)]),
      ["all", null, null, null, null, null, downlink.B_per_day / scale.divisor, downlink.clear_B_per_day / scale.divisor, null, null, "-"],
      ...downlink.missing.map((id) => [id, null, null, null, null, null, 0, null, null, null, "-"]),
    ],
    note: downlinkNote(downlink),
  };
};

/** Share of the year, or the side of it on which the method ends. */
const rainText = (rainStops: StationLink["rainStops"]): string => {
  if (rainStops === null) return "-";
  if (rainStops.status === "within") return `${formatFigure(rainStops.percent)} %`;
  return `${rainStops.status === "rarer" ? "<" : ">"} ${formatFigure(rainStops.than_percent)} %`;
};

const dutyNote = ({ duty }: DownlinkSummary): string =>
  duty === null ? "" : ` One terminal that takes passes as they come is at them, or turning, ${formatPercent(duty.duty_frac)} of the time; it serves ${formatFigure(duty.served_per_day)} a day and misses ${formatFigure(duty.missed_per_day)}.`;

const downlinkNote = (downlink: DownlinkSummary): string => {
  const { kind, diversity, missing } = downlink;
  const rates = kind === "radio" ? "Rates through gas and the rain of the availability asked for; there: share of the year." : "Rates by the terminal's; there: share of the time that the line of sight is clear.";
  const unknown = missing.length === 0 ? "" : ` No figure of clouds: ${missing.join(", ")}.`;
  const passes = ` A pass: mean of passes, and one through the zenith.${kind === "radio" ? " Rain stops: share of the year at the lowest elevation." : ""}${dutyNote(downlink)}`;
  if (diversity === null) return rates + passes + unknown;
  return `${rates}${passes} Any station clear ${formatPercent(diversity.anyClear_frac)} of the time (independent ${formatPercent(diversity.independent_frac)}, the clearest alone ${formatPercent(diversity.best_frac)}).${unknown}`;
};

/** One row a class that trains a model. */
export const trainingTable = ({ classes }: Service): Table => ({
  id: "training",
  title: "Training over linked platforms",
  columns: [wordColumn("class"), wordColumn("model"), numberColumn("platforms", ""), wordColumn("fabric"), numberColumn("apart", "km"), numberColumn("link", "Gb/s"), numberColumn("bisection", "Gb/s"), wordColumn("link held by"), numberColumn("compute", "s"), numberColumn("exchange", "s"), numberColumn("step", "s"), numberColumn("computing", "%")],
  rows: classes.flatMap(({ id, training: t }) => (t === null ? [] : [[id, t.model, t.platforms, t.fabric, t.distance_km, t.link_Gbps, t.bisection_Gbps, boundText(t), t.compute_s, t.exchange_s, t.step_s, 100 * t.computing_frac]])),
  note: "Rate of one link each way between neighbours at their farthest; bisection: across the worst halving of the fabric; step and exchange of gradients once a step. Computing: share of a step, which the class's useful share in orbit is multiplied by.",
});

const boundText = ({ binds, beams }: OrbitTraining): string => (beams === null ? binds : `${binds}, ${beams} ${beams === 1 ? "beam" : "beams"}`);
