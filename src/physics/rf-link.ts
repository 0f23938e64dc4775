/**
 * Radio downlink: carrier over noise, and the rate that a modem gets out of it.
 *
 *   1. C/N0 = EIRP + G/T - free-space loss (link.ts) - other losses - 10 log10 k        (all dB)
 *   2. rain takes its loss and adds noise: G/T falls by 10 log10((T + Tsky)/T), Tsky = 275 K (1 - 10^(-A/10)) (ITU-R P.618-14, section 3)
 *   3. rate = B min(e_max, log2(1 + C/(N0 B g))): Shannon 1948, kept g dB away from; e_max bits a second and hertz of the modem's best modulation
 *
 * Assumes: one carrier that fills its band; losses of the air other than rain as given. Accuracy: exact arithmetic (test/physics).
 */
import { BOLTZMANN_J_PER_K } from "../units/index.ts";
import { freeSpaceLoss_dB } from "./link.ts";
import { skyNoise_K } from "./rain-attenuation.ts";

export type RfLink = {
  readonly eirp_dBW: number;
  readonly receiveGain_dB: number;
  /** System noise temperature under a clear sky. */
  readonly noise_K: number;
  /** Gas, pointing, polarisation and the rest; positive. */
  readonly otherLoss_dB: number;
  readonly wavelength_m: number;
};

/** Carrier over noise density through that much rain. */
export function carrierToNoise_dBHz(link: RfLink, sight: { readonly distance_m: number; readonly rain_dB: number }): number {
  const { distance_m, rain_dB } = sight;
  const noise_dBK = 10 * Math.log10(link.noise_K + skyNoise_K(rain_dB));
  const lost_dB = freeSpaceLoss_dB({ distance_m, wavelength_m: link.wavelength_m }) + link.otherLoss_dB + rain_dB;
  return link.eirp_dBW + link.receiveGain_dB - noise_dBK - lost_dB - 10 * Math.log10(BOLTZMANN_J_PER_K);
}

export type RfModem = {
  readonly bandwidth_MHz: number;
  /** Distance kept from Shannon's bound. */
  readonly gap_dB: number;
  /** Bits a second and hertz of its best modulation and code. */
  readonly efficiencyMax_b_per_s_Hz: number;
};
export type RfRate = { readonly rate_Mb_per_s: number; readonly binds: "noise" | "modem" };

/** Rate of a modem that adapts to what it hears. */
export function rfRate(modem: RfModem, carrierToNoise_dBHz: number): RfRate {
  const overNoise = 10 ** ((carrierToNoise_dBHz - 10 * Math.log10(modem.bandwidth_MHz * 1e6) - modem.gap_dB) / 10);
  const efficiency = Math.log1p(overNoise) / Math.LN2;
  const binds = efficiency < modem.efficiencyMax_b_per_s_Hz ? "noise" : "modem";
  return { rate_Mb_per_s: modem.bandwidth_MHz * (binds === "noise" ? efficiency : modem.efficiencyMax_b_per_s_Hz), binds };
}
