import type { Command } from "commander";
import type { Act } from "../act.ts";
import { EXIT } from "../exit-code.ts";
import { UsageError } from "../failure.ts";
import { jsonText } from "../json-text.ts";

/** `explain`: unit, range, default, source and meaning of a field. */
export const addExplain = (program: Command, act: Act): void => {
  program
    .command("explain")
    .description("what a field means: unit, range, default with its source, and how it may be written")
    .argument("<path>", "a field or a section: orbit.altitude, ground.sites[].pue, launch")
    .option("--json", "print one JSON document and nothing else")
    .option("--quiet", "no notes on standard error")
    .action((path: string, options: { readonly json?: true }) =>
      act(async (terminal) => {
        const { explain, formatExplanation } = await import("../../scenario/index.ts");
        const explained = explain(path);
        if (!explained.ok) throw new UsageError(`a scenario has no field "${explained.found}"`, explained.hint);
        terminal.write(options.json === true ? jsonText(explained.explanation) : `${formatExplanation(explained.explanation)}\n`);
        return EXIT.done;
      }),
    );
};
