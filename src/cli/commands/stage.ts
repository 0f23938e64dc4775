import type { Command } from "commander";
import type { StageName } from "../../run/index.ts";
import type { Act } from "../act.ts";
import { withGateDraw } from "../draw.ts";
import type { FlyEventsOptions } from "../fly-events.ts";
import { withHappened } from "../happened.ts";
import { withScenario, type CommonOptions } from "../options.ts";
import type { StudyOptions } from "../study-options.ts";
import type { Terminal } from "../terminal.ts";
import { withWorkers } from "../workers.ts";
import { withBook } from "../write-book.ts";
import { refuseWithoutEvents, withFlyEvents } from "./fly-events.ts";
import { asksForStudy, withStudy } from "./study.ts";

const ABOUT: Readonly<Record<StageName, string>> = {
  size: "close one platform: mass, power, heat, area, and what binds",
  fly: "fly it by the minute: light, battery, heat, contacts; ground sites by the hour: price, weather, power, outages",
  serve: "place the demand: which class may run where, and a replayed week",
  plan: "build it out: what is built and launched in which quarter",
  finance: "count the money: levelised cost by tier, its boundary, cash flow",
};

/** `size`, `fly`, `serve`, `plan`, `finance`: that stage in detail, after the stages it needs. */
export const addStage = (program: Command, act: Act, stage: StageName): void => {
  const command = withScenario(program.command(stage))
    .description(ABOUT[stage])
    .option("--out <folder>", "write what was computed there: report.html, run.json, series.parquet, fleet.parquet, site-<id>.parquet");
  if (stage !== "size") withWorkers(command);
  if (stage === "serve") command.option("--journal <file>", "write the scheduler's journal of the days of jobs (serve) there: dawndusk replay reads it");
  if (stage === "plan" || stage === "finance") withGateDraw(command);
  if (stage === "size") withStudy(command);
  if (stage === "finance") command.option("--deals", "solve the plan of a customer, a partner, a buyer and a builder beside it: what each is worth, risks and may launch");
  if (stage === "finance") withBook(command);
  if (stage === "plan") withHappened(command).option("--access <modes>", "plan as customer, partner or owner of vehicles with launch.vehicles.access: the first of the modes; beside it stand all others that have terms, named or not");
  (stage === "fly" ? withFlyEvents(command) : command).action((source: string, options: CommonOptions | FlyEventsOptions | StudyOptions, { args }: Command) =>
    act(async (terminal) => {
      if (stage === "size" && asksForStudy(options as StudyOptions)) {
        const { runStudy } = await import("../run-study.ts");
        return runStudy(source, options as StudyOptions, terminal);
      }
      const run = async (on: Terminal, from = source) => {
        const { runPipeline } = await import("../run-pipeline.ts");
        return runPipeline({ source: from, options, last: stage, print: (record, report) => report.stageReport(record, stage, on.look) }, on);
      };
      if (!("events" in options)) {
        refuseWithoutEvents(options);
        if (stage === "fly") {
          const { refuseElements } = await import("../trajectories.ts");
          refuseElements(source);
        }
        return run(terminal);
      }
      const { flyEvents, sourceInEvents } = await import("../fly-events.ts");
      const [from, asked] = args.length === 0 ? sourceInEvents(source, options) : [source, options];
      return flyEvents(from, asked, terminal, (on) => run(on, from));
    }),
  );
};
