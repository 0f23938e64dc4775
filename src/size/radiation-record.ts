/** Dose of the parts, what still works at which age, and what synchronous jobs keep: part of a sized platform. */
export interface RadiationSizing {
  /** Surface of the box that the shielding encloses, and its mass over that, as aluminium. */
  readonly shieldedArea_m2: number;
  readonly shielding_kg_per_m2: number;
  readonly aluminium_mm: number;
  /** Dose that the parts stand, and how many times the dose computed they must. */
  readonly limit_rad: number;
  readonly margin: number;
  /** Null where it is not known: the notes say why. */
  readonly dose: DoseSizing | null;
  /** Of one accelerator; null as above. */
  readonly upsets: { readonly memoryInterval_s: number; readonly corruptionInterval_s: number; readonly interruptions_per_chip_yr: number } | null;
  /** Accelerators that stand cold until others fail. */
  readonly spares: number;
  readonly survival: SurvivalSizing;
  /** One job a synchronous class of demand; null where the dose is not known. */
  readonly synchronous: readonly SynchronousSizing[] | null;
}

/** In silicon; trapped and expected solar protons a year, mean over the life. */
export interface DoseSizing {
  readonly dose_rad_per_yr: number;
  readonly trapped_rad_per_yr: number;
  readonly solar_rad_per_yr: number;
  /** Of the life, solar protons with orbit.radiation.solarConfidence. */
  readonly life_rad: number;
  /** What of it is sure: all, or solar protons alone where the belts' part is a bound. */
  readonly sure_rad: number;
  /** Years until the margin times the dose is at the limit. */
  readonly doseLife_yr: number;
  /** Below the table: the altitude that the belts' dose is of, so that all of these are bounds; else null. */
  readonly boundOf_km: number | null;
}

/** Accelerators, none of them replaced. */
export interface SurvivalSizing {
  readonly aliveAtEnd_frac: number;
  /** Of those that are no spares: at the end of life, mean over it, and mean over each year. */
  readonly workingAtEnd_frac: number;
  readonly workingMean_frac: number;
  readonly workingByYear_frac: readonly number[];
}

/** A job that all of its chips must work for. */
export interface SynchronousSizing {
  /** The class of demand. */
  readonly id: string;
  readonly chips: number;
  readonly checkpoint_s: number;
  readonly restart_s: number;
  /** Between interruptions, and between checkpoints at best. */
  readonly mtbf_s: number;
  readonly interval_s: number;
  readonly useful_frac: number;
  /** The input whose range moves the useful share most, and that share at its low and high end; computed when read. */
  readonly decides: { readonly input: string; readonly low_frac: number; readonly high_frac: number };
}
