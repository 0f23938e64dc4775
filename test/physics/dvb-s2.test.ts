import fc from "fast-check";
import { expect, test } from "vitest";
import { DVB_S2, dvbS2Rate } from "../../src/physics/index.ts";
import { measure } from "../golden/measure.ts";

const MODEM = { bandwidth_MHz: 120, rollOff_frac: 0.2 };
/** C/N0 at which 100 Mbaud have that Es/N0. */
const heard = (esN0_dB: number): number => esN0_dB + 80;

test("bits a symbol as the standard forms them: (k - 80)/(64,800/m + 90 of its header) of a normal frame", () => {
  // ETSI EN 302 307-1: BBFRAME bits of rate 1/4, 1/2, 9/10 (table 5a, 16,008, 32,208 and 58,192), slots of 90 symbols and one header of 90.
  const efficiency = (kbch: number, bits: number): number => (kbch - 80) / (64_800 / bits + 90);
  const bitsOf = (name: string): number => DVB_S2.find(([each]) => each === name)![1];
  for (const [name, kbch, bits] of [["QPSK 1/4", 16_008, 2], ["QPSK 1/2", 32_208, 2], ["32APSK 9/10", 58_192, 5]] as const) {
    measure("dvb-s2", { case: name, got: bitsOf(name), expected: efficiency(kbch, bits), rel: 1e-5, unit: "bit/symbol", source: "ETSI EN 302 307-1, sections 5.2 and 5.5, by hand" });
  }
});

test("each row at its own Es/N0, nothing below the first, the last above all", () => {
  expect(dvbS2Rate(MODEM, heard(-2.36))).toEqual({ rate_Mb_per_s: 0, binds: "noise" });
  expect(dvbS2Rate(MODEM, heard(-2.34)).rate_Mb_per_s).toBeCloseTo(49.0243, 6);
  expect(dvbS2Rate(MODEM, heard(40))).toEqual({ rate_Mb_per_s: 100 * 4.453027, binds: "modem" });
  // 8PSK 9/10 asks for more than 16APSK 2/3 and 3/4 and brings less.
  expect(dvbS2Rate(MODEM, heard(10.99)).rate_Mb_per_s).toBeCloseTo(296.6728, 6);
});

test("never above Shannon's bound, never less for a better signal", () => {
  for (const [name, bits, esN0_dB] of DVB_S2) expect(bits, name).toBeLessThan(Math.log2(1 + 10 ** (esN0_dB / 10)));
  fc.assert(fc.property(fc.double({ min: 70, max: 110, noNaN: true }), fc.double({ min: 0, max: 10, noNaN: true }), (at, more) => {
    expect(dvbS2Rate(MODEM, at + more).rate_Mb_per_s).toBeGreaterThanOrEqual(dvbS2Rate(MODEM, at).rate_Mb_per_s);
  }));
});
