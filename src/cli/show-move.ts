/** What `move` prints. */
import { moveData, SAMPLES_MAX, stationNode, type DataMoved, type FlowMoved } from "../network/index.ts";
import { formatFigure, formatScaled, factTable, textTable, wrapText, type Fact } from "../report/index.ts";
import { table } from "../scenario/index.ts";
import { formatUtc, HOUR_S } from "../units/index.ts";
import { utcMilliseconds } from "./event-text.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { UsageError } from "./failure.ts";
import { jsonText } from "./json-text.ts";
import { latencyCase, type LatencyCase } from "./latency-network.ts";
import { step_s, withStart, type LatencyOptions } from "./latency-options.ts";
import { tryFile, writeFile } from "./out-file.ts";
import { printPieces } from "./print-pieces.ts";
import { quantityOption } from "./quantity-option.ts";
import type { Terminal } from "./terminal.ts";
import { readTrajectories, type TrajectorySource } from "./trajectories.ts";

export interface MoveOptions extends LatencyOptions {
  readonly data?: string;
  readonly rate?: string;
  readonly store?: string;
  readonly groundRate?: string;
  readonly linkRate?: string;
  readonly fibreRate: string;
}

/** Satellites and steps, some 3 us each: an hour. */
const WORK_MAX = 1e9;
const BYTES_PER_GB = 1e9;
const BITS_PER_BYTE = 8;

export const showMove = async ([a, b]: readonly [string, string], asked: MoveOptions, terminal: Terminal): Promise<ExitCode> => {
  const options: MoveOptions = { ...asked, ...withStart(asked) };
  const step = step_s(options);
  const made = madeOf(options);
  if (options.out !== undefined) tryFile(options.out);
  const found = await readTrajectories(options.scenario, options, terminal);
  const work = caseOf(found, [a, b], options);
  const steps = (found.end_s - found.start_s) / step;
  if (steps > SAMPLES_MAX || steps * work.network.satellites.length > WORK_MAX) throw new UsageError(`${Math.ceil(steps).toLocaleString("en-US")} steps of ${work.network.satellites.length} satellites are too many`, "a longer --step or fewer --days");
  const rates = ratesOf(options, found);
  const all_GB = made.data_GB;
  const rateAt_Gbps = (t_s: number): number => (all_GB === null ? made.rate_Gbps : t_s === found.start_s ? (all_GB * BITS_PER_BYTE) / Math.min(step, found.end_s - found.start_s) : 0);
  const moved = moveData(work.network, { flows: [{ id: a, from: work.from, to: work.to, rateAt_Gbps, store_GB: storeOf(options) }], rates, period: { start_s: found.start_s, end_s: found.end_s, step_s: step } });
  const shown: Shown = { ...work, found, moved, flow: moved.flows[0]!, made, rates, store_GB: storeOf(options), step_s: step };
  const pieces = options.json === true ? [jsonText(document(shown))] : tablePieces(shown, terminal);
  if (options.out === undefined) await printPieces(pieces, terminal);
  else {
    await writeFile(options.out, pieces);
    terminal.write(options.json === true ? jsonText({ out: options.out }) : `${options.out}\n`);
  }
  return shown.flow.delivered_GB > 0 || shown.flow.offered_GB === 0 ? EXIT.done : EXIT.infeasible;
};

type Made = { readonly data_GB: number | null; readonly rate_Gbps: number };

const from0 = (value: number): boolean => value >= 0;
const amount_GB = (text: string, name: string): number => quantityOption(text, { name, unit: "B", example: "1 TB", good: from0, wanted: "an amount of data, 0 or more" }) / BYTES_PER_GB;
const rate_Gbps = (text: string, name: string): number => quantityOption(text, { name, unit: "Gb/s", example: "2 Gb/s", good: from0, wanted: "a rate, 0 or more" });

const madeOf = ({ data, rate }: MoveOptions): Made => {
  if (data !== undefined && rate !== undefined) throw new UsageError("--data and --rate cannot both be", "leave one of them out");
  if (data === undefined && rate === undefined) throw new UsageError("nothing is to be moved", "--data 1TB, or --rate 0.5Gb/s");
  return data === undefined ? { data_GB: null, rate_Gbps: rate_Gbps(rate!, "--rate") } : { data_GB: amount_GB(data, "--data"), rate_Gbps: 0 };
};

const storeOf = ({ store }: MoveOptions): number => (store === undefined ? Infinity : amount_GB(store, "--store"));

const usual = (row: { readonly fallback: unknown }, name: string): number => {
  const { fallback } = row;
  if (typeof fallback !== "object" || fallback === null || !("value" in fallback) || typeof fallback.value !== "number") throw new Error(`${name} has no default`);
  return fallback.value;
};

const ratesOf = (options: MoveOptions, { scenario }: TrajectorySource): Parameters<typeof moveData>[1]["rates"] => {
  const { of } = table.network;
  return {
    ground_Gbps: options.groundRate === undefined ? (scenario?.network.stationRate_Gbps ?? usual(of.stationRate, "network.stationRate")) : rate_Gbps(options.groundRate, "--ground-rate"),
    interlink_Gbps: options.linkRate === undefined ? (scenario?.network.routes?.linkRate_Gbps ?? usual(of.routes.of.linkRate, "network.routes.linkRate")) : rate_Gbps(options.linkRate, "--link-rate"),
    fibre_Gbps: rate_Gbps(options.fibreRate, "--fibre-rate"),
  };
};

interface MoveCase extends Omit<LatencyCase, "to" | "stretch"> {
  readonly to: readonly number[];
}

/** "stations" are all of the scenario's and those of --relay: the first as the other end, the rest beside it. */
const caseOf = (found: TrajectorySource, [a, b]: readonly [string, string], options: MoveOptions): MoveCase => {
  if (b.trim().toLowerCase() !== "stations") {
    const one = latencyCase(found, [a, b], options);
    return { ...one, to: [one.to] };
  }
  const [first, ...rest] = [...found.stations.map(({ id }) => id), ...options.relay];
  if (first === undefined) throw new UsageError("there is no station to go to", "network.stations of the scenario, or --relay");
  const one = latencyCase(found, [a, first], { ...options, relay: rest });
  const relays = one.network.stations.length - rest.length;
  return { ...one, to: [one.to, ...rest.map((_, k) => stationNode(one.network, relays + k))] };
};

interface Shown extends MoveCase {
  readonly found: TrajectorySource;
  readonly moved: DataMoved;
  readonly flow: FlowMoved;
  readonly made: Made;
  readonly rates: ReturnType<typeof ratesOf>;
  readonly store_GB: number;
  readonly step_s: number;
}

const dataText = (GB: number): string => formatScaled(GB * BYTES_PER_GB, "B");
const shareOf = (part: number, whole: number): string => (whole === 0 ? "" : `${formatFigure((100 * part) / whole)} %`);

function* tablePieces({ ends: [a, b], to, found, rules, moved, flow, made, rates, store_GB, step_s: step }: Shown, { look }: Terminal): Generator<string> {
  const wrapped = (text: string): string => `${wrapText(text, look.width).join("\n")}\n`;
  const where = to.length === 1 ? b.name : `any of ${to.length} stations`;
  yield wrapped(`${made.data_GB === null ? `${formatFigure(made.rate_Gbps)} Gb/s` : dataText(made.data_GB)} from ${a.name} to ${where}; ${formatUtc(found.start_s)} to ${formatUtc(found.end_s)}, every ${formatFigure(step)} s.`);
  yield wrapped(`${rules} One direction of a link: ${formatFigure(rates.interlink_Gbps)} Gb/s between satellites, ${formatFigure(rates.ground_Gbps)} to the ground.${store_GB === Infinity ? "" : ` The store holds ${dataText(store_GB)}.`}`);
  const row = (name: string, GB: number): Fact => [name, dataText(GB), shareOf(GB, flow.offered_GB)];
  const facts: readonly Fact[] = [
    row("offered", flow.offered_GB), row("delivered", flow.delivered_GB), row("waiting at the end", flow.stored_GB), row("lost, for the store was full", flow.dropped_GB),
    ["most that waited", dataText(flow.storedMost_GB), ""],
    ["mean wait", flow.meanWait_s === null ? "-" : `${formatFigure(flow.meanWait_s / 60)} min`, "of what is delivered"],
    ["over links between satellites", dataText(moved.interlink_GB), "each link counted"], ["over links to the ground", dataText(moved.ground_GB), "each link counted"],
  ];
  yield `\n${textTable(factTable({ id: "move", title: "Data moved", note: "", facts }), look.width).join("\n")}\n\n`;
  yield wrapped(endText(flow, found.start_s));
}

const endText = ({ delivered_GB, offered_GB, stored_GB, dropped_GB, lastDelivered_s }: FlowMoved, start_s: number): string => {
  if (lastDelivered_s === null) return offered_GB === 0 ? "Nothing is made." : "Nothing is delivered: there is no way, or no rate on it.";
  const after = `${formatFigure((lastDelivered_s - start_s) / HOUR_S)} h after the start, at ${formatUtc(Math.round(lastDelivered_s))}`;
  return stored_GB === 0 && dropped_GB === 0 && delivered_GB > 0 ? `All is there ${after}.` : `The last is delivered ${after}.`;
};

const document = ({ ends, to, found, rules, moved, flow, rates, store_GB, step_s: step }: Shown): unknown => ({
  from: ends[0], to: to.length === 1 ? ends[1] : { stations: to.length }, start_utc: utcMilliseconds(found.start_s), end_utc: utcMilliseconds(found.end_s), step_s: step, rules, notes: found.notes,
  ...rates, store_GB: store_GB === Infinity ? null : store_GB, ...flow, interlink_GB: moved.interlink_GB, groundLinks_GB: moved.ground_GB, fibre_GB: moved.fibre_GB,
  lastDelivered_utc: flow.lastDelivered_s === null ? null : utcMilliseconds(flow.lastDelivered_s),
});
