/**
 * Google, Project Suncatcher: light between satellites, and dose.
 *
 * (1) received = transmitted * gains * (wavelength/(4 pi d))^2 * losses; spot = 1.22 wavelength d/D          eq. 1
 * (2) range over which one aperture still takes in another's light = pi a^2/wavelength                       Fig. 1
 * (3) least photons a bit = 2 ln 2; of a transceiver = received wavelength/(h c rate)
 * (4) dose of the mission = dose a year * years; margin = dose at which memory fails first/dose of the mission
 * (5) cross-section = 1.27e-7 cm2 rad/dose per event
 * Source: arXiv:2511.19468v2 sections 2.3, 4.2, 4.3. (1) to (3) are the physics room's; here are its inputs.
 */
import { apertureGain_dB, coherentPhotonsPerBit, confocalRange_m, diffractionRadius_m, photonsPerBit, receivedPower_W } from "../physics/index.ts";

export type SuncatcherLink = {
  readonly transmit_W: number;
  readonly diameter_m: number;
  readonly efficiency_frac: number;
  readonly wavelength_m: number;
  readonly distance_m: number;
  readonly other_dB: number;
};

/** A 10 cm telescope on each satellite, 5,000 km apart. */
export const suncatcherLink: SuncatcherLink = {
  transmit_W: 5,
  diameter_m: 0.1,
  efficiency_frac: 0.8,
  wavelength_m: 1.55e-6,
  distance_m: 5e6,
  other_dB: -3,
};

export type SuncatcherReceived = { readonly gain_dB: number; readonly received_W: number; readonly spotRadius_m: number };

/** Equation (1); the paper rounds the gain to 105.1 dB. */
export function suncatcherReceived(link: SuncatcherLink): SuncatcherReceived {
  const gain_dB = apertureGain_dB(link);
  return {
    gain_dB,
    received_W: receivedPower_W({ ...link, transmitGain_dB: gain_dB, receiveGain_dB: gain_dB }),
    spotRadius_m: diffractionRadius_m(link),
  };
}

/** Equation (2), km, of one beam of a bundle that shares the aperture. */
export function suncatcherConfocal_km(beam: { readonly radius_m: number; readonly wavelength_m: number }): number {
  return confocalRange_m(beam) / 1000;
}

/** Equation (3): coherent reception at vanishing rate, with the two noise photons of its bound. */
export function suncatcherLeastPhotonsPerBit(): number {
  return coherentPhotonsPerBit({ bits: VANISHING_BITS, noisePhotons: 2 });
}

export type SuncatcherTransceiver = { readonly received_W: number; readonly rate_Gb_per_s: number; readonly wavelength_m: number };

/** One channel of a coherent transceiver on the market: -20 dBm for 400 Gb/s of PM 16-QAM. The 71 photons of on-off keying are its reference 51's, not worked out. */
export const suncatcherTransceiver: SuncatcherTransceiver = { received_W: 1e-5, rate_Gb_per_s: 400, wavelength_m: 1.55e-6 };

/** Equation (3), of a transceiver. */
export function suncatcherPhotonsPerBit(transceiver: SuncatcherTransceiver): number {
  return photonsPerBit(transceiver);
}

export type SuncatcherDose = { readonly dose_rad_per_year: number; readonly years: number; readonly onset_rad: number };

/** Behind 10 mm of aluminium; memory of the tensor chip was first to err at 2 krad. */
export const suncatcherDose: SuncatcherDose = { dose_rad_per_year: 150, years: 5, onset_rad: 2000 };

/** Equation (4). */
export function suncatcherMargin({ dose_rad_per_year, years, onset_rad }: SuncatcherDose): { readonly mission_rad: number; readonly margin: number } {
  const mission_rad = dose_rad_per_year * years;
  return { mission_rad, margin: onset_rad / mission_rad };
}

/** Equation (5), cm2 a chip. */
export function suncatcherCrossSection_cm2(dose_rad_per_event: number): number {
  return RAD_CM2_PER_PROTON / dose_rad_per_event;
}

const VANISHING_BITS = 1e-9;
/** Dose of one 67 MeV proton a cm2 in silicon, as the paper uses it. */
const RAD_CM2_PER_PROTON = 1.27e-7;
