import type { Command } from "commander";
import type { Act } from "../act.ts";
import { EXIT } from "../exit-code.ts";
import { jsonText } from "../json-text.ts";
import { withScenario, type CommonOptions } from "../options.ts";

/** `check`: all problems of a scenario at once. */
export const addCheck = (program: Command, act: Act): void => {
  withScenario(program.command("check"))
    .description("all problems of a scenario at once, with place, what was found, what was expected, and a hint")
    .action((source: string, options: CommonOptions) =>
      act(async (terminal) => {
        const { readScenario } = await import("../read-scenario.ts");
        const scenario = await readScenario({ source, set: options.set }, terminal);
        if (options.json === true) terminal.write(jsonText({ problems: [], notes: scenario.notes }));
        else terminal.write(`${source}: no problems. ${scenario.assumptions.length} numbers, ${scenario.assumptions.filter((a) => a.origin === "scenario" || a.origin === "set").length} of them written here.\n`);
        if (options.json !== true && options.quiet !== true) for (const note of scenario.notes) terminal.tell(`note: ${note}\n`);
        return EXIT.done;
      }),
    );
};
