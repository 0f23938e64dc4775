/**
 * How long flash lasts: bytes written against the maker's endurance, and how long it keeps them without power.
 *
 *   1. drive writes a day = bytes written a day / capacity; endurance E = D C 365.25 Y for a rating of D a day over Y years   (JESD218)
 *   2. life = E / (365.25 w a): w bytes a day from the host, a = write amplification of this load over that of the rating's
 *   3. retention t(T) = t_ref exp[(E_a/k)(1/T - 1/T_ref)], E_a = 1.1 eV   (Arrhenius; JESD218B's acceleration)
 *
 * Classes of JESD218: a worn-out client drive keeps its data 1 year at 30 degC, an enterprise drive 3 months at 40 degC, both without power.
 * Assumes: the endurance rating holds for the load named in it (JESD219 or the maker's); retention is that of a drive at the END of its
 * endurance: a fresher one keeps data longer, by how much no standard says, so 3 is a lower bound. Drives under power refresh themselves.
 * Not in it: cells written hot keep longer than cells written cold (JESD218 rates at 40 and 55 degC active); dose shortens retention
 * (Oldham et al., NASA NTRS 20110013317), by no published law; read disturb.
 * Range: 2 for a > 0; 3 for 0..70 degC. Accuracy: 3 against JESD218's own high-temperature tests, within 5 % (test/physics/storage).
 */
import { BOLTZMANN_J_PER_K, DAY_S, ELECTRON_VOLT_J, HOURS_PER_YEAR, JULIAN_YEAR_S, ZERO_CELSIUS_K } from "../units/index.ts";
import { inRange } from "./in-range.ts";

const DAYS_PER_YEAR = JULIAN_YEAR_S / DAY_S;

/** Activation energy of charge loss by which JESD218B compresses months into hours. */
export const RETENTION_ACTIVATION_EV = 1.1;

export type RetentionClass = {
  /** Without power, at the end of the rated endurance. */
  readonly retention_yr: number;
  readonly temperature_C: number;
};

/** What JESD218 demands of each class at the end of its endurance. */
export const RETENTION_CLASSES: Readonly<Record<"client" | "enterprise", RetentionClass>> = {
  client: { retention_yr: 1, temperature_C: 30 },
  enterprise: { retention_yr: 0.25, temperature_C: 40 },
};

/** Endurance in bytes of a rating in drive writes a day. */
export function enduranceOf_bytes(rating: {
  readonly capacity_bytes: number;
  readonly driveWrites_per_day: number;
  readonly years: number;
}): number {
  inRange("positive", { capacity_bytes: rating.capacity_bytes, driveWrites_per_day: rating.driveWrites_per_day, years: rating.years });
  return rating.capacity_bytes * rating.driveWrites_per_day * rating.years * DAYS_PER_YEAR;
}

export type WriteLoad = {
  /** From the host to this drive. */
  readonly written_bytes_per_day: number;
  /** Write amplification of this load over that of the load in which endurance is rated; 1 for a like load. */
  readonly amplification: number;
};

/** Share of a drive's endurance used after that many years; above 1 the drive is worn out. */
export function wear_frac(drive: { readonly endurance_bytes: number }, load: WriteLoad, years: number): number {
  inRange("positive", { endurance_bytes: drive.endurance_bytes, amplification: load.amplification });
  inRange("nonnegative", { written_bytes_per_day: load.written_bytes_per_day, years });
  return (load.written_bytes_per_day * load.amplification * DAYS_PER_YEAR * years) / drive.endurance_bytes;
}

/** Years until the endurance is used up; Infinity when nothing is written. */
export function wearLife_yr(drive: { readonly endurance_bytes: number }, load: WriteLoad): number {
  return 1 / wear_frac(drive, load, 1);
}

/** Least time that a worn-out drive keeps its data without power at a temperature. */
export function retention_yr(rating: RetentionClass, temperature_C: number): number {
  inRange("positive", { retention_yr: rating.retention_yr, temperature_K: temperature_C + ZERO_CELSIUS_K });
  const reach_K = (RETENTION_ACTIVATION_EV * ELECTRON_VOLT_J) / BOLTZMANN_J_PER_K;
  return rating.retention_yr * Math.exp(reach_K * (1 / (temperature_C + ZERO_CELSIUS_K) - 1 / (rating.temperature_C + ZERO_CELSIUS_K)));
}

/** The same in hours. */
export function retention_h(rating: RetentionClass, temperature_C: number): number {
  return retention_yr(rating, temperature_C) * HOURS_PER_YEAR;
}
