/**
 * Drives on board: how many the data need, and whether those that fly are enough.
 *
 *   drives, wear, spares and power: physics/storage-plan; retention: physics/drive-wear, eq. 3
 *
 * The number is the plan's where the scenario writes none. Drives with a plan draw its mean power, without one what they draw while writing.
 * Dose of the life is that of the chips behind their shielding, solar protons with the same confidence (radiation-sizing.ts): drives are taken to lie
 * beside them.
 */
import { retention_yr, storagePlan, type Drive, type StoragePlan } from "../physics/index.ts";
import { entryOf, entryValue, type Scenario } from "../scenario/index.ts";
import { formatNumber, ZERO_CELSIUS_K } from "../units/index.ts";
import type { DoseSizing } from "./radiation-record.ts";
import type { StorageSizing } from "./sizing.ts";

type Orbit = NonNullable<Scenario["orbit"]>;

/** Class of JEDEC's rating at the end of endurance: without power, at this temperature. */
const RATED_C = 40;

export interface BoardStorage {
  readonly drives: number;
  readonly mass_kg: number;
  readonly power_W: number;
  /** Null where the scenario says nothing of the data, or the catalogue too little of the drive. */
  readonly plan: StoragePlan | null;
  /** Figures that the catalogue lacks for a plan of the data. */
  readonly lacking: readonly string[];
}

const NONE: BoardStorage = { drives: 0, mass_kg: 0, power_W: 0, plan: null, lacking: [] };
const PLAN_FIGURES = ["idle", "writeRate", "readRate"] as const;

/** The drives that fly; dose of the life behind the chips' shielding, null where not known. */
export const boardStorage = (scenario: Scenario, orbit: Orbit, dose_rad: number | null): BoardStorage => {
  const { storage, drives: written } = orbit.platform;
  if (storage === null || (written ?? 0) === 0 && orbit.data === null) return NONE;
  const entry = entryOf(scenario, { kind: "storage", id: storage });
  const counted = (drives: number): BoardStorage => ({ drives, mass_kg: drives * entryValue(entry, "mass"), power_W: drives * entryValue(entry, "power"), plan: null, lacking: [] });
  if (orbit.data === null) return counted(written ?? 0);
  const lacking = PLAN_FIGURES.filter((name) => entry.figures[name] === undefined);
  if (lacking.length > 0) return { ...counted(written ?? 0), lacking };
  const drive = driveOf(scenario, storage, orbit.data.doseLimit_cGy);
  const plan = planOf({ orbit, data: orbit.data, drive, dose_rad });
  const drives = written ?? plan.drives;
  return { drives, mass_kg: drives * drive.mass_kg, power_W: plan.mean_W + (drives - plan.drives) * drive.idle_W, plan, lacking };
};

const driveOf = (scenario: Scenario, storage: string, doseLimit_rad: number | null): Drive => {
  const entry = entryOf(scenario, { kind: "storage", id: storage });
  return {
    capacity_bytes: entryValue(entry, "capacity") * 1e12,
    mass_kg: entryValue(entry, "mass"),
    active_W: entryValue(entry, "power"),
    idle_W: entryValue(entry, "idle"),
    endurance_bytes: entryValue(entry, "endurance") * 1e15,
    write_bytes_per_s: entryValue(entry, "writeRate") * 1e9,
    read_bytes_per_s: entryValue(entry, "readRate") * 1e9,
    doseLimit_rad,
  };
};

const planOf = ({ orbit, data, drive, dose_rad }: { readonly orbit: Orbit; readonly data: NonNullable<Orbit["data"]>; readonly drive: Drive; readonly dose_rad: number | null }): StoragePlan =>
  storagePlan(
    { stored_bytes: data.stored_B, written_bytes_per_day: data.written_B_per_day, read_bytes_per_day: data.read_B_per_day, years: orbit.life_yr, dose_rad_per_yr: dose_rad === null ? null : dose_rad / orbit.life_yr },
    drive,
    {
      code: { data: data.dataShards, parity: data.parityShards },
      fate: { failure_per_yr: data.failureRate_per_yr, rebuild_h: data.rebuild_h, rebuilds: "parallel" },
      fill_frac: data.fill_frac,
      amplification: data.amplification,
      loss_frac: data.loss_frac,
      doseMargin: orbit.radiation.doseMargin,
    },
  );

/** What `size` says of the drives; null where the scenario says nothing of the data. */
export const storageSizing = (scenario: Scenario, orbit: Orbit, board: BoardStorage): StorageSizing | null => {
  const { plan, drives } = board;
  const { storage } = orbit.platform;
  if (orbit.data === null || plan === null || storage === null) return null;
  const retention = entryOf(scenario, { kind: "storage", id: storage }).figures["retention"];
  return {
    drives,
    needed: plan.lossBound_frac === null ? null : plan.drives,
    limit: plan.limit,
    groups: plan.groups,
    sparesPerGroup: plan.sparesPerGroup,
    mass_kg: board.mass_kg,
    power_W: board.power_W,
    active_frac: plan.active_frac,
    wear_frac: plan.wear_frac,
    lossBound_frac: plan.lossBound_frac,
    retention_yr: retention === undefined ? null : retention_yr({ retention_yr: retention.value, temperature_C: RATED_C }, orbit.data.temperature_K - ZERO_CELSIUS_K),
    dose_rad: plan.dose_rad,
    dose: plan.dose,
  };
};

/** What the drives break, each with its numbers. */
export const storageReasons = (orbit: Orbit, { board, sizing, dose }: { readonly board: BoardStorage; readonly sizing: StorageSizing | null; readonly dose: DoseSizing | null }): readonly string[] => {
  if (board.lacking.length > 0) return [`no plan of orbit.data: storage/${orbit.platform.storage} gives no ${board.lacking.join(", ")}; name another drive, or remove orbit.data`];
  if (sizing === null || board.plan === null) return [];
  const short = sizing.needed !== null && sizing.drives < sizing.needed;
  const sure = orbit.data === null || orbit.data.doseLimit_cGy === null || dose === null || orbit.radiation.doseMargin * dose.sure_rad > orbit.data.doseLimit_cGy;
  return [
    ...board.plan.why.filter((why) => sure || !why.startsWith("dose")).map((why) => `storage: ${why}${why.startsWith("dose") ? " (orbit.data.doseLimit)" : ""}`),
    ...(short ? [`${sizing.drives} drives are fewer than the ${sizing.needed} that the data need: ${sizing.groups} groups of ${orbit.data!.dataShards}+${orbit.data!.parityShards} and ${sizing.sparesPerGroup} spares each, set by ${sizing.limit}, at ${formatNumber(orbit.data!.failureRate_per_yr)} failures a drive and year; leave orbit.platform.drives out`] : []),
  ];
};
