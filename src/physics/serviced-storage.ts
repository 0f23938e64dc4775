/**
 * Drives that somebody replaces: the plan of storage-plan.ts between two visits, and what is bought again over the years.
 *
 *   1. spares of a group last from one visit to the next: a plan for the time between visits t, at a chance of loss of 1 - (1 - p)^(t/T)
 *      of the p that is allowed over the years T
 *   2. chance of loss over the years: 1 - (1 - P)^(T/t), P the bound of a visit's plan
 *   3. bought again a year: all drives x failure rate, and shards x (1/wear life - 1/service life) where they wear out before their service ends
 *
 * Assumes: a visit replaces every failed drive, the data whole again at once; wear is no cause of failure before its end.
 * Range and accuracy: storage-plan.ts. With visits as far apart as the years it is that plan (test/physics).
 */
import { inRange } from "./in-range.ts";
import { storagePlan } from "./storage-plan.ts";
import type { Drive, StorageNeed, StoragePlan, StorageRules } from "./storage-plan.ts";

export type StorageService = {
  /** Between visits that replace what has failed. */
  readonly visit_yr: number;
  /** After which a drive is replaced whatever its state. */
  readonly service_yr: number;
};

export type ServicedStorage = {
  readonly plan: StoragePlan;
  /** Upper bound over all the years; null where no number of spares is enough. */
  readonly lossBound_frac: number | null;
  /** Drives bought again a year, beside those at the end of their service. */
  readonly failed_per_yr: number;
  readonly worn_per_yr: number;
};

/** Drives for data that a staff looks after; RangeError for a field out of range. */
export function servicedStorage(need: Omit<StorageNeed, "dose_rad_per_yr">, drive: Drive, { rules, service }: { readonly rules: Omit<StorageRules, "doseMargin">; readonly service: StorageService }): ServicedStorage {
  inRange("positive", { visit_yr: service.visit_yr, service_yr: service.service_yr, years: need.years });
  const visit_yr = Math.min(service.visit_yr, need.years);
  const loss_frac = -Math.expm1((Math.log1p(-rules.loss_frac) * visit_yr) / need.years);
  const plan = storagePlan({ ...need, years: visit_yr, dose_rad_per_yr: null }, drive, { ...rules, loss_frac, doseMargin: 1 });
  const shards = plan.groups * (rules.code.data + rules.code.parity);
  return {
    plan,
    lossBound_frac: plan.lossBound_frac === null ? null : -Math.expm1((Math.log1p(-plan.lossBound_frac) * need.years) / visit_yr),
    failed_per_yr: plan.drives * rules.fate.failure_per_yr,
    worn_per_yr: shards * Math.max(0, 1 / plan.wearLife_yr - 1 / service.service_yr),
  };
}
