import type { Command } from "commander";
import type { Act } from "../act.ts";
import { withNetwork } from "../network-options.ts";
import type { MoveOptions } from "../show-move.ts";

/** `move`: data from one place to another, or to any station, with what waits and what is lost. */
export const addMove = (program: Command, act: Act): void => {
  const command = program.command("move")
    .description("data over a constellation: what is delivered, what waits in the store where it was made, what is lost, and when all is there")
    .argument("<A>", "where it is made: a city, station, site or satellite, or degrees north and east")
    .argument("<B>", 'where it goes, or "stations": any of the scenario\'s and of those that --relay names');
  withNetwork(command)
    .option("--data <amount>", "all made at the start: 1 TB")
    .option("--rate <rate>", "made all the time, instead of --data: 0.5 Gb/s")
    .option("--store <amount>", "what can wait where it is made (default: all)")
    .option("--ground-rate <rate>", "of a link to the ground, one direction (default: the scenario's network.stationRate, or that of the field)")
    .option("--link-rate <rate>", "of a link between satellites (default: that of the field network.routes.linkRate)")
    .option("--fibre-rate <rate>", "between the ends and relays (--fibre)", "100 Gb/s")
    .action((a: string, b: string, options: MoveOptions) =>
      act(async (terminal) => {
        const { showMove } = await import("../show-move.ts");
        return showMove([a, b], options, terminal);
      }),
    );
};
