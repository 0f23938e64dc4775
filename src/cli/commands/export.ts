import { InvalidArgumentError, Option, type Command } from "commander";
import type { Act } from "../act.ts";
import type { ExportOptions } from "../export-trajectories.ts";
import { withTrajectories } from "../trajectory-options.ts";

const FORMATS = ["oem", "czml"] as const;
const FRAMES = ["teme", "itrf"] as const;

const folded = <T extends string>(words: readonly T[]) => (word: string): T => {
  const found = words.find((known) => known === word.toLowerCase());
  if (found === undefined) throw new InvalidArgumentError(`one of ${words.join(", ")}.`);
  return found;
};

/** `export`: satellites by the minute for other programs. */
export const addExport = (program: Command, act: Act): void => {
  withTrajectories(program.command("export"))
    .description("satellites by the minute for other programs: CCSDS orbit ephemeris messages, or CZML to look at in Cesium")
    .requiredOption(`--format <${FORMATS.join("|")}>`, "what to write; an OEM message holds one satellite", folded(FORMATS))
    .option("--step <time>", "time between two positions", "60 s")
    .addOption(new Option(`--frame <${FRAMES.join("|")}>`, "frame of an OEM message (default: teme); CZML is Earth-fixed").argParser(folded(FRAMES)))
    .option("--light", "CZML: colour by sunlight and the Earth's umbra")
    .option("--out <path>", "a file, or a folder for the OEM messages of several satellites; left out, standard output")
    .action((source: string, options: ExportOptions) =>
      act(async (terminal) => {
        const { exportTrajectories } = await import("../export-trajectories.ts");
        return exportTrajectories(source, options, terminal);
      }),
    );
};
