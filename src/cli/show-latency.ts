/** What `latency` prints. */
import { latencyBetween, nodeName, SAMPLES_MAX, type Latency, type LatencySpread } from "../network/index.ts";
import { fibreRoundTrip_ms, greatCircle_km, lightTime_ms } from "../physics/index.ts";
import { formatFigure, formatPercent, numberColumn, textTable, wordColumn, wrapText, type Cell, type Table } from "../report/index.ts";
import { formatUtc, MINUTE_S } from "../units/index.ts";
import { utcMilliseconds } from "./event-text.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { UsageError } from "./failure.ts";
import { jsonText } from "./json-text.ts";
import { latencyCase, type LatencyCase } from "./latency-network.ts";
import { step_s, withStart, type LatencyOptions } from "./latency-options.ts";
import { tryFile, writeFile } from "./out-file.ts";
import { printPieces } from "./print-pieces.ts";
import type { Terminal } from "./terminal.ts";
import { readTrajectories, type TrajectorySource } from "./trajectories.ts";

/** Changes of way are found to this; where links are made anew at every instant, to a part of a step, for the way changes all the time. */
const EDGE_S = 0.1;
const STEP_PARTS = 8;
/** Satellites and samples, some 3 us each: an hour. */
const WORK_MAX = 1e9;

export const showLatency = async ([a, b]: readonly [string, string], asked: LatencyOptions, terminal: Terminal): Promise<ExitCode> => {
  const options = withStart(asked);
  const format = formatOf(options);
  const step = step_s(options);
  if (options.out !== undefined) tryFile(options.out);
  const found = await readTrajectories(options.scenario, options, terminal);
  const work = latencyCase(found, [a, b], options);
  guardWork(work, found, step);
  const latency = latencyBetween(work.network, work, { start_s: found.start_s, end_s: found.end_s, step_s: step, edge_s: work.network.interlinks.kind === "nearest" ? Math.max(EDGE_S, step / STEP_PARTS) : EDGE_S });
  const shown = { ...work, found, latency, step_s: step };
  const pieces = format === "table" ? tablePieces(shown, terminal) : format === "csv" ? csvPieces(shown) : [jsonText(document(shown))];
  if (options.out === undefined) await printPieces(pieces, terminal);
  else {
    await writeFile(options.out, pieces);
    terminal.write(options.json === true ? jsonText({ out: options.out }) : `${options.out}\n`);
  }
  return latency.spread === null ? EXIT.infeasible : EXIT.done;
};

const formatOf = ({ format, json }: LatencyOptions): "table" | "csv" | "json" => {
  if (json === true && format !== undefined && format !== "json") throw new UsageError(`--json and --format ${format} cannot both be`, "leave one of them out");
  return json === true ? "json" : (format ?? "table");
};

const guardWork = ({ network: { satellites, interlinks } }: LatencyCase, { start_s, end_s }: TrajectorySource, step: number): void => {
  const samples = (end_s - start_s) / step;
  const each = satellites.length * (interlinks.kind === "nearest" ? 1 + satellites.length / 1000 : 1);
  if (samples > SAMPLES_MAX || samples * each > WORK_MAX) throw new UsageError(`${Math.ceil(samples).toLocaleString("en-US")} samples of ${satellites.length} satellites are too many`, "a longer --step or fewer --days");
};

interface Shown extends LatencyCase {
  readonly found: TrajectorySource;
  readonly latency: Latency;
  readonly step_s: number;
}

/** What the ground could do, where both ends are on it. */
interface Beside { readonly distance_km: number; readonly fibre_ms: number; readonly ideal_ms: number; readonly light_ms: number }

const besideOf = ({ ends: [a, b], stretch }: Pick<LatencyCase, "ends" | "stretch">): Beside | null => {
  if (a.kind !== "ground" || b.kind !== "ground") return null;
  const distance_km = greatCircle_km(a, b);
  return { distance_km, fibre_ms: fibreRoundTrip_ms({ distance_km, stretch }), ideal_ms: fibreRoundTrip_ms({ distance_km, stretch: 1 }), light_ms: 2 * lightTime_ms(distance_km) };
};

const spells = ({ ways }: Latency) => ways.filter(({ nodes }) => nodes.length === 0).map(({ start_s, end_s }) => end_s - start_s);

const wayText = ({ network }: LatencyCase, nodes: readonly number[]): string => nodes.map((node) => nodeName(network, node)).join(" > ");

function* tablePieces(shown: Shown, { look }: Terminal): Generator<string> {
  const { ends: [a, b], found, latency, rules } = shown;
  const wrapped = (text: string): string => `${wrapText(text, look.width).join("\n")}\n`;
  const beside = besideOf(shown);
  const samples = latency.times_s.length === 1 ? "1 sample" : `${latency.times_s.length} samples`;
  yield wrapped(`${a.name} to ${b.name}${beside === null ? "" : `, ${formatFigure(Math.round(beside.distance_km))} km along the great circle`}; ${formatUtc(found.start_s)} to ${formatUtc(found.end_s)}, ${samples}.`);
  yield wrapped(rules);
  yield `\n${textTable(roundTripTable(shown, beside), look.width).join("\n")}\n\n`;
  yield wrapped(connectedText(shown));
  const first = latency.ways.find(({ nodes }) => nodes.length > 0);
  if (first !== undefined) yield wrapped(`Way at ${formatUtc(Math.round(first.start_s))}: ${wayText(shown, first.nodes)}`);
}

const roundTripTable = ({ latency: { spread }, stretch }: Shown, beside: Beside | null): Table => ({
  id: "latency", title: "Round trip", note: "",
  columns: [wordColumn("round trip"), numberColumn("least", "ms"), numberColumn("median", "ms"), numberColumn("p99", "ms"), numberColumn("most", "ms")],
  rows: [["over satellites", ...cellsOf(spread)], ...(beside === null ? [] : besideRows(beside, stretch))],
});

const cellsOf = (spread: LatencySpread | null): readonly Cell[] => (spread === null ? [null, null, null, null] : [spread.min_ms, spread.median_ms, spread.p99_ms, spread.max_ms].map((ms) => ms.toFixed(2)));

const besideRows = ({ fibre_ms, ideal_ms, light_ms }: Beside, stretch: number): readonly (readonly Cell[])[] =>
  [[`fibre, ${formatFigure(stretch)} times the great circle`, fibre_ms], ["fibre along the great circle", ideal_ms], ["light along the great circle", light_ms]].map(([name, ms]) => [name!, null, Number(ms).toFixed(2), null, null]);

const spanText = (s: number): string => (s < 2 * MINUTE_S ? `${formatFigure(s)} s` : `${formatFigure(s / MINUTE_S)} min`);

const connectedText = ({ latency, found: { start_s, end_s }, ends: [a, b], network: { interlinks } }: Shown): string => {
  const period_s = end_s - start_s;
  const linked = `${a.name} has a link ${formatPercent(latency.linked_frac.from)} of the time, ${b.name} ${formatPercent(latency.linked_frac.to)}`;
  if (latency.spread === null) return `Never connected: ${linked}, and there is no way between them.`;
  const out = spells(latency);
  const connected = latency.outage_s === 0 ? "Connected all the time" : `Connected ${formatPercent(1 - latency.outage_s / period_s)} of the time: out for ${formatFigure(latency.outage_s)} s in ${out.length === 1 ? "one spell" : `${out.length} spells, the longest of ${formatFigure(out.reduce((most, one) => Math.max(most, one), 0))} s`}; ${linked}`;
  const { changes } = latency;
  return `${connected}. ${changes === 0 ? "The way never changes" : `${changes === 1 ? "One change" : `${formatFigure(changes)} changes`} of way, one in ${spanText(period_s / changes)}`}${interlinks.kind === "nearest" && changes > 0 ? ", as far as an eighth of a step shows them" : ""}.`;
};

const nullWhereNone = (ms: number): number | null => (ms < Infinity ? ms : null);

const document = (shown: Shown): unknown => {
  const { latency, ends, found, stretch, rules } = shown;
  return {
    from: ends[0], to: ends[1], start_utc: utcMilliseconds(found.start_s), end_utc: utcMilliseconds(found.end_s), step_s: shown.step_s, rules, notes: found.notes,
    satellites: latency.spread, ground: besideOf(shown), stretch, changes: latency.changes, outage_s: latency.outage_s, linked_frac: latency.linked_frac,
    ways: latency.ways.map(({ start_s, end_s, nodes }) => ({ start_utc: utcMilliseconds(start_s), end_utc: utcMilliseconds(end_s), nodes: nodes.map((node) => nodeName(shown.network, node)) })),
    roundTrip_ms: Array.from(latency.roundTrip_ms, nullWhereNone),
  };
};

function* csvPieces({ latency: { times_s, roundTrip_ms, ways } }: Shown): Generator<string> {
  yield "utc,roundTrip_ms,nodes\n";
  let way = 0;
  for (const [k, t_s] of times_s.entries()) {
    while (way + 1 < ways.length && ways[way + 1]!.start_s <= t_s) way++;
    const ms = nullWhereNone(roundTrip_ms[k]!);
    yield `${utcMilliseconds(t_s)},${ms === null ? "" : ms.toFixed(6)},${ms === null ? "" : ways[way]!.nodes.length}\n`;
  }
}
