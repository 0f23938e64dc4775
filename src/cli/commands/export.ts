import { InvalidArgumentError, Option, type Command } from "commander";
import type { Act } from "../act.ts";
import type { ExportOptions } from "../export-trajectories.ts";
import { withTrajectories } from "../trajectory-options.ts";

const FORMATS = ["oem", "czml", "lp", "mps", "ocf"] as const;
const FRAMES = ["teme", "itrf"] as const;

const folded = <T extends string>(words: readonly T[]) => (word: string): T => {
  const found = words.find((known) => known === word.toLowerCase());
  if (found === undefined) throw new InvalidArgumentError(`one of ${words.join(", ")}.`);
  return found;
};

type Options = Omit<ExportOptions, "format"> & { readonly format: (typeof FORMATS)[number] };

/** `export`: satellites by the minute, the plan's model, or a cap table, for other programs. */
export const addExport = (program: Command, act: Act): void => {
  withTrajectories(program.command("export"))
    .description("for other programs: satellites by the minute as CCSDS orbit ephemeris messages, or as CZML to look at in Cesium; or a scenario's plan as a linear program in LP or MPS text; or the cap table of its deals in Open Cap Format")
    .requiredOption(`--format <${FORMATS.join("|")}>`, "what to write; an OEM message holds one satellite, LP and MPS the model that plan solves, OCF several files in the folder of --out", folded(FORMATS))
    .option("--step <time>", "time between two positions", "60 s")
    .addOption(new Option(`--frame <${FRAMES.join("|")}>`, "frame of an OEM message (default: teme); CZML is Earth-fixed").argParser(folded(FRAMES)))
    .option("--light", "CZML: colour by sunlight and the Earth's umbra")
    .option("--out <path>", "a file, or a folder for the OEM messages of several satellites; left out, standard output")
    .action((source: string, { format, ...options }: Options) =>
      act(async (terminal) => {
        if (format === "ocf") {
          const { exportOcf } = await import("../ocf.ts");
          return exportOcf(source, options, terminal);
        }
        if (format === "lp" || format === "mps") {
          const { exportModel } = await import("../export-model.ts");
          return exportModel(source, { ...options, format }, terminal);
        }
        const { exportTrajectories } = await import("../export-trajectories.ts");
        return exportTrajectories(source, { ...options, format }, terminal);
      }),
    );
};
