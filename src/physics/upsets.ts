/**
 * Upsets of chips in a beam, turned into interruptions in orbit.
 *
 *   1. events a chip and year = dose a year / dose an event; cross-section = 1/(dose an event x protons/cm2 a rad) (`proton-range.ts`, eq. 4)
 *   2. interruptions a chip and year = D (p/m + 1/f + (1/c + 1/r)/h) + w: uncorrectable memory errors (m rad each, a share p stops the job; the
 *      rest are retried or their page retired), functional interrupts of the accelerator (f), of the host's processor (c) and memory (r),
 *      each with h accelerators that it stops, and failures as on the ground (w)
 *
 * Silent corruption interrupts nothing and is not in (2): `upsetInterval_s` gives its pace. Assumes: rates go with ionizing dose, as the tests state
 * them; heavy ions upset more per rad, so where cosmic rays make the dose (2) is too low. Beams of 67 MeV stand for the belts' spectrum.
 */
import { JULIAN_YEAR_S } from "../units/index.ts";
import { protonDose_rad_cm2 } from "./proton-range.ts";

/** Events a chip suffers in a year. */
export function upsetRate_per_yr({ dose_rad_per_yr, event_rad }: { readonly dose_rad_per_yr: number; readonly event_rad: number }): number {
  return dose_rad_per_yr / event_rad;
}

/** Mean time between events of a chip. */
export function upsetInterval_s(chip: { readonly dose_rad_per_yr: number; readonly event_rad: number }): number {
  return JULIAN_YEAR_S / upsetRate_per_yr(chip);
}

/** Cross-section a chip of an event that a beam of protons makes once in a dose, cm2. */
export function upsetCrossSection_cm2({ event_rad, beam_MeV }: { readonly event_rad: number; readonly beam_MeV: number }): number {
  return protonDose_rad_cm2(beam_MeV) / event_rad;
}

export type Interruptions = {
  readonly dose_rad_per_yr: number;
  /** Dose an uncorrectable memory error, and the share of these that stops the job. */
  readonly memory_rad: number;
  readonly memoryFatal_frac: number;
  /** Dose a functional interrupt of the accelerator. */
  readonly functional_rad: number;
  /** Dose an interrupt of a host processor and of its memory, each shared by `chipsPerHost` accelerators. */
  readonly hostProcessor_rad: number;
  readonly hostMemory_rad: number;
  readonly chipsPerHost: number;
  /** Interruptions as on the ground, a chip and year. */
  readonly ground_per_yr: number;
};

/** Interruptions that a chip of a synchronous job causes in a year. */
export function interruptions_per_chip_yr(chip: Interruptions): number {
  const host = (1 / chip.hostProcessor_rad + 1 / chip.hostMemory_rad) / chip.chipsPerHost;
  const rate = chip.dose_rad_per_yr * (chip.memoryFatal_frac / chip.memory_rad + 1 / chip.functional_rad + host) + chip.ground_per_yr;
  if (!(rate >= 0)) throw new RangeError(`interruptions a year: ${rate}; an input is missing or negative`);
  return rate;
}
