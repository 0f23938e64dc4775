/** `--draw`: one draw of the gates' dates and outcomes, in place of central dates and likelier outcomes. */
import type { Command } from "commander";
import type { CommonOptions } from "./options.ts";

export interface DrawOptions {
  readonly draw?: string;
}

export const withGateDraw = (command: Command): Command => command.option("--draw <number>", "take that draw of the gates' dates and outcomes: the same as --set uncertainty.draw=<number>");

/** The settings of a command with its draw among them. */
export const withDraw = ({ set, draw }: Pick<CommonOptions, "set"> & DrawOptions): readonly string[] => (draw === undefined ? set : [...set, `uncertainty.draw=${draw}`]);
