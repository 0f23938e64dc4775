/** What `risk` does: lays a campaign over a scenario, has it computed by threads or machines, tells what came out. */
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import type { CampaignEnd } from "../io/campaign/index.ts";
import type { CampaignPlan, Correlation, Evaluator, Frontier, FrontierCase, ShardColumns } from "../risk/index.ts";
import type { CampaignReport } from "../risk/index.ts";
import type { EvaluatorBase } from "../run/evaluate/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { UsageError } from "./failure.ts";
import { jsonText } from "./json-text.ts";
import { outFolder, writeInto, writingLong } from "./out-folder.ts";
import { readScenario } from "./read-scenario.ts";
import { databaseUrl, driversOf, samplesOf, wholeNumber, withoutPassword, type RiskOptions } from "./risk-options.ts";
import { riskProgress } from "./risk-progress.ts";
import { interruptible } from "./run-pipeline.ts";
import type { Terminal } from "./terminal.ts";

/** Runs a campaign and answers 3 where a part of it has no result, 1 where two machines disagreed. */
export const runRisk = async (source: string, options: RiskOptions, terminal: Terminal): Promise<ExitCode> => {
  refuse(options);
  const scenario = await readScenario({ source, set: options.set }, terminal);
  const out = options.out === undefined ? undefined : outFolder(options.out);
  const { campaignPage } = await import("../report/index.ts");
  const scratch = out ?? mkdtempSync(`${tmpdir()}/dawndusk-risk-`);
  try {
    const { report, folder } = await interruptible((signal) => writingLong(scratch, () => computed({ scenario, options, out: scratch, signal, terminal })));
    const record = jsonText(recordOf(report));
    terminal.write(await answerOf({ options, report, record, folder, terminal }));
    if (out !== undefined) writeInto(out, { "report.html": campaignPage(report), "risk.json": record });
    if (report.interrupted) {
      terminal.tell(out === undefined ? "interrupted: what was finished is printed, and not kept: --out <folder> keeps it\n" : `interrupted: what was finished is printed and kept in ${folder}\n`);
      return EXIT.interrupted;
    }
    if (report.alarms.length > 0) return EXIT.internal;
    return report.leftOut.length > 0 ? EXIT.infeasible : EXIT.done;
  } finally {
    if (out === undefined) rmSync(scratch, { recursive: true, force: true });
  }
};

/** The points themselves are in the shards. */
const recordOf = (report: CampaignReport) => ({ ...report, analysis: { ...report.analysis, scatter: undefined } });

/** What does not go together is told before anything is read. */
const refuse = (options: RiskOptions): void => {
  if (options.cluster !== undefined) databaseUrl(options.cluster);
  if (options.cluster !== undefined && options.out === undefined) throw new UsageError("--cluster without --out", "name a folder that all machines share: --out /mnt/shared/risk");
  if (options.cluster !== undefined && options.workers !== undefined) throw new UsageError("--workers with --cluster", "threads of a cluster are those of its workers: dawndusk worker --workers");
  if (options.secondOrder === true && options.design !== "saltelli") throw new UsageError(`--second-order with --design ${options.design}`, "pairs of inputs are told by saltelli");
  if (options.samples !== undefined) samplesOf(options.samples);
};

interface Asked {
  readonly scenario: Scenario;
  readonly options: RiskOptions;
  /** Folder of the campaign's folder. */
  readonly out: string;
  readonly signal: AbortSignal;
  readonly terminal: Terminal;
}

interface Computed {
  readonly report: CampaignReport;
  readonly folder: string;
}

const computed = async ({ scenario, options, out, signal, terminal }: Asked): Promise<Computed> => {
  const io = await import("../io/campaign/index.ts");
  const seed = options.seed === undefined ? scenario.uncertainty.seed : wholeNumber("seed", options.seed, { low: 0, high: Number.MAX_SAFE_INTEGER });
  const progress = riskProgress(terminal, { quiet: options.quiet === true, cluster: options.cluster !== undefined });
  const { base, evaluator, correlations, notes } = await compiled(scenario, { options, signal, onFlight: progress.flown }).finally(progress.done);
  const drivers = options.frontier === undefined ? null : driversOf(options.frontier, evaluator.inputs.map(({ path }) => path));
  const { campaign, plan } = await laid(() => io.scenarioCampaign({ scenario, base, evaluator, correlations, design: options.design, asked: askedOf(options), seed, secondOrder: options.secondOrder === true }));
  const folder = io.folderOf(out, campaign);
  const run = { folder, signal, onProgress: progress.computed };
  const end = await (options.cluster === undefined
    ? io.runOnThreads(campaign, { ...run, module: io.SCENARIO_MODULE, workers: options.workers ?? availableParallelism() })
    : onCluster(options.cluster, () => io.runOnCluster(campaign, { ...run, url: options.cluster!, onNote: (note) => terminal.tell(`${note}\n`) }))
  ).finally(progress.done);
  const report = await reportOf({ scenario, evaluator: { ...evaluator, notes: [...notes, ...evaluator.notes] }, plan, end, folder });
  return { folder, report: drivers === null || end.interrupted ? report : { ...report, frontier: await frontier({ evaluator, correlations, drivers, seed }) } };
};

const frontier = async (asked: Pick<FrontierCase, "evaluator" | "correlations" | "drivers" | "seed">): Promise<Frontier> => {
  const { FRONTIER_ASKED, frontierOf } = await import("../risk/index.ts");
  return frontierOf({ ...asked, ...FRONTIER_ASKED, choice: asked.evaluator.choices[0]! });
};

interface Compiling {
  readonly options: RiskOptions;
  readonly signal: AbortSignal;
  readonly onFlight: (flown: number) => void;
}

interface Compiled {
  readonly base: EvaluatorBase;
  readonly evaluator: Evaluator;
  readonly correlations: readonly Correlation[];
  /** What was varied where the scenario does not say, and what a frozen plan is off by. */
  readonly notes: readonly string[];
}

/** The scenario's centre is run, and flights about it; the evaluator stands on that. */
const compiled = async (scenario: Scenario, { options, signal, onFlight }: Compiling): Promise<Compiled> => {
  const [{ compileEvaluator, evaluatorBase, frozenError, NotEvaluated, riskInputs }, { frozenText }, { loadedHighs }, { machineCrew, threadSolver }] = await Promise.all([import("../run/index.ts"), import("../report/index.ts"), import("../solver/index.ts"), import("../io/index.ts")]);
  const solver = threadSolver({ signal });
  const ports = { solve: solver.solve, crew: machineCrew(), signal, onFlight };
  try {
    const { inputs, correlations, notes } = await riskInputs(scenario, options, ports);
    if (inputs.length === 0) throw new UsageError("the scenario has no uncertain field", "write one as a distribution: {distribution: triangular, low: 100 $/kg, mode: 200 $/kg, high: 500 $/kg}");
    const base = await evaluatorBase(scenario, { inputs, plan: options.plan, flight: options.flight }, ports);
    const solve = await loadedHighs();
    const evaluator = compileEvaluator(scenario, base, { solve });
    const frozen = frozenError(scenario, { base, evaluator, correlations, solve });
    return { base, correlations, evaluator, notes: frozen === null ? notes : [...notes, frozenText(frozen)] };
  } catch (error) {
    throw error instanceof NotEvaluated ? new UsageError(error.message, "dawndusk risk --help tells of --plan and --flight") : error;
  } finally {
    await solver.close();
  }
};

/** Powers of two, on which Sobol's sequence is most even. */
const POINTS = 1 << 14;
const BLOCKS = { saltelli: 1 << 10, sobol: POINTS, latin: POINTS, random: POINTS, morris: 1 << 6 } as const;

const askedOf = ({ samples, design }: RiskOptions): { readonly evaluations: number } | { readonly blocks: number } => (samples === undefined ? { blocks: BLOCKS[design] } : { evaluations: samplesOf(samples) });

const laid = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(error.message, "--samples asks for more");
    throw error;
  }
};

const onCluster = async (url: string, work: () => Promise<CampaignEnd>): Promise<CampaignEnd> => {
  try {
    return await work();
  } catch (error) {
    const { isPassing } = await import("../io/campaign/index.ts");
    if (isPassing(error)) throw new UsageError(`${withoutPassword(url)} cannot be reached: ${(error as Error).message}`, "start the PostgreSQL, or mend the address; what was finished is kept");
    throw error;
  }
};

interface Found {
  readonly scenario: Scenario;
  readonly evaluator: Evaluator;
  readonly plan: CampaignPlan;
  readonly end: CampaignEnd;
  readonly folder: string;
}

/** An interrupted campaign is told of up to its first shard that is missing. */
const reportOf = async ({ scenario, evaluator, plan, end, folder }: Found): Promise<CampaignReport> => {
  const [{ shardColumns, storeOf }, { campaignReport }] = await Promise.all([import("../io/campaign/index.ts"), import("../run/index.ts")]);
  const gap = end.interrupted ? firstMissing(end) : Infinity;
  return campaignReport({
    evaluator, plan, scenario: scenario.name, campaign: end.campaign.id, leftOut: end.aside, interrupted: end.interrupted, shards: before(gap, shardColumns(plan, end.finished, storeOf(folder))),
    alarms: end.alarms.map(({ shard, hashes, by }) => `Shard ${shard} came out with other bytes when it was computed again: ${hashes[0].slice(0, 12)} by ${by[0]}, ${hashes[1].slice(0, 12)} by ${by[1]}. The first counts; find out why these machines differ.`),
  });
};

async function* before(gap: number, shards: AsyncIterable<ShardColumns>): AsyncGenerator<ShardColumns> {
  for await (const shard of shards) {
    if (shard.shard >= gap) return;
    yield shard;
  }
}

const firstMissing = ({ finished }: CampaignEnd): number => {
  const gap = finished.findIndex(({ shard }, at) => shard !== at);
  return gap < 0 ? finished.length : gap;
};

interface Answer {
  readonly options: RiskOptions;
  readonly report: CampaignReport;
  readonly record: string;
  readonly folder: string;
  readonly terminal: Terminal;
}

const answerOf = async ({ options, report, record, folder, terminal }: Answer): Promise<string> => {
  const { campaignText, numberColumn, textTable, wordColumn } = await import("../report/index.ts");
  if (options.query === undefined) return options.json === true ? record : campaignText(report, terminal.look);
  if (report.interrupted) throw new UsageError("--query of a campaign that was interrupted", "let it finish first");
  const { queryCampaign } = await import("../io/campaign/index.ts");
  const { columns, rows } = await queryCampaign(folder, options.query).catch((error: unknown) => {
    throw new UsageError(`--query: ${error instanceof Error ? error.message : String(error)}`, 'the view samples has a column "sample", inputs by path in double quotes, outcomes by key');
  });
  if (options.json === true) return jsonText({ columns, rows });
  const isNumber = columns.map((_, c) => rows.every((row) => row[c] === null || typeof row[c] === "number"));
  const table = {
    id: "query", title: "", note: "",
    columns: columns.map((name, c) => (isNumber[c] === true ? numberColumn(name, "") : wordColumn(name))),
    rows: rows.map((row) => row.map((value) => (value === null || typeof value === "number" ? value : typeof value === "string" ? value : JSON.stringify(value)))),
  };
  return `${textTable(table, terminal.look.width).join("\n")}\n`;
};
