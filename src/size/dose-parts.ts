/**
 * What of an orbit's dose does not follow from the life: the belts' dose a year at a solar activity, and the share of solar protons of an
 * energy that arrive. Each is computed when first asked for, and kept.
 */
import { DOSE_NODES_MM, lowestDose_km, solarProtonExposure_frac, trappedDose_rad_per_yr, type Shell } from "../physics/index.ts";

export interface DoseParts {
  readonly shell: Shell;
  /** Below the table: the altitude that the belts' dose is of; else null. */
  readonly boundOf_km: number | null;
  /** By the node of DOSE_NODES_MM. */
  readonly trapped_rad_per_yr: readonly ((f107_sfu: number) => number)[];
  readonly exposure_frac: (energy_MeV: number) => number;
}

/** Throws RangeError for an inclination that the table of the belts does not have. */
export const dosePartsOf = (shell: Shell): DoseParts => {
  const lowest_km = lowestDose_km(shell.inclination_deg);
  const below = shell.altitude_km < lowest_km;
  const orbit = below ? { ...shell, altitude_km: lowest_km } : shell;
  return {
    shell,
    boundOf_km: below ? lowest_km : null,
    trapped_rad_per_yr: DOSE_NODES_MM.map((aluminium_mm) => keptByNumber((f107_sfu) => trappedDose_rad_per_yr({ orbit, aluminium_mm, field: 1970, f107_sfu }))),
    exposure_frac: keptByNumber((energy_MeV) => solarProtonExposure_frac(energy_MeV, shell)),
  };
};

const keptByNumber = (of: (x: number) => number): ((x: number) => number) => {
  const known = new Map<number, number>();
  return (x) => {
    const kept = known.get(x);
    if (kept !== undefined) return kept;
    const made = of(x);
    known.set(x, made);
    return made;
  };
};
