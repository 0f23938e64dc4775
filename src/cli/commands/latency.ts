import { Option, type Command } from "commander";
import type { Act } from "../act.ts";
import type { LatencyOptions } from "../latency-options.ts";
import { withNetwork } from "../network-options.ts";

/** `latency`: round trips between two places over satellites, beside fibre. */
export const addLatency = (program: Command, act: Act): void => {
  const command = program.command("latency")
    .description("round trips between two places over a constellation: least, median, p99, ways and outages, beside fibre on the ground")
    .argument("<A>", "a city, station, site or satellite, or degrees north and east: 47.6N,122.3W; of cities of one name, Hyderabad@PK")
    .argument("<B>", "the other end");
  withNetwork(command)
    .addOption(new Option("--format <format>", "how to write it (default: table); csv has the samples").choices(["table", "csv", "json"]))
    .action((a: string, b: string, options: LatencyOptions) =>
      act(async (terminal) => {
        const { showLatency } = await import("../show-latency.ts");
        return showLatency([a, b], options, terminal);
      }),
    );
};
