/** What `decide` prints. */
import type { Commitments, Run } from "../run/index.ts";
import type { Scenario } from "../scenario/index.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { UsageError } from "./failure.ts";
import { jsonText } from "./json-text.ts";
import type { CommonOptions } from "./options.ts";
import { outFolder, writeInto } from "./out-folder.ts";
import { runQuietly } from "./run-quietly.ts";
import { interruptible } from "./run-pipeline.ts";
import type { Terminal } from "./terminal.ts";

export interface DecideCommandOptions extends CommonOptions {
  readonly known: readonly string[];
  readonly together: readonly string[];
  readonly launches: "parts" | "whole";
}

/** Runs the scenario, then its plan again under each outcome of what is dated; answers 3 where it has no plan. */
export const showDecide = async (source: string, options: DecideCommandOptions, terminal: Terminal): Promise<ExitCode> => {
  const known = await knownOf(options.known);
  const together = options.together.map(pairOf);
  const folder = options.out === undefined ? undefined : outFolder(options.out);
  const quiet = options.quiet === true;
  const { scenario, run } = await runQuietly({ source, set: options.set }, { quiet }, terminal);
  refuseUnknown(scenario, known);
  const all = run.interrupted ? null : await commitments(scenario, { run, options, known, together }, terminal);
  if (all === "interrupted" || run.interrupted) {
    terminal.tell("interrupted: nothing can be told of a part of it\n");
    return EXIT.interrupted;
  }
  const report = await import("../report/index.ts");
  if (all === null) {
    const why = run.plan === null ? [] : run.plan.why;
    terminal.write(options.json === true ? jsonText({ scenario: scenario.name, status: "infeasible", why }) : `${scenario.name}\n\nThere is no plan to decide on:\n${why.map((reason) => `- ${report.plainText(reason)}\n`).join("")}`);
    return EXIT.infeasible;
  }
  const { dawndusk, modelVersion, scenarioHash, uncertain, realOptions } = run;
  const record = jsonText({ dawndusk, modelVersion, scenarioHash, scenario: scenario.name, status: "optimal", says: report.decideSays(all), ...all, uncertain, realOptions });
  terminal.write(options.json === true ? record : report.decideText(all, { uncertain, realOptions, name: scenario.name }, terminal.look));
  if (folder !== undefined) writeInto(folder, { "decide.html": report.decidePage(all, { uncertain, realOptions, dawndusk, modelVersion, name: scenario.name }), "decide.json": record });
  return EXIT.done;
};

const knownOf = async (words: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  const { parseQuarter } = await import("../units/index.ts");
  return new Map(words.map((word) => {
    const [path, text, ...rest] = word.split("=");
    if (path === undefined || path === "" || text === undefined || rest.length > 0) throw new UsageError(`--known ${word}`, "a path and a quarter: launch.vehicles.starship.price=2029-Q1");
    const quarter = parseQuarter(text);
    if (quarter === undefined) throw new UsageError(`--known ${word}`, "a quarter such as 2029-Q1");
    return [path, quarter] as const;
  }));
};

const pairOf = (text: string): readonly [string, string] => {
  const [one, other, ...rest] = text.split(",").map((id) => id.trim());
  if (one === undefined || one === "" || other === undefined || other === "" || rest.length > 0) throw new UsageError(`--together ${text}`, "two events with a comma between them: gates.licence,gates.slip");
  return [one, other];
};

const refuseUnknown = ({ random }: Scenario, known: ReadonlyMap<string, number>): void => {
  for (const path of known.keys()) if (!random.some((field) => field.path === path)) throw new UsageError(`--known ${path}: the scenario does not write it as a distribution`, random.length === 0 ? "it writes none" : `it writes ${random.map((field) => field.path).join(", ")}`);
};

interface Deciding {
  readonly run: Run;
  readonly options: DecideCommandOptions;
  readonly known: ReadonlyMap<string, number>;
  readonly together: readonly (readonly [string, string])[];
}

const commitments = async (scenario: Scenario, { run: { sizing, flight, service }, options, known, together }: Deciding, terminal: Terminal): Promise<Commitments | "interrupted" | null> => {
  if (sizing === null || flight === null || service === null) return null;
  const [{ commitmentsOf }, io] = await Promise.all([import("../run/index.ts"), import("../io/index.ts")]);
  return interruptible(async (signal) => {
    const solver = io.threadSolver({ signal });
    try {
      const onEvent = (done: number, of: number): void => { if (options.quiet !== true) terminal.tell(`decide: event ${done + 1} of ${of}\n`); };
      return await commitmentsOf(scenario, { sizing, flight, service }, { launches: options.launches, known, together, solve: solver.solve, onEvent });
    } catch (error) {
      if (signal.aborted && error === signal.reason) return "interrupted";
      if (error instanceof RangeError && together.length > 0) throw new UsageError(`--together: ${error.message}`, "two events by their names: gates.licence,gates.slip");
      throw error;
    } finally {
      await solver.close();
    }
  });
};
