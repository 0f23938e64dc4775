import type { Command } from "commander";
import type { Act } from "../act.ts";
import type { StudioOptions } from "../studio-options.ts";

/** `studio`: the app on this machine. */
export const addStudio = (program: Command, act: Act): void => {
  program.command("studio")
    .description("the studio in a browser: the scenario and its answer side by side, sliders, one clock, risk; served on this machine alone")
    .argument("[scenario]", "a scenario file to open with; without it, the examples")
    .option("--port <port>", "port to listen on; 0 for any that is free", "4380")
    .option("--no-open", "do not open a browser")
    .action((source: string | undefined, options: StudioOptions) =>
      act(async (terminal) => {
        const { showStudio } = await import("../show-studio.ts");
        return showStudio(source, options, terminal);
      }),
    );
};
