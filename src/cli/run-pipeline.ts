/** What `run` and the commands of one stage share: read, run up to a stage, print, write, answer. */
import { rmSync } from "node:fs";
import type { SeriesSink } from "../fly/index.ts";
import type { Run, StageName } from "../run/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { underAccess } from "./access-option.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { UsageError } from "./failure.ts";
import { jsonText } from "./json-text.ts";
import { withDraw, type DrawOptions } from "./draw.ts";
import { happenedIn, type HappenedOptions } from "./happened.ts";
import { openJournal } from "./journal-file.ts";
import type { CommonOptions } from "./options.ts";
import { outFolder, writeInto, writing } from "./out-folder.ts";
import { progressOn } from "./progress.ts";
import { readScenario } from "./read-scenario.ts";
import { readWorkload } from "./read-workload.ts";
import type { Terminal } from "./terminal.ts";
import { beginPart, endPart } from "./unfinished.ts";
import { tryBook, writeBook, type BookOptions } from "./write-book.ts";
import { crewOf, type WorkerOptions } from "./workers.ts";

export interface Pipeline {
  readonly source: string;
  readonly options: CommonOptions & WorkerOptions & DrawOptions & HappenedOptions & { readonly access?: string; readonly deals?: true; readonly journal?: string } & BookOptions;
  readonly last: StageName;
  /** The text for a terminal. */
  readonly print: (run: Run, report: typeof import("../report/index.ts")) => string;
}

interface Series extends SeriesSink {
  readonly close: () => void;
}

/** A series in the folder: its file is opened when the first row comes, so that nothing flown leaves no file. */
const seriesIn = (path: string, open: (path: string) => Series): Series & { readonly discard: () => void } => {
  const part = `${path}.part`;
  let sink: Series | undefined;
  return {
    write: (columns, rows) =>
      writing(path, () => {
        if (sink === undefined) {
          sink = open(path);
          beginPart(part);
        }
        sink.write(columns, rows);
      }),
    close: () => writing(path, () => sink?.close()),
    discard: () => {
      if (sink !== undefined) rmSync(part, { force: true });
      endPart(part);
    },
  };
};

type FileSeries = ReturnType<typeof seriesIn>;

/** The series of a run: of the platform, the fleet and each site, and the files they go to. */
const seriesOf = (folder: string, io: typeof import("../io/index.ts")) => {
  const sinks = { sink: seriesIn(`${folder}/series.parquet`, io.parquetSeries), fleetSink: seriesIn(`${folder}/fleet.parquet`, io.parquetFleet) };
  const files: FileSeries[] = [sinks.sink, sinks.fleetSink];
  const siteSink = (id: string): FileSeries => {
    const file = seriesIn(`${folder}/site-${id}.parquet`, io.parquetSite);
    files.push(file);
    return file;
  };
  return { sinks: { ...sinks, siteSink }, files };
};

const LISTENS = "SIGINT";

/** Runs with an interrupt that is heard between stages; a second one ends the process at once. */
export const interruptible = async <T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
  const controller = new AbortController();
  const listen = (): void => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    controller.abort();
  };
  process.on(LISTENS, listen);
  try {
    return await work(controller.signal);
  } finally {
    process.off(LISTENS, listen);
  }
};

const guardFleetOf = async (scenario: Scenario, quiet: boolean, terminal: Terminal): Promise<void> => {
  const { guardFleet } = await import("./fleet-limit.ts");
  guardFleet(scenario, { quiet }, terminal);
};

/** Reads the scenario, runs it up to a stage, prints the result and writes it where asked. */
export const runPipeline = async ({ source, options, last, print }: Pipeline, terminal: Terminal): Promise<ExitCode> => {
  const quiet = options.quiet === true;
  const reading = async (more: readonly string[]): Promise<Scenario> => {
    const read = await readScenario({ source, set: [...withDraw(options), ...more] }, terminal);
    return options.access === undefined ? read : underAccess(read, options.access);
  };
  const scenario = await reading([]);
  if (options.deals === true && (scenario.deals === null || scenario.deals.vehicle === "")) throw new UsageError("--deals, and no deal brings a vehicle", scenario.deals === null ? "write deals: dawndusk explain deals" : "write deals.vehicle: with an id of launch.vehicles");
  const journal = openJournal(scenario, options.journal);
  const workload = readWorkload(scenario, source);
  const happened = await happenedIn(scenario, options, reading);
  const folder = options.out === undefined ? undefined : outFolder(options.out);
  tryBook(options);
  if (last !== "size") await guardFleetOf(scenario, quiet, terminal);
  const [{ runUntil }, io, report] = await Promise.all([import("../run/index.ts"), import("../io/index.ts"), import("../report/index.ts")]);
  const progress = progressOn(terminal, quiet);
  const series = folder === undefined ? undefined : seriesOf(folder, io);
  const files = series === undefined ? [] : series.files;
  const run = await interruptible(async (signal) => {
    const solver = io.threadSolver({ signal });
    try {
      const finished = await runUntil(scenario, last, { solve: solver.solve, crew: crewOf(options, io), signal, onStage: progress.stage, onFlown: progress.flown, ...series?.sinks, ...(journal && { journal: journal.write }), ...(workload && { workload }), ...(happened && { happened }), ...(options.deals === true && { ways: true as const }) });
      if (finished.flight !== null) for (const file of files) file.close();
      if (finished.service !== null) journal?.close();
      return finished;
    } finally {
      await solver.close();
      for (const file of files) file.discard();
      journal?.discard();
      progress.done();
    }
  });
  const record = jsonText(run);
  terminal.write(options.json === true ? record : print(run, report));
  if (folder !== undefined) writeInto(folder, { "report.html": report.htmlReport(run), "run.json": record });
  await writeBook(scenario, { run, options }, terminal);
  if (options.json === true && !quiet) for (const note of report.allNotes(run)) terminal.tell(`note: ${report.plainText(note)}\n`);
  if (run.interrupted) {
    terminal.tell(`interrupted: what was finished is printed${folder === undefined ? "" : ` and written to ${folder}`}\n`);
    return EXIT.interrupted;
  }
  return report.headline(run).feasible && run.deals?.status !== "refused" && run.replan?.status !== "infeasible" ? EXIT.done : EXIT.infeasible;
};
