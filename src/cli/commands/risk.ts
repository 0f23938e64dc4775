import { Option, type Command } from "commander";
import type { Act } from "../act.ts";
import { withScenario } from "../options.ts";
import { DESIGNS, type RiskOptions, type WorkerCommandOptions } from "../risk-options.ts";
import { workersOf } from "../workers.ts";

/** `risk`: many evaluations of one scenario, over threads or machines. */
export const addRisk = (program: Command, act: Act): void => {
  withScenario(program.command("risk"))
    .description("how sure, and what decides it: the scenario evaluated many times over its uncertain fields")
    .option("--samples <n>", "evaluations: whole blocks of the design, at most so many (default: 1024 blocks of saltelli, 64 of morris, 16384 points of others)")
    .addOption(new Option("--design <design>", "saltelli tells what decides it, morris what moves it; sobol, latin and random how sure alone").choices([...DESIGNS]).default("saltelli"))
    .option("--second-order", "saltelli: pairs of inputs too, at nearly twice the evaluations")
    .option("--seed <number>", "seed of the design (default: uncertainty.seed of the scenario)")
    .addOption(new Option("--plan <plan>", "the plan's decisions held as they are in the centre, or the plan solved anew each time").choices(["frozen", "lp", "milp"]).default("frozen"))
    .addOption(new Option("--flight <flight>", "flights from a table, or flown anew each time").choices(["interpolated", "flown"]).default("interpolated"))
    .addOption(new Option("--workers <n>", "threads; the result is the same for any (default: all cores; none of this machine's with --cluster)").argParser(workersOf))
    .option("--cluster <url>", "have it computed by workers (dawndusk worker) that share a PostgreSQL, postgres://..., and the folder of --out")
    .option("--frontier <build,launch>", "two inputs by path: for each value of the first, the value of the second at which the alternatives break even, with bands over all else")
    .option("--query <sql>", "ask DuckDB of the view samples: a row an evaluation, its number, inputs by path and outcomes")
    .option("--out <folder>", "write report.html, risk.json and the campaign there: manifest.json and shards/*.parquet; the same command goes on with what is unfinished")
    .action((source: string, options: RiskOptions) =>
      act(async (terminal) => {
        const { runRisk } = await import("../run-risk.ts");
        return runRisk(source, options, terminal);
      }),
    );
};

/** `worker`: computes for `risk --cluster` of other machines. */
export const addWorker = (program: Command, act: Act): void => {
  program.command("worker")
    .description("computes campaigns of risk --cluster, on as many machines as there are; ends with Ctrl+C, after what is under way")
    .requiredOption("--cluster <url>", "the PostgreSQL that all share: postgres://user:password@host:5432/database")
    .addOption(new Option("--workers <n>", "threads (default: all cores)").argParser(workersOf))
    .option("--out <folder>", "where this machine sees the folder that risk has as --out (default: at the same path)")
    .option("--idle <seconds>", "end after so long without work (default: wait for more)")
    .option("--quiet", "say nothing on standard error")
    .action((options: WorkerCommandOptions) =>
      act(async (terminal) => {
        const { runWorker } = await import("../run-worker.ts");
        return runWorker(options, terminal);
      }),
    );
};
