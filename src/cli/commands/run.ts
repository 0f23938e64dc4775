import type { Command } from "commander";
import type { Act } from "../act.ts";
import { withGateDraw, type DrawOptions } from "../draw.ts";
import { withScenario, type CommonOptions } from "../options.ts";
import { withWorkers, type WorkerOptions } from "../workers.ts";

/** `run`: the whole pipeline, verdict on the terminal, files in --out. */
export const addRun = (program: Command, act: Act): void => {
  withGateDraw(withWorkers(withScenario(program.command("run"))))
    .description("the whole pipeline: what compute costs on the ground and in orbit, and what binds")
    .option("--out <folder>", "write report.html, run.json, series.parquet and, of a fleet, fleet.parquet there")
    .action((source: string, options: CommonOptions & WorkerOptions & DrawOptions) =>
      act(async (terminal) => {
        const { runPipeline } = await import("../run-pipeline.ts");
        return runPipeline({ source, options, last: "finance", print: (run, report) => report.terminalReport(run, terminal.look) }, terminal);
      }),
    );
};
