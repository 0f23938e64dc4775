/** What `export` writes, and where. */
import { statSync } from "node:fs";
import { basename } from "node:path";
import { eclipses } from "../events/index.ts";
import { czmlText, inItrf, oemFileName, oemText } from "../ephemeris/index.ts";
import type { CzmlSatellite, Trajectory } from "../ephemeris/index.ts";
import { formatUtc } from "../units/index.ts";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { UsageError } from "./failure.ts";
import { tryFile, writeFile } from "./out-file.ts";
import { outFolder } from "./out-folder.ts";
import { printPieces } from "./print-pieces.ts";
import { quantityOption } from "./quantity-option.ts";
import type { Terminal } from "./terminal.ts";
import { readTrajectories, type TrajectorySource } from "./trajectories.ts";
import type { TrajectoryOptions } from "./trajectory-options.ts";

export interface ExportOptions extends TrajectoryOptions {
  readonly format: "oem" | "czml";
  readonly step: string;
  readonly frame?: "teme" | "itrf";
  readonly light?: true;
  readonly out?: string;
}

const ORIGINATOR = "DAWNDUSK";

export const exportTrajectories = async (source: string, options: ExportOptions, terminal: Terminal): Promise<ExitCode> => {
  const step_s = stepOf(options);
  if (options.format === "czml" && options.out !== undefined) tryFile(options.out);
  const found = await readTrajectories(source, options, terminal);
  guardRows(found, step_s);
  try {
    if (options.format === "czml") await writeCzml(found, { name: documentName(source), step_s, options }, terminal);
    else await writeOem(found, { step_s, options }, terminal);
  } catch (error) {
    // A satellite that loses its position, or a span shorter than two rows.
    if (error instanceof RangeError) throw new UsageError(error.message, "choose another time, or leave that satellite out");
    throw error;
  }
  return EXIT.done;
};

/** Without the folders in which it lies. */
const documentName = (source: string): string => (source === "-" ? "elements" : basename(source));

/** Some 6 GB of OEM messages, 2.5 GB of CZML. */
const ROWS_MAX = 50_000_000;

const guardRows = ({ trajectories }: TrajectorySource, step_s: number): void => {
  const rows = trajectories.reduce((sum, { span }) => sum + Math.ceil((span.end_s - span.start_s) / step_s) + 1, 0);
  if (rows <= ROWS_MAX) return;
  throw new UsageError(`${rows.toLocaleString("en-US")} rows of ${trajectories.length} satellites, where ${ROWS_MAX.toLocaleString("en-US")} are written at most, several GB`, "a longer --step takes fewer, --days or --hours a shorter period, --satellite some satellites");
};

const STEP_LEAST_S = 1e-3;

const stepOf = ({ step, format, frame, light }: ExportOptions): number => {
  const step_s = quantityOption(step, { name: "--step", unit: "s", example: "60 s", good: (s) => s >= STEP_LEAST_S, wanted: "a time not below a millisecond, for example 60 s" });
  if (format === "czml" && frame === "teme") throw new UsageError("--frame teme: CZML knows no TEME", "leave --frame out, or write OEM");
  if (format === "oem" && light === true) throw new UsageError("--light: an OEM message has no colours", "leave it out, or write CZML");
  return step_s;
};

const writeCzml = async (found: TrajectorySource, { name, step_s, options }: { readonly name: string; readonly step_s: number; readonly options: ExportOptions }, terminal: Terminal): Promise<void> => {
  const { start_s, end_s, stations, scenario } = found;
  const text = czmlText(czmlSatellites(found, options.light === true), { name: scenario?.name ?? name, start_s, end_s, step_s, stations });
  if (options.out === undefined) return printPieces(text, terminal);
  await writeFile(options.out, text);
  terminal.write(`${options.out}\n`);
};

function* czmlSatellites({ trajectories, start_s, end_s }: TrajectorySource, light: boolean): Generator<CzmlSatellite> {
  for (const trajectory of trajectories) {
    const dark = light ? eclipses(trajectory, { start_s, end_s }).eclipses.filter(({ kind }) => kind === "umbra") : null;
    yield { trajectory: inItrf(trajectory), dark };
  }
}

const writeOem = async ({ trajectories }: TrajectorySource, { step_s, options }: { readonly step_s: number; readonly options: ExportOptions }, terminal: Terminal): Promise<void> => {
  const creationDate = formatUtc(Math.floor(now_s()));
  const text = (trajectory: Trajectory): Iterable<string> => oemText(options.frame === "itrf" ? inItrf(trajectory) : trajectory, { step_s, creationDate, originator: ORIGINATOR });
  const [first, ...others] = trajectories;
  const folder = options.out !== undefined && (others.length > 0 || isFolder(options.out)) ? outFolder(options.out) : undefined;
  if (folder !== undefined) {
    for (const [file, trajectory] of byFile(trajectories)) await writeFile(`${folder}/${file}`, text(trajectory));
    terminal.write(`${folder}\n`);
  } else if (others.length > 0) {
    throw new UsageError(`${trajectories.length} satellites, and an OEM message holds one`, "--out <folder> writes a file for each; --satellite chooses one");
  } else if (options.out !== undefined) {
    await writeFile(options.out, text(first!));
    terminal.write(`${options.out}\n`);
  } else await printPieces(text(first!), terminal);
};

/** The clock, or what stands for it where outputs are to be the same bytes: reproducible-builds.org/specs/source-date-epoch. */
const now_s = (): number => {
  const fixed = process.env.SOURCE_DATE_EPOCH ?? "";
  if (fixed === "") return Date.now() / 1000;
  if (!/^\d{1,11}$/.test(fixed)) throw new UsageError(`SOURCE_DATE_EPOCH is "${fixed}"`, "whole seconds since 1970, UTC");
  return Number(fixed);
};

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** Files by name, on any disk: two names that differ by case alone are one. */
const byFile = (trajectories: readonly Trajectory[]): ReadonlyMap<string, Trajectory> => {
  const files = new Map<string, Trajectory>();
  const taken = new Set<string>();
  for (const trajectory of trajectories) {
    const name = oemFileName(trajectory);
    let file = name;
    for (let k = 2; taken.has(file.toLowerCase()); k++) file = name.replace(/\.oem$/, `-${k}.oem`);
    taken.add(file.toLowerCase());
    files.set(file, trajectory);
  }
  return files;
};
