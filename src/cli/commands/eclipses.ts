import { Option, type Command } from "commander";
import type { Act } from "../act.ts";
import type { EclipseListOptions } from "../show-eclipses.ts";
import { withTrajectories } from "../trajectory-options.ts";

/** `eclipses`: when satellites are in the Earth's shadow. */
export const addEclipses = (program: Command, act: Act): void => {
  withTrajectories(program.command("eclipses"))
    .description("when satellites are in the Earth's umbra and penumbra, to the millisecond, and the least of the Sun they see")
    .option("--ellipsoid", "the shadow of the WGS 84 ellipsoid, not of a sphere of the equatorial radius")
    .addOption(new Option("--format <format>", "how to write them (default: table)").choices(["table", "csv", "json"]))
    .option("--json", "print one JSON document and nothing else")
    .option("--out <file>", "write to a file instead of standard output")
    .action((source: string, options: EclipseListOptions) =>
      act(async (terminal) => {
        const { showEclipses } = await import("../show-eclipses.ts");
        return showEclipses(source, options, terminal);
      }),
    );
};
