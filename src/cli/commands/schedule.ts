import { Option, type Command } from "commander";
import type { Act } from "../act.ts";
import { JOB_FORMATS, POLICY_NAMES, type ScheduleOptions } from "../schedule-options.ts";

/** `schedule`: a list of jobs on equal nodes, without a scenario. */
export const addSchedule = (program: Command, act: Act): void => {
  program
    .command("schedule")
    .argument("<jobs>", 'list of jobs, trace or rates of requests, or batch script; "-" for standard input')
    .description("runs a list of jobs on equal nodes by a policy: who waits how long, and the schedule as CSV, Parquet, SWF, a Perfetto trace and a journal")
    .requiredOption("--nodes <count>", "equal nodes")
    .addOption(new Option("--format <format>", "what the list is (default: as its name and its first line say)").choices([...JOB_FORMATS]))
    .addOption(new Option("--policy <policy>", "who runs when").choices([...POLICY_NAMES]).default("easy"))
    .option("--accelerators-per-node <count>", "accelerators of a node", "1")
    .option("--power <power>", "taken by a busy accelerator, with its part of the node", "700 W")
    .option("--estimate <time>", "for jobs that state no time limit (default: such a job is a problem)")
    .option("--per-request <time>", "an accelerator's time for a request of openai-batch, servegen or rates")
    .option("--input-rate <count>", "tokens a second that an accelerator reads, for azure and mooncake")
    .option("--output-rate <count>", "tokens a second that an accelerator writes, for azure and mooncake")
    .option("--steps <file>", "steps a second for gavel: JSON by job type, or a table in Gavel's own form (default: as its authors measured them)")
    .option("--chip <name>", "accelerator of that table: v100, p100 or k80 of the authors' own", "v100")
    .option("--job <id>", "also tell why a job waits or failed")
    .option("--out <folder>", "write schedule.csv, schedule.parquet, schedule.swf, schedule.trace.json and journal.jsonl")
    .option("--json", "print one JSON document and nothing else")
    .action((jobs: string, options: ScheduleOptions) =>
      act(async (terminal) => {
        const { showSchedule } = await import("../show-schedule.ts");
        return showSchedule(jobs, options, terminal);
      }),
    );
};
