/** What `size --sweep` and `size --pareto` do: many designs of one scenario, printed and written. */
import type { Evaluation, Measured, Pareto, Sweep } from "../study/index.ts";
import type { Loaded, Scenario } from "../scenario/index.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { UsageError } from "./failure.ts";
import { jsonText } from "./json-text.ts";
import { outFolder, writeInto } from "./out-folder.ts";
import { readerOf } from "./read-scenario.ts";
import { interruptible } from "./run-pipeline.ts";
import type { StudyOptions } from "./study-options.ts";
import type { Terminal } from "./terminal.ts";

/** Most designs of a sweep: some minutes of them, sized alone or run whole. */
const POINTS_MAX = { size: 5000, cost: 500 } as const;
const POPULATION = { size: 40, cost: 12 } as const;
const GENERATIONS = { size: 40, cost: 8 } as const;

/** Runs a study and answers 3 where every design breaks a limit. */
export const runStudy = async (source: string, options: StudyOptions, terminal: Terminal): Promise<ExitCode> => {
  const read = await readerOf({ source, set: options.set }, terminal);
  const folder = options.out === undefined ? undefined : outFolder(options.out);
  const [{ DAWNDUSK_VERSION, MODEL_VERSION }, report, evaluate] = await Promise.all([import("../run/index.ts"), import("../report/index.ts"), evaluatorOf(options)]);
  const told = progressOn(terminal, options.quiet === true);
  const found = await interruptible((signal) => studied({ options, read, evaluate, signal, told: told.tell }).finally(told.done));
  const origin = { dawndusk: DAWNDUSK_VERSION, modelVersion: MODEL_VERSION, scenario: found.name };
  const written = found.kind === "sweep" ? sweepTexts(found.sweep, origin, { report, look: terminal.look }) : paretoTexts(found.pareto, origin, { report, look: terminal.look });
  const format = options.json === true ? "json" : (options.format ?? "table");
  terminal.write(written[format]);
  if (folder !== undefined) writeInto(folder, { [`${found.kind}.html`]: written.html, [`${found.kind}.csv`]: written.csv, [`${found.kind}.json`]: written.json });
  const { interrupted } = found.kind === "sweep" ? found.sweep : found.pareto;
  if (interrupted) return EXIT.interrupted;
  const points = found.kind === "sweep" ? found.sweep.points : found.pareto.front;
  return points.some(({ status }) => status === "feasible" || status === "unheld") ? EXIT.done : EXIT.infeasible;
};

type Evaluate = (scenario: Scenario) => Evaluation | Promise<Evaluation>;

/** The sizing alone, or whole runs; of it only the measures asked for. */
const evaluatorOf = async ({ cost, measures }: StudyOptions): Promise<Evaluate> => {
  const { costEvaluation, sizeEvaluator } = await import("../run/index.ts");
  const keys = measures?.split(",").map((key) => key.trim());
  if (cost !== true) {
    const evaluate = sizeEvaluator();
    const { stationRain } = await import("../serve/index.ts");
    return async (scenario) => chosen(evaluate(scenario, await stationRain(scenario)), keys);
  }
  const { highsSolver } = await import("../solver/index.ts");
  const solve = highsSolver();
  return async (scenario) => chosen(await costEvaluation(scenario, { solve }), keys);
};

const chosen = (evaluation: Evaluation, keys: readonly string[] | undefined): Evaluation => {
  if (keys === undefined) return evaluation;
  const found = keys.map((key): Measured => {
    const measure = evaluation.measures.find((m) => m.key === key);
    if (measure === undefined) throw new UsageError(`no measure "${key}"`, `measures are ${evaluation.measures.map((m) => m.key).join(", ")}; those of cost are there with --cost`);
    return measure;
  });
  return { ...evaluation, measures: found };
};

type Found = { readonly name: string } & ({ readonly kind: "sweep"; readonly sweep: Sweep } | { readonly kind: "pareto"; readonly pareto: Pareto });

interface Asked {
  readonly options: StudyOptions;
  readonly read: (settings: readonly string[]) => Loaded;
  readonly evaluate: Evaluate;
  readonly signal: AbortSignal;
  readonly told: (done: number, of: number) => void;
}

const studied = async ({ options, read, evaluate, signal, told }: Asked): Promise<Found> => {
  const { pareto, spansOf, sweep } = await import("../study/index.ts");
  const [{ ScenarioError }, spans] = [await import("../scenario/index.ts"), options.pareto === undefined ? spansOf("--sweep", options.sweep) : spansOf("--over", options.over)];
  const base = read([]);
  if (!base.ok) throw new ScenarioError(base.problems);
  const { name, uncertainty } = base.scenario;
  const kind = options.cost === true ? "cost" : "size";
  if (options.pareto === undefined) return { name, kind: "sweep", sweep: await sweep(spans, { read, evaluate, signal, pointsMax: POINTS_MAX[kind], onPoint: told }) };
  const objectives = options.pareto.split(",").map((text) => objectiveOf(text.trim()));
  const seed = options.seed === undefined ? uncertainty.seed : wholeOf(options.seed, { name: "seed", low: 0, high: Number.MAX_SAFE_INTEGER });
  const population = options.population === undefined ? POPULATION[kind] : wholeOf(options.population, { name: "population", low: 4, high: 1000 });
  if (population % 2 !== 0) throw new UsageError(`--population ${population}`, "it breeds in pairs: an even number");
  const generations = options.generations === undefined ? GENERATIONS[kind] : wholeOf(options.generations, { name: "generations", low: 1, high: 10_000 });
  return { name, kind: "pareto", pareto: await pareto(spans, objectives, { read, evaluate, signal, seed, population, generations, onGeneration: told }) };
};

const objectiveOf = (text: string): { readonly key: string; readonly towards: "low" | "high" | null } =>
  text.startsWith("min:") ? { key: text.slice(4), towards: "low" } : text.startsWith("max:") ? { key: text.slice(4), towards: "high" } : { key: text, towards: null };

const wholeOf = (text: string, { name, low, high }: { readonly name: string; readonly low: number; readonly high: number }): number => {
  const value = Number(text);
  if (text.trim() === "" || !Number.isSafeInteger(value) || value < low || value > high) throw new UsageError(`--${name} ${text}`, `a whole number from ${low} to ${high}`);
  return value;
};

type Report = typeof import("../report/index.ts");
type Texts = Readonly<Record<"table" | "csv" | "json" | "html", string>>;
type Origin = Parameters<Report["sweepPage"]>[1];
interface Shown {
  readonly report: Report;
  readonly look: Terminal["look"];
}

const sweepTexts = (sweep: Sweep, origin: Origin, { report, look }: Shown): Texts => {
  const all = report.ofSweep(sweep);
  const { points, ...rest } = sweep;
  return { table: report.sweepText(sweep, { look, origin }), csv: report.studyCsv(all), html: report.sweepPage(sweep, origin), json: jsonText({ ...origin, ...rest, points: points.map((point) => report.studyRecord(all, point)) }) };
};

const paretoTexts = (pareto: Pareto, origin: Origin, { report, look }: Shown): Texts => {
  const all = report.ofPareto(pareto);
  const { front, ...rest } = pareto;
  return { table: report.paretoText(pareto, { look, origin }), csv: report.studyCsv(all), html: report.paretoPage(pareto, origin), json: jsonText({ ...origin, ...rest, front: front.map((point) => report.studyRecord(all, point)) }) };
};

const CLEAR_LINE = "\r\u001b[2K";

/** One line on a terminal that counts; nothing elsewhere or when quiet. */
const progressOn = ({ live, tell }: Terminal, quiet: boolean): { readonly tell: (done: number, of: number) => void; readonly done: () => void } =>
  live && !quiet ? { tell: (done, of) => tell(`${CLEAR_LINE}${done} of ${of}`), done: () => tell(CLEAR_LINE) } : { tell: () => {}, done: () => {} };
