/**
 * Laser terminal known by one rate at one range, when it shakes more than its maker's rating has in it.
 *
 *   1. its beam is the narrowest of its aperture, theta = 2 sqrt 2 wavelength/(pi D); stability phi = (theta/(2 sigma))^2   (optical-link, eqs 3 and 4)
 *   2. margin for an outage p: one end 10 log10(1/p)/phi; both ends alike M with M^-phi (1 + phi ln M) = p                  (Toyoshima et al. 2002)
 *   3. the rated rate holds up to R 10^(-margin/20), R the rated range, and falls with the square of the distance beyond
 *   4. nearer than R by d the margin is 20 log10(R/d), and the share of time below the rated rate that of eq. 4 of optical-link
 *
 * Assumes: no margin at the rated range; the rating's own jitter comes beside this one. A terminal that widens its beam loses less.
 * Accuracy: (2) of both ends is the inverse of the outage, which is held against sampling (test/physics).
 */
import { beamDivergence_rad, pointingMargin_dB, pointingOutage_frac, pointingOutageBothEnds_frac, pointingStability } from "./optical-link.ts";
import type { Shaking } from "./optical-link.ts";

export type RatedTerminal = { readonly range_km: number; readonly aperture_m: number; readonly wavelength_m: number };

/** How many of the two ends shake. */
export type ShakingEnds = "one" | "both";

/** Range up to which a shaking terminal keeps its rated rate, but for an outage; RangeError for a jitter or an outage that is none. */
export function shakenRange_km(terminal: RatedTerminal, { jitter_rad, outage_frac, ends }: Shaking & { readonly ends: ShakingEnds }): number {
  if (!(jitter_rad >= 0 && Number.isFinite(jitter_rad))) throw new RangeError(`jitter_rad ${jitter_rad} is no jitter`);
  if (!(outage_frac > 0 && outage_frac < 1)) throw new RangeError(`outage_frac ${outage_frac} is outside 0-1`);
  if (jitter_rad === 0) return terminal.range_km;
  const stability = stabilityOf(terminal, jitter_rad);
  const margin_dB = ends === "one" ? pointingMargin_dB(stability, outage_frac) : pointingMarginBothEnds_dB(stability, outage_frac);
  return terminal.range_km * 10 ** (-margin_dB / 20);
}

/** Margin that leaves no more than an outage to two ends of one stability. */
export function pointingMarginBothEnds_dB(stability: number, outage_frac: number): number {
  // The margin of one end alone is too little.
  let low_dB = pointingMargin_dB(stability, outage_frac);
  let high_dB = 4 * low_dB + 10 / stability;
  while (pointingOutageBothEnds_frac([stability, stability], high_dB) > outage_frac) high_dB *= 2;
  while (high_dB - low_dB > 1e-12 * high_dB) {
    const middle_dB = (low_dB + high_dB) / 2;
    if (middle_dB === low_dB || middle_dB === high_dB) break;
    if (pointingOutageBothEnds_frac([stability, stability], middle_dB) > outage_frac) low_dB = middle_dB;
    else high_dB = middle_dB;
  }
  return high_dB;
}

/** Share of time in which jitter takes more than a distance leaves of margin over the rated range; 1 beyond it. */
export function belowRated_frac(terminal: RatedTerminal, { jitter_rad, ends }: Omit<Shaking, "outage_frac"> & { readonly ends: ShakingEnds }, distance_km: number): number {
  const margin_dB = 20 * Math.log10(terminal.range_km / distance_km);
  if (!(margin_dB > 0)) return 1;
  const stability = stabilityOf(terminal, jitter_rad);
  return ends === "one" ? pointingOutage_frac(stability, margin_dB) : pointingOutageBothEnds_frac([stability, stability], margin_dB);
}

const stabilityOf = ({ aperture_m, wavelength_m }: RatedTerminal, jitter_rad: number): number => pointingStability({ divergence_rad: beamDivergence_rad({ diameter_m: aperture_m, wavelength_m }), jitter_rad });
