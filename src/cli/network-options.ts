/** Options of the commands that route over a network of satellites. */
import { Option, type Command } from "commander";
import { collect } from "./collect.ts";
import { withPeriod } from "./trajectory-options.ts";

/** Adds satellites, period, links, stations and failures, and how the answer is written. */
export const withNetwork = (command: Command): Command => {
  command
    .option("--scenario <file>", 'scenario (YAML or JSON), or elements: TLE, or CCSDS OMM; "-" reads standard input', "scenario.yaml")
    .option("--at <date>", "the same as --start");
  return withPeriod(command, { when: "", usual: "1 day" })
    .option("--step <time>", "between samples; changes of way are found to 0.1 s, over nearest links to an eighth of this", "60 s")
    .addOption(new Option("--links <kind>", "between satellites (default: the grid of a scenario's fleet, the nearest of elements)").choices(["grid", "nearest", "none"]))
    .option("--grid <PxS>", "elements are P planes of S satellites in the order of the file, linked in a grid")
    .option("--terminals <number>", "links of each satellite to its nearest", "4")
    .option("--link-range <distance>", "longest link between satellites (default: any that clears 80 km)")
    .option("--elevation <angle>", "lowest elevation of a link to the ground (default: the scenario's, or that of the field network.elevationMin)")
    .option("--range <distance>", "longest link to the ground; alone, in place of an elevation")
    .option("--relay <place>", "a station where a route may come down and go up again; may be repeated", collect, [])
    .option("--fibre", "the ends also reach the relays through fibre, at the scenario's network.pathStretch")
    .option("--hop <time>", "that a satellite takes to pass on", "0 s")
    .option("--satellite-fails <up,down>", 'satellites fail at random: mean times up and down, "5000 h,24 h"')
    .option("--link-fails <up,down>", "links of the grid do")
    .option("--station-fails <up,down>", "both ends and relays do, as by weather")
    .option("--seed <number>", "of what fails", "1")
    .option("--set <path=value>", "put a value in place of the scenario's; may be repeated", collect, [])
    .option("--json", "print one JSON document and nothing else")
    .option("--out <file>", "write to a file instead of standard output")
    .option("--quiet", "no progress and no notes on standard error");
};
