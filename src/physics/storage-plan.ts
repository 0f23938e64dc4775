/**
 * Drives for data: how many, what they weigh and draw, whether they last, and what decides.
 *
 *   1. data drives = max(stored / (fill C), w a 365.25 T / E): room, or endurance over the years T        (drive-wear.ts, eq. 2)
 *   2. groups g = ceil(data drives / k); shards g (k + m); the written bytes grow by (k + m)/k but so do the drives, so 1 stands per data drive
 *   3. spares of a group: fewest s with 1 - (1 - P)^g <= target, P the bound of data-durability.ts, eq. 3
 *   4. power: a shard is active for the share w/(g k W) + r/(g k R) of the time (W, R its write and read rate), idle the rest; spares idle
 *   5. dose over the years against the drive's limit over the margin
 *
 * Assumes: writes and reads spread evenly (wear levelling across drives as within); reads touch data shards; drives fail as data-durability has it.
 * No verdict on dose where the drive's limit is not known: the plan says so. Upsets of controllers, which power-cycle a drive, are not in it.
 * Range: share of time active up to 1, else the rate is what limits. Accuracy: arithmetic; durability as data-durability.ts.
 */
import { anyLoss_frac, lossBound_frac } from "./data-durability.ts";
import type { DriveFate, ErasureCode } from "./data-durability.ts";
import { wear_frac, wearLife_yr } from "./drive-wear.ts";
import { DAY_S, formatNumber } from "../units/index.ts";
import { inRange } from "./in-range.ts";

export type Drive = {
  readonly capacity_bytes: number;
  readonly mass_kg: number;
  readonly active_W: number;
  readonly idle_W: number;
  readonly endurance_bytes: number;
  readonly write_bytes_per_s: number;
  readonly read_bytes_per_s: number;
  /** Dose to which the drive was shown to work; null where nobody published one. */
  readonly doseLimit_rad: number | null;
};

export type StorageNeed = {
  readonly stored_bytes: number;
  /** From the hosts, before coding. */
  readonly written_bytes_per_day: number;
  readonly read_bytes_per_day: number;
  readonly years: number;
  /** Null where it is not known. */
  readonly dose_rad_per_yr: number | null;
};

export type StorageRules = {
  readonly code: ErasureCode;
  readonly fate: DriveFate;
  /** Highest share of a drive's capacity that is filled. */
  readonly fill_frac: number;
  /** Write amplification over that of the endurance rating. */
  readonly amplification: number;
  /** Highest probability that any data are lost over the years. */
  readonly loss_frac: number;
  /** Divides the dose limit. */
  readonly doseMargin: number;
};

export type StoragePlan = {
  readonly status: "feasible" | "infeasible";
  readonly why: readonly string[];
  /** What the number of data drives follows from. */
  readonly limit: "room" | "endurance";
  readonly groups: number;
  readonly sparesPerGroup: number;
  /** Shards and spares. */
  readonly drives: number;
  readonly mass_kg: number;
  readonly idle_W: number;
  readonly mean_W: number;
  /** Share of the time that a shard reads or writes. */
  readonly active_frac: number;
  /** Share of endurance used over the years. */
  readonly wear_frac: number;
  readonly wearLife_yr: number;
  /** Upper bound; null where no number of spares is enough. */
  readonly lossBound_frac: number | null;
  readonly dose_rad: number | null;
  readonly dose: DoseVerdict;
};

export type DoseVerdict = "within" | "exceeded" | "no published limit" | "dose not known";

/** Beyond this many spares of one group no plan is one. */
const SPARES_MOST = 4096;

/** Drives that hold the data and live through the writes, with redundancy and spares; RangeError for a field out of range. */
export function storagePlan(need: StorageNeed, drive: Drive, rules: StorageRules): StoragePlan {
  check(need, drive, rules);
  const room = need.stored_bytes / (rules.fill_frac * drive.capacity_bytes);
  const worn = wear_frac(drive, { written_bytes_per_day: need.written_bytes_per_day, amplification: rules.amplification }, need.years);
  const { data, parity } = rules.code;
  const groups = Math.max(1, Math.ceil(Math.max(room, worn) / data));
  const spared = spares(groups, need.years, rules);
  const shards = groups * (data + parity);
  const drives = shards + groups * spared.count;
  const active_frac = activeShare(need, drive, groups * data);
  const dose_rad = need.dose_rad_per_yr === null ? null : need.dose_rad_per_yr * need.years;
  const load = { written_bytes_per_day: need.written_bytes_per_day / (groups * data), amplification: rules.amplification };
  const verdict = driveDose({ dose_rad, limit_rad: drive.doseLimit_rad, margin: rules.doseMargin });
  const why = [
    ...(active_frac > 1 ? [`drives would have to read and write ${active_frac.toPrecision(3)} of the time: add drives`] : []),
    ...(spared.bound_frac === null
      ? [`data lost with more than ${rules.loss_frac} chance whatever the spares: add parity or rebuild faster`]
      : []),
    ...(verdict === "exceeded" && dose_rad !== null ? [`dose of ${formatNumber(dose_rad)} rad in ${formatNumber(need.years)} yr, ${rules.doseMargin === 1 ? "" : `${formatNumber(rules.doseMargin)} times which is `}above the ${formatNumber(drive.doseLimit_rad!)} rad that a drive stands`] : []),
  ];
  return {
    status: why.length === 0 ? "feasible" : "infeasible",
    why,
    limit: room >= worn ? "room" : "endurance",
    groups,
    sparesPerGroup: spared.count,
    drives,
    mass_kg: drives * drive.mass_kg,
    idle_W: drives * drive.idle_W,
    mean_W: drives * drive.idle_W + shards * active_frac * (drive.active_W - drive.idle_W),
    active_frac,
    wear_frac: wear_frac(drive, load, need.years),
    wearLife_yr: wearLife_yr(drive, load),
    lossBound_frac: spared.bound_frac,
    dose_rad,
    dose: verdict,
  };
}

/** Fewest spares by doubling and bisection: the bound falls with every spare. */
function spares(groups: number, years: number, rules: StorageRules): { readonly count: number; readonly bound_frac: number | null } {
  const bound = (count: number): number => anyLoss_frac(groups, lossBound_frac(rules.code, rules.fate, { spares: count, years }));
  let few = -1;
  let enough = 0;
  let bound_frac = bound(enough);
  while (!(bound_frac <= rules.loss_frac)) {
    if (enough >= SPARES_MOST) return { count: 0, bound_frac: null };
    few = enough;
    enough = Math.max(1, 2 * enough);
    bound_frac = bound(enough);
  }
  while (enough - few > 1) {
    const middle = (few + enough) >> 1;
    const there = bound(middle);
    if (there <= rules.loss_frac) [enough, bound_frac] = [middle, there];
    else few = middle;
  }
  return { count: enough, bound_frac };
}

function activeShare(need: StorageNeed, drive: Drive, dataDrives: number): number {
  const daily_s = need.written_bytes_per_day / drive.write_bytes_per_s + need.read_bytes_per_day / drive.read_bytes_per_s;
  return daily_s / DAY_S / dataDrives;
}

/** Whether drives stand a dose with a margin on it. */
export function driveDose({ dose_rad, limit_rad, margin }: { readonly dose_rad: number | null; readonly limit_rad: number | null; readonly margin: number }): DoseVerdict {
  if (limit_rad === null) return "no published limit";
  if (dose_rad === null) return "dose not known";
  return dose_rad * margin <= limit_rad ? "within" : "exceeded";
}

function check(need: StorageNeed, drive: Drive, rules: StorageRules): void {
  inRange("nonnegative", {
    stored_bytes: need.stored_bytes,
    written_bytes_per_day: need.written_bytes_per_day,
    read_bytes_per_day: need.read_bytes_per_day,
  });
  if (need.dose_rad_per_yr !== null) inRange("nonnegative", { dose_rad_per_yr: need.dose_rad_per_yr });
  inRange("positive", { years: need.years, fill_frac: rules.fill_frac, amplification: rules.amplification, doseMargin: rules.doseMargin });
  inRange("fraction", { fill_frac: rules.fill_frac, loss_frac: rules.loss_frac });
  const { capacity_bytes, mass_kg, endurance_bytes, write_bytes_per_s, read_bytes_per_s } = drive;
  inRange("positive", { capacity_bytes, mass_kg, endurance_bytes, write_bytes_per_s, read_bytes_per_s });
  inRange("nonnegative", { active_W: drive.active_W, idle_W: drive.idle_W });
  if (drive.doseLimit_rad !== null) inRange("positive", { doseLimit_rad: drive.doseLimit_rad });
}
