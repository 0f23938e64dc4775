/**
 * Laser link between two telescopes in vacuum: light received at any range, what a shaking beam costs, data rate.
 *
 *   1. Friis number F = At Ar/(wavelength d)^2 = (pi Dt Dr/(4 wavelength d))^2; far away the share received is F (Friis 1946)
 *   2. share received by a focused Gaussian beam at any range 1 - exp(-F) (Goubau & Schwering 1961; Brown 1974): F far away, all of it close by
 *   3. such a beam leaves with a waist of D/(2 sqrt 2) and diverges by 2 sqrt 2 wavelength/(pi D); F = 1 at the confocal range pi a^2/wavelength of link.ts
 *   4. beam with divergence theta (1/e2, half angle) that shakes by sigma on each axis: stability phi = (theta/(2 sigma))^2,
 *      Pr(received < peak/M) = M^-phi; both ends shaking: (phi2 M^-phi1 - phi1 M^-phi2)/(phi2 - phi1) (Toyoshima et al. 2002)
 *   5. the beam that brings most light at an outage p: Dt^2 = ln(1 + k/c)/k, F = k Dt^2, loss exp(-c Dt^2), c = (sigma pi)^2 ln(1/p)/(2 wavelength^2)
 *   6. photons per bit Pr wavelength/(h c R); rate Pr wavelength/(h c photons per bit), or the modem's if that is less
 *   7. b bits a symbol need at least b = log2(1 + s/N), N noise photons a symbol: N (2^b - 1)/b photons a bit (Shannon 1948; Banaszek et al. 2020)
 *
 * Assumes: ideal focus at every range, no background light, jitter Gaussian and equal on both axes, loss of (4) also close by, where it is too high.
 * Accuracy: Suncatcher's link at 5,000 km within 2 % (Friis), photons per bit 1 %, stabilities 0.5 %; (4) and (5) against sampling and search (test/physics).
 */
import { LIGHT_SPEED_M_PER_S, PLANCK_J_S } from "../units/index.ts";

export type OpticalLink = {
  readonly transmit_W: number;
  readonly transmitDiameter_m: number;
  readonly receiveDiameter_m: number;
  /** Light that each telescope passes on: optics and illumination of the aperture. */
  readonly transmitOptics_frac: number;
  readonly receiveOptics_frac: number;
  /** All other gains; losses negative. */
  readonly other_dB: number;
  readonly wavelength_m: number;
};

/** Equation 1. */
export function friisNumber(link: { readonly transmitDiameter_m: number; readonly receiveDiameter_m: number; readonly wavelength_m: number }, distance_m: number): number {
  return ((Math.PI * link.transmitDiameter_m * link.receiveDiameter_m) / (4 * link.wavelength_m * distance_m)) ** 2;
}

/** Light received over a still link at any range. */
export function opticalReceived_W(link: OpticalLink, distance_m: number): number {
  assertLink(link, distance_m);
  return passed_W(link) * -Math.expm1(-friisNumber(link, distance_m));
}

/** Half angle at 1/e2 of the narrowest beam of an aperture (equation 3). */
export function beamDivergence_rad(aperture: { readonly diameter_m: number; readonly wavelength_m: number }): number {
  return (2 * Math.SQRT2 * aperture.wavelength_m) / (Math.PI * aperture.diameter_m);
}

/** phi of equation 4. */
export function pointingStability(beam: { readonly divergence_rad: number; readonly jitter_rad: number }): number {
  return (beam.divergence_rad / (2 * beam.jitter_rad)) ** 2;
}

/** Share of time that a margin does not cover a transmitter's jitter. */
export function pointingOutage_frac(stability: number, margin_dB: number): number {
  return 10 ** ((-margin_dB / 10) * stability);
}

/** The same with both ends shaking. */
export function pointingOutageBothEnds_frac(stabilities: readonly [number, number], margin_dB: number): number {
  const [one, other] = stabilities;
  const ln = (margin_dB / 10) * Math.LN10;
  const step = (other - one) * ln;
  // M^-one (other - one M^-(other - one))/(other - one), written so that equal ends are no exception.
  return Math.exp(-one * ln) * (1 + one * ln * (step === 0 ? 1 : -Math.expm1(-step) / step));
}

/** Margin that leaves no more than an outage to one end's jitter. */
export function pointingMargin_dB(stability: number, outage_frac: number): number {
  return (-10 * Math.log10(outage_frac)) / stability;
}

/** Mean share of the peak light that a shaking beam delivers. */
export function pointingMean_frac(stability: number): number {
  return stability / (1 + stability);
}

/** Shake of one beam's direction that keeps its spot within a share of the receiving radius. */
export function jitterForWander_rad(link: { readonly radius_m: number; readonly distance_m: number; readonly wander_frac: number }): number {
  return (link.wander_frac * link.radius_m) / link.distance_m;
}

export type Shaking = { readonly jitter_rad: number; readonly outage_frac: number };
export type ShakenLight = {
  /** Received at least, but for the outage. */
  readonly received_W: number;
  /** The aperture that the beam fills. */
  readonly beamDiameter_m: number;
  /** What keeps more light away: the aperture's size, or jitter that forbids a narrower beam. */
  readonly binds: "aperture" | "jitter";
};

/** Light received but for an outage, the beam widened where jitter asks for it (equation 5). */
export function opticalReceivedShaken(link: OpticalLink, distance_m: number, { jitter_rad, outage_frac }: Shaking): ShakenLight {
  assertLink(link, distance_m);
  if (!(jitter_rad > 0)) throw new RangeError(`jitter_rad ${jitter_rad} is not above 0`);
  if (!(outage_frac > 0 && outage_frac < 1)) throw new RangeError(`outage_frac ${outage_frac} is outside 0-1`);
  const k = friisNumber({ ...link, transmitDiameter_m: 1 }, distance_m);
  const c = ((jitter_rad * Math.PI) ** 2 * Math.log(1 / outage_frac)) / (2 * link.wavelength_m ** 2);
  const best_m = Math.sqrt(Math.log1p(k / c) / k);
  const beamDiameter_m = Math.min(link.transmitDiameter_m, best_m);
  return {
    received_W: passed_W(link) * -Math.expm1(-k * beamDiameter_m ** 2) * Math.exp(-c * beamDiameter_m ** 2),
    beamDiameter_m,
    binds: best_m < link.transmitDiameter_m ? "jitter" : "aperture",
  };
}

/** Light that arrives for each bit. */
export function photonsPerBit(light: { readonly received_W: number; readonly rate_Gb_per_s: number; readonly wavelength_m: number }): number {
  return light.received_W / photonEnergy_J(light.wavelength_m) / (light.rate_Gb_per_s * 1e9);
}

/**
 * Least photons per bit of coherent reception that puts that many bits on a symbol of one polarisation, perfectly coded (equation 7).
 * Noise photons a symbol: 1 for heterodyne reception or a perfect preamplifier, 2 in Suncatcher's bound.
 */
export function coherentPhotonsPerBit(symbol: { readonly bits: number; readonly noisePhotons: number }): number {
  if (!(symbol.bits > 0)) throw new RangeError(`bits ${symbol.bits} is not above 0`);
  return (symbol.noisePhotons * Math.expm1(symbol.bits * Math.LN2)) / symbol.bits;
}

export type Modem = { readonly photonsPerBit: number; readonly rateMax_Gb_per_s: number };
export type OpticalRate = { readonly rate_Gb_per_s: number; readonly binds: "light" | "modem" };

/** What a modem gets out of the light it receives. */
export function opticalRate(modem: Modem, light: { readonly received_W: number; readonly wavelength_m: number }): OpticalRate {
  const byLight = light.received_W / photonEnergy_J(light.wavelength_m) / modem.photonsPerBit / 1e9;
  return byLight < modem.rateMax_Gb_per_s ? { rate_Gb_per_s: byLight, binds: "light" } : { rate_Gb_per_s: modem.rateMax_Gb_per_s, binds: "modem" };
}

/** Range at which a still link receives that light; undefined where it does not at any. */
export function opticalRange_m(link: OpticalLink, received_W: number): number | undefined {
  assertLink(link, 1);
  const share = received_W / passed_W(link);
  if (!(share > 0)) throw new RangeError(`received_W ${received_W} is not above 0`);
  return share < 1 ? Math.sqrt(friisNumber(link, 1) / -Math.log1p(-share)) : undefined;
}

/**
 * Rate of a terminal known only by one rate at one range: its modem's up to there, and beyond it by the square of the distance (equations 1 and 6).
 * A terminal with margin at its stated range does better.
 */
export function terminalRate(terminal: { readonly rate_Gb_per_s: number; readonly range_km: number }, distance_km: number): OpticalRate {
  if (!(distance_km > 0)) throw new RangeError(`distance_km ${distance_km} is not above 0`);
  const { rate_Gb_per_s, range_km } = terminal;
  return distance_km <= range_km ? { rate_Gb_per_s, binds: "modem" } : { rate_Gb_per_s: rate_Gb_per_s * (range_km / distance_km) ** 2, binds: "light" };
}

const photonEnergy_J = (wavelength_m: number): number => (PLANCK_J_S * LIGHT_SPEED_M_PER_S) / wavelength_m;

const passed_W = (link: OpticalLink): number => link.transmit_W * link.transmitOptics_frac * link.receiveOptics_frac * 10 ** (link.other_dB / 10);

function assertLink(link: OpticalLink, distance_m: number): void {
  const bad = Object.entries({ ...link, distance_m }).find(([name, value]) => !Number.isFinite(value) || (name !== "other_dB" && value <= 0));
  if (bad) throw new RangeError(`${bad[0]} is ${bad[1]}`);
}
