/** Dose of the parts, upsets of the chips, what still works, and what synchronous jobs keep. */
import type { PlatformSizing, RadiationSizing, SynchronousSizing } from "../../size/index.ts";
import { formatFigure, formatPercent } from "../format.ts";
import { factTable, numberColumn, wordColumn, type Fact, type Table } from "../table.ts";

const doseFacts = ({ dose, limit_rad, margin }: RadiationSizing): readonly Fact[] =>
  dose === null
    ? [["dose", "not known", "the notes say why"]]
    : [
        ["dose", `${dose.boundOf_km === null ? "" : "at most "}${formatFigure(dose.dose_rad_per_yr)} rad a year`, `belts ${formatFigure(dose.trapped_rad_per_yr)}, solar protons ${formatFigure(dose.solar_rad_per_yr)}: mean over the life`],
        ["dose of the life", `${dose.boundOf_km === null ? "" : "at most "}${formatFigure(dose.life_rad)} rad`, `${margin === 1 ? "" : `${formatFigure(margin)} times which `}against ${formatFigure(limit_rad)} rad that the parts stand: reached after ${formatFigure(dose.doseLife_yr)} yr`],
      ];

const HOURS = 3600;
const DAY_H = 24;

/** "46.4 d", "9.20 h", "8.63 min": whichever is above one. */
const interval = (seconds: number): string => {
  const hours = seconds / HOURS;
  if (hours >= 2 * DAY_H) return `${formatFigure(hours / DAY_H)} d`;
  return hours >= 1 ? `${formatFigure(hours)} h` : `${formatFigure(seconds / 60)} min`;
};

const upsetFacts = ({ upsets }: RadiationSizing): readonly Fact[] =>
  upsets === null ? [] : [
    ["interruptions of a chip", `${formatFigure(upsets.interruptions_per_chip_yr)} a year`, `uncorrectable memory error every ${interval(upsets.memoryInterval_s)}, silent corruption every ${interval(upsets.corruptionInterval_s)}`],
  ];

const survivalFacts = ({ survival, spares }: RadiationSizing): readonly Fact[] => [
  ["accelerators alive at the end", formatPercent(survival.aliveAtEnd_frac), "nobody repairs them"],
  ["working, mean of the life", formatPercent(survival.workingMean_frac), `${formatPercent(survival.workingAtEnd_frac)} at its end${spares === 0 ? "" : `, with ${formatFigure(spares)} spares`}: capacity counts by it`],
];

/** What radiation and age do to the platform. */
export const radiationTable = ({ radiation }: PlatformSizing): Table =>
  factTable({
    id: "radiation", title: "Radiation and failures",
    note: "AP-8 and AE-8 are known to a factor of two in low orbits. Cosmic rays are in neither dose nor upsets.",
    facts: [
      ["shielding", `${formatFigure(radiation.aluminium_mm)} mm`, `of aluminium, ${formatFigure(radiation.shielding_kg_per_m2)} kg/m2 over ${formatFigure(radiation.shieldedArea_m2)} m2`],
      ...doseFacts(radiation), ...upsetFacts(radiation), ...survivalFacts(radiation),
    ],
  });

const INPUT: Readonly<Record<string, string>> = {
  dose: "dose", checkpoint: "time of a checkpoint", restart: "time of a restart", memoryFatal: "memory errors that stop the job", memoryDose: "dose a memory error", functionalDose: "dose an interrupt of the accelerator",
  hostProcessorDose: "dose a crash of the host processor", hostMemoryDose: "dose a crash of its memory", chipsPerHost: "accelerators a host", interruptions: "interruptions as on the ground",
};

/** Jobs that all of their chips must work for, in orbit. */
export const synchronousTable = (jobs: readonly SynchronousSizing[]): Table => ({
  id: "synchronous",
  title: "Synchronous jobs in orbit",
  columns: [wordColumn("class"), numberColumn("chips", ""), numberColumn("interrupted every", "s"), numberColumn("checkpoint every", "s"), numberColumn("useful", "%"), wordColumn("decides")],
  rows: jobs.map((job) => [job.id, job.chips, job.mtbf_s, job.interval_s, 100 * job.useful_frac, `${INPUT[job.decides.input]}: ${formatPercent(job.decides.low_frac)} to ${formatPercent(job.decides.high_frac)}`]),
  note: "Useful: work kept over work run, at the best interval between checkpoints. Decides: the input whose range moves it most, and useful at its ends.",
});

/** Both, where there is a job. */
export const radiationTables = (platform: PlatformSizing): readonly Table[] => {
  const jobs = platform.radiation.synchronous ?? [];
  return [radiationTable(platform), ...(jobs.length === 0 ? [] : [synchronousTable(jobs)])];
};
