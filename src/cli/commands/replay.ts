import type { Command } from "commander";
import type { Act } from "../act.ts";
import type { ReplayOptions } from "../show-replay.ts";

/** `replay`: what a scheduler's journal leads to. */
export const addReplay = (program: Command, act: Act): void => {
  program
    .command("replay")
    .argument("<journal>", 'journal of a scheduler (JSON lines), or "-" for standard input')
    .description("hands the events of a scheduler's journal to the scheduler again, compares every transition and the final hash, and prints the state")
    .option("--job <id>", "also tell why a job waits, where it could start, when, and for how much")
    .option("--state <file>", "write the whole state as JSON")
    .option("--json", "print one JSON document and nothing else")
    .action((journal: string, options: ReplayOptions) =>
      act(async (terminal) => {
        const { showReplay } = await import("../show-replay.ts");
        return showReplay(journal, options, terminal);
      }),
    );
};
