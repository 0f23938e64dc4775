import type { Command } from "commander";
import type { Act } from "../act.ts";
import type { DescriptionOptions } from "../show-description.ts";

/** `description`: an open description held against its format. */
export const addDescription = (program: Command, act: Act): void => {
  program
    .command("description")
    .description("an open description of an orbital data centre (docs/guide/description.md): its problems with their places, or what it says")
    .argument("<file>", "YAML or JSON with orbitalDataCentre: 2 (or 1)")
    .option("--migrate", "print it in the present version, as JSON (which is YAML too)")
    .option("--json", "print one JSON document and nothing else")
    .option("--quiet", "no notes on standard error")
    .action((file: string, options: DescriptionOptions) =>
      act(async (terminal) => {
        const { showDescription } = await import("../show-description.ts");
        return showDescription(file, options, terminal);
      }),
    );
};
