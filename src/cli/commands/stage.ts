import type { Command } from "commander";
import type { StageName } from "../../run/index.ts";
import type { Act } from "../act.ts";
import { withScenario, type CommonOptions } from "../options.ts";

const ABOUT: Readonly<Record<StageName, string>> = {
  size: "close one platform: mass, power, heat, area, and what binds",
  fly: "fly it by the minute: light, battery, heat, contacts",
  serve: "place the demand: which class may run where, and a replayed week",
  plan: "build it out: what is built and launched in which quarter",
  finance: "count the money: levelised cost by tier, its boundary, cash flow",
};

/** `size`, `fly`, `serve`, `plan`, `finance`: that stage in detail, after the stages it needs. */
export const addStage = (program: Command, act: Act, stage: StageName): void => {
  withScenario(program.command(stage))
    .description(ABOUT[stage])
    .option("--out <folder>", "write what was computed there: report.html, run.json, series.parquet, fleet.parquet")
    .action((source: string, options: CommonOptions) =>
      act(async (terminal) => {
        const { runPipeline } = await import("../run-pipeline.ts");
        return runPipeline({ source, options, last: stage, print: (run, report) => report.stageReport(run, stage, terminal.look) }, terminal);
      }),
    );
};
