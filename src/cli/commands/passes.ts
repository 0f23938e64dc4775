import { Option, type Command } from "commander";
import type { Act } from "../act.ts";
import { collect } from "../collect.ts";
import type { PassesOptions } from "../show-passes.ts";
import { withTrajectories } from "../trajectory-options.ts";

/** `passes`: when satellites stand over ground stations. */
export const addPasses = (program: Command, act: Act): void => {
  withTrajectories(program.command("passes"))
    .description("when satellites stand over ground stations: rise, culmination and set, in order of time")
    .option("--station <id>", "a station of the catalogue, instead of the scenario's; may be repeated", collect, [])
    .option("--at <lat,lon[,height]>", "a place in degrees north and east and metres, instead of the scenario's; may be repeated", collect, [])
    .option("--elevation <angle>", "lowest elevation that counts (default: the scenario's, or that of the field network.elevationMin)")
    .option("--data", "what each pass carries over the scenario's downlink, and whether the satellite's one terminal serves it")
    .addOption(new Option("--format <format>", "how to write them (default: table)").choices(["table", "csv", "json"]))
    .option("--json", "print one JSON document and nothing else")
    .option("--out <file>", "write to a file instead of standard output")
    .action((source: string, options: PassesOptions) =>
      act(async (terminal) => {
        const { showPasses } = await import("../show-passes.ts");
        return showPasses(source, options, terminal);
      }),
    );
};
