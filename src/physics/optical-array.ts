/**
 * Many beams side by side within one aperture, each with many colours: links of close formations.
 *
 *   1. colours = band/grid
 *   2. an aperture D holds n x n beams of radius a = D/(2n) up to the confocal range pi a^2/wavelength: n = floor(D/2 sqrt(pi/(wavelength d)));
 *      beyond pi (D/2)^2/wavelength one beam (Aguera y Arcas et al. 2025, arXiv 2511.19468v2, sections 2.1 and 4.2)
 *   3. power is shared evenly by beams and colours; a colour is lit when it brings what its receiver needs (optical-link.ts, equation 2)
 *   4. rate = n^2 x colours lit x rate of a colour, no more colours than there are transceivers; at close range it grows as 1/d
 *   5. a beam that shakes brings what (5) of optical-link.ts leaves: the telescope shakes all of its beams alike
 *
 * Assumes: coherent reception, which keeps neighbouring beams apart; aligned arrays. Jitter: at 200 m and 1 cm beams 10 % of the radius is 5 urad; (5) is too high close by.
 * Accuracy: 2 x 2 at 1.25 km and 4 x 4 at 0.32 km within 2 %, 9.6 and 12.8 Tb/s an aperture exact (the same paper).
 */
import { confocalRange_m } from "./link.ts";
import { opticalReceived_W, opticalReceivedShaken } from "./optical-link.ts";
import type { OpticalLink, Shaking } from "./optical-link.ts";

/** Colours of a band on a grid (24 of half the C band on 100 GHz). */
export function gridColours(band: { readonly band_GHz: number; readonly grid_GHz: number }): number {
  return Math.floor(band.band_GHz / band.grid_GHz + 1e-9);
}

export type BeamArray = { readonly diameter_m: number; readonly wavelength_m: number };

/** Range up to which an aperture holds that many beams on a side. */
export function arrayRange_m({ diameter_m, wavelength_m }: BeamArray, beamsPerSide: number): number {
  return confocalRange_m({ radius_m: diameter_m / 2 / beamsPerSide, wavelength_m });
}

/** Beams on a side that an aperture holds at a range; one where not even one stays collimated. */
export function beamsPerSide({ diameter_m, wavelength_m }: BeamArray, distance_m: number): number {
  if (!(distance_m > 0)) throw new RangeError(`distance_m ${distance_m} is not above 0`);
  const fit = Math.floor((diameter_m / 2) * Math.sqrt(Math.PI / (wavelength_m * distance_m)));
  return fit === 0 ? 1 : fit;
}

export type ArrayTerminal = Omit<OpticalLink, "transmitDiameter_m" | "receiveDiameter_m"> & {
  readonly diameter_m: number;
  readonly colours: number;
  readonly colour_Gb_per_s: number;
  /** Light a colour's receiver needs. */
  readonly colourNeeds_W: number;
  /** Colours that can be lit, all beams together; Infinity for as many as the aperture holds. */
  readonly transceivers: number;
  /** Null for a still telescope. */
  readonly shaking: Shaking | null;
};

export type ArrayRate = {
  readonly rate_Gb_per_s: number;
  readonly beams: number;
  readonly coloursLit: number;
  readonly receivedPerColour_W: number;
  /** Whether light runs short of the colours, the aperture of beams, or both of transceivers. */
  readonly binds: "light" | "aperture" | "modem";
};

/** What two equal array terminals carry each way: the most of all arrays that fit, by the fewest beams. */
export function arrayRate(terminal: ArrayTerminal, distance_m: number): ArrayRate {
  const most = beamsPerSide(terminal, distance_m);
  const sizes = Array.from({ length: most }, (_, i) => rateOfArray(terminal, distance_m, most - i));
  return sizes.reduce((best, next) => (next.rate_Gb_per_s >= best.rate_Gb_per_s ? next : best));
}

function rateOfArray(terminal: ArrayTerminal, distance_m: number, side: number): ArrayRate {
  const { diameter_m, colours, colour_Gb_per_s, colourNeeds_W, transceivers, shaking, ...optics } = terminal;
  const beams = side ** 2;
  const beam: OpticalLink = { ...optics, transmit_W: optics.transmit_W / beams, transmitDiameter_m: diameter_m / side, receiveDiameter_m: diameter_m / side };
  const received_W = shaking === null ? opticalReceived_W(beam, distance_m) : opticalReceivedShaken(beam, distance_m, shaking).received_W;
  const lit = Math.min(colours, Math.floor(received_W / colourNeeds_W));
  const all = Math.min(beams * lit, transceivers);
  return { rate_Gb_per_s: all * colour_Gb_per_s, beams, coloursLit: lit, receivedPerColour_W: received_W / Math.max(lit, 1), binds: all < beams * lit || all === transceivers ? "modem" : lit < colours ? "light" : "aperture" };
}
