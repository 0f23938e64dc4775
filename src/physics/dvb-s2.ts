/**
 * Rate of a DVB-S2 modem that takes the best modulation and code it hears.
 *
 *   1. symbols a second = bandwidth/(1 + roll-off)
 *   2. Es/N0 = C/N0 less 10 log10 of the symbols a second
 *   3. rate = symbols x bits a symbol of the most efficient row of the table whose Es/N0 is reached; none below the first
 *
 * Table: ETSI EN 302 307-1, table 13: Es/N0 for a packet error of 1e-7 in white noise, normal frames, no pilots. Ideal: what a receiver
 * needs beyond it is a loss of the link. Accuracy: the table's own (test/physics); against Shannon's bound 0.6 to 2.4 dB.
 */
import type { RfRate } from "./rf-link.ts";

/** Bits a symbol, and the Es/N0 in dB that they need. */
export const DVB_S2: readonly (readonly [name: string, bits: number, esN0_dB: number])[] = [
  ["QPSK 1/4", 0.490243, -2.35], ["QPSK 1/3", 0.656448, -1.24], ["QPSK 2/5", 0.789412, -0.3], ["QPSK 1/2", 0.988858, 1], ["QPSK 3/5", 1.188304, 2.23],
  ["QPSK 2/3", 1.322253, 3.1], ["QPSK 3/4", 1.487473, 4.03], ["QPSK 4/5", 1.587196, 4.68], ["QPSK 5/6", 1.654663, 5.18], ["QPSK 8/9", 1.766451, 6.2], ["QPSK 9/10", 1.788612, 6.42],
  ["8PSK 3/5", 1.779991, 5.5], ["8PSK 2/3", 1.980636, 6.62], ["8PSK 3/4", 2.228124, 7.91], ["8PSK 5/6", 2.478562, 9.35], ["8PSK 8/9", 2.646012, 10.69], ["8PSK 9/10", 2.679207, 10.98],
  ["16APSK 2/3", 2.637201, 8.97], ["16APSK 3/4", 2.966728, 10.21], ["16APSK 4/5", 3.165623, 11.03], ["16APSK 5/6", 3.300184, 11.61], ["16APSK 8/9", 3.523143, 12.89], ["16APSK 9/10", 3.567342, 13.13],
  ["32APSK 3/4", 3.703295, 12.73], ["32APSK 4/5", 3.951571, 13.64], ["32APSK 5/6", 4.11954, 14.28], ["32APSK 8/9", 4.397854, 15.69], ["32APSK 9/10", 4.453027, 16.05],
];

export type DvbModem = { readonly bandwidth_MHz: number; readonly rollOff_frac: number };

/** Rate by what is heard; 0 where not even the most robust row is. */
export function dvbS2Rate({ bandwidth_MHz, rollOff_frac }: DvbModem, carrierToNoise_dBHz: number): RfRate {
  const symbols_MHz = bandwidth_MHz / (1 + rollOff_frac);
  const esN0_dB = carrierToNoise_dBHz - 10 * Math.log10(symbols_MHz * 1e6);
  const bits = DVB_S2.reduce((most, [, each, needs_dB]) => (esN0_dB >= needs_dB && each > most ? each : most), 0);
  return { rate_Mb_per_s: symbols_MHz * bits, binds: bits === DVB_S2.at(-1)![1] ? "modem" : "noise" };
}
