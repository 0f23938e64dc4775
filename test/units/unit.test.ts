import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { convertUnit, formatNumber, formatQuantity, parseInstant, parseQuantity, parseQuarter, parseUnit, parseUtc, unitSymbols, writeQuantity, formatQuarter, formatUtc, quarterStart_s } from "../../src/units/index.ts";

const read = (text: string, unit: string): number | string => {
  const result = parseQuantity(text, unit);
  return result.ok ? result.value : result.problem.hint;
};

describe("quantities are read in the unit of their field", () => {
  // Factors are the SI prefixes and the definitions of minute, hour and Julian year; products by hand.
  const cases: readonly (readonly [string, string, number])[] = [
    ["650 km", "km", 650],
    ["650km", "km", 650],
    ["  650   km ", "km", 650],
    ["650\u00a0km", "km", 650],
    ["-3 km", "km", -3],
    ["\u22123 km", "km", -3],
    ["+2 kg", "kg", 2],
    ["1.2 GW", "MW", 1200],
    ["1.2 GW", "W", 1_200_000_000],
    ["1e3 kg", "kg", 1000],
    ["1E3 kg", "kg", 1000],
    ["1e-3 t", "kg", 1],
    ["1e+3 g", "kg", 1],
    [".5 km", "km", 0.5],
    ["5. km", "km", 5],
    ["5 EFLOPS", "FLOPS", 5e18],
    ["5EFLOPS", "FLOPS", 5e18],
    ["5e3EFLOPS", "FLOPS", 5e21],
    ["60 M$", "$", 60_000_000],
    ["60_000_000 $", "$", 60_000_000],
    ["60 million $", "$", 60_000_000],
    ["200 $/kg", "$/kg", 200],
    ["0.2 M$/t", "$/kg", 200],
    ["200 USD/kg", "$/kg", 200],
    ["9 %/yr", "1/yr", 0.09],
    ["25 launches/yr", "1/yr", 25],
    ["5 %", "1", 0.05],
    ["0.05", "1", 0.05],
    ["800 million users", "1", 800_000_000],
    ["800 million", "1", 800_000_000],
    ["45 $/MWh", "$/kWh", 0.045],
    ["2.5 $/GPU-h", "$/h", 2.5],
    ["45 degC", "K", 318.15],
    ["1 yr", "h", 8766],
    ["8 bit", "b", 8],
    ["1 GB/s", "Gb/s", 8],
    ["90 deg", "rad", Math.PI / 2],
    ["3 kW/m2", "W/m2", 3000],
  ];
  test.each(cases)("%s in %s", (text, unit, value) => expect(read(text, unit)).toBe(value));

  const wrong: readonly (readonly [string, string, string])[] = [
    ["650", "km", 'write the unit, for example "650 km"'],
    ["1e400 km", "km", "no number above 1.8e308 can be held"],
    ["1e300 Gt", "kg", "no number above 1.8e308 can be held"],
    ["Infinity km", "km", 'for example "1 km"'],
    ["NaN km", "km", 'for example "1 km"'],
    ["", "km", 'for example "1 km"'],
    ["_ km", "km", 'for example "1 km"'],
    ["1.2.3 km", "km", 'for example "1 km"'],
    ["--3 km", "km", 'for example "1 km"'],
    ["- 3 km", "km", 'for example "1 km"'],
    ["0x10 km", "km", '"x10 km" is not a known unit; for example "1 km"'],
    ["5e km", "km", '"e km" is not a known unit; for example "1 km"'],
    ["650 KM", "km", '"KM" is not a known unit; did you mean "km"?'],
    ["650 kilometres", "km", '"kilometres" is not a known unit; did you mean "km"?'],
    ["45 $/mwh", "$/MWh", '"$/mwh" is not a known unit; did you mean "$/MWh"?'],
    ["650 kg", "km", '"kg" is a unit of mass; for example "1 km"'],
    ["60,000,000 $", "$", 'write "60000000 $"'],
    ["1,000.5 km", "km", 'write "1000.5 km"'],
    ["60 000 km", "km", 'write "60000 km"'],
    ["12,5 km", "km", 'write "12.5 km"'],
    ["1,0000 km", "km", 'write "1.0000 km"'],
    ["$45/MWh", "$/MWh", 'write the unit behind the number: "45 $/MWh"'],
    ["45 €/MWh", "$/MWh", "convert it at a dated exchange rate and note the rate in `source`"],
    ["60 MEUR", "$", "convert it at a dated exchange rate and note the rate in `source`"],
    ["12 %", "1/yr", 'it is a rate: write "12 %/yr"'],
    ["365 days", "1", '"days" is a unit of time; for example "1"'],
    ["6".repeat(100), "1", "shorten it"],
  ];
  test.each(wrong)("%s in %s is refused", (text, unit, hint) => expect(read(text, unit)).toBe(hint));
});

describe("properties of quantities", () => {
  const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
  const units = unitSymbols().filter((u) => u !== "degC" && u !== "°C" && u !== "1");

  test("what is written is read back to the last bit", () => {
    fc.assert(fc.property(finite, fc.constantFrom(...units, "$/kg", "W/m2", "1/yr", "token/J", "1"), (value, unit) => {
      expect(read(writeQuantity(value, unit), unit)).toBe(value === 0 ? (Object.is(value, -0) ? 0 : value) : value);
    }));
  });

  test("converting there and back returns the number to rounding", () => {
    const pairs = fc.constantFrom(["km", "m"], ["MW", "kW"], ["yr", "h"], ["$/kg", "M$/t"], ["deg", "rad"], ["degC", "K"], ["%", "1"], ["GB", "bit"]);
    fc.assert(fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), pairs, (value, [from, to]) => {
      const back = convertUnit(convertUnit(value, { from: from!, to: to! }), { from: to!, to: from! });
      expect(Math.abs(back - value)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(value)));
    }));
  });

  test("whole numbers cross a prefix without rounding", () => {
    fc.assert(fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (n) => {
      expect(read(`${n} GW`, "MW")).toBe(n * 1000);
      expect(read(`${n} m`, "km")).toBe(n / 1000);
    }));
  });

  test("no text throws or is read as a number that is not finite", () => {
    fc.assert(fc.property(fc.oneof(fc.string({ maxLength: 100 }), fc.string({ unit: fc.constantFrom(..."0123456789.,eE+-_ km$/%€\u2212\u00a0"), maxLength: 60 })), fc.constantFrom("km", "$", "1", "1/yr", "K"), (text, unit) => {
      const result = parseQuantity(text, unit);
      if (result.ok) expect(Number.isFinite(result.value)).toBe(true);
      else expect(result.problem.hint.length).toBeGreaterThan(0);
    }), { numRuns: 2000 });
  });

  // 80 characters are the most that is looked at: a pattern that tried every way to part them would not end.
  test.each(["1", "1,", "1 ", "1,000", "$", "1/", "1 km/km/", "€"])("%j again and again: no length at 80 characters, refused unread at a million", (piece) => {
    const text = (length: number): string => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
    const full = parseQuantity(text(80), "km");
    expect(full.ok).toBe(false);
    if (!full.ok) expect(full.problem).toMatchObject({ found: text(80).trim(), expected: "a number with a unit of length (km)" });
    const long = parseQuantity(text(1_000_000), "km");
    expect(long).toMatchObject({ ok: false, problem: { expected: "a quantity of at most 80 characters" } });
  });
});

describe("units", () => {
  test("a hyphen binds tighter than a slash, slashes read from the left", () => {
    expect(parseUnit("$/GPU-h")?.factor).toBe(1 / 3600);
    expect(parseUnit("J/m2/K")?.dimension).toEqual(parseUnit("J/m2-K")?.dimension);
    expect(parseUnit("kW*yr")?.factor).toBe(1000 * 31_557_600);
  });
  test.each(["", "x", "m0", "m10", "km/", "/", "m//s", "kkm", "Mkg", "$$"])("%s is none", (text) => expect(parseUnit(text)).toBeUndefined());
  test("one over a unit may be written without the 1", () => expect(parseUnit("/yr")?.factor).toBe(parseUnit("1/yr")?.factor));
  test("two dimensions do not convert", () => expect(() => convertUnit(1, { from: "km", to: "kg" })).toThrow('"km" is length, "kg" is mass'));
});

describe("numbers for people", () => {
  test.each([[0, "0"], [1, "1.000"], [1234.5678, "1,235"], [1e6, "1,000,000"], [0.000123456, "0.0001235"], [-42.5, "-42.50"], [1e-6, "1.000e-6"], [2.5e16, "2.500e+16"], [999_999, "1,000,000"]])("%d", (value, text) => expect(formatNumber(value)).toBe(text));
  test("with a unit", () => expect([formatQuantity(1200, "MW"), formatQuantity(0.5, "1"), formatQuantity(60, "$")]).toEqual(["1,200 MW", "0.5000", "$60.00"]));
});

describe("time", () => {
  // Seconds by `date -u -d ... +%s` of GNU coreutils 9.1.
  test.each([["2027-01-01", 1_798_761_600], ["2024-02-29 12:00", 1_709_208_000], ["2027-01-01T06:00Z", 1_798_783_200], ["2027-01-01T06:00:30.5Z", 1_798_783_230.5], ["1970-01-01", 0]])("%s", (text, seconds) => expect(parseUtc(text)).toBe(seconds));
  test.each(["2027-02-31", "2026-02-29", "2027-13-01", "2027-00-10", "2027-01-01 24:00", "2027-01-01 10:60", "27-01-01", "2027/01/01", "2027-1-1", ""])("%s is none", (text) => expect(parseUtc(text)).toBeUndefined());
  test.each([["2027-01-01T06:00+02:00", 1_798_776_000, true], ["2027-01-01 06:00-0530", 1_798_803_000, true], ["2027-01-01T06:00Z", 1_798_783_200, true], ["2027-01-01 06:00", 1_798_783_200, false]])("instant %s", (text, t_s, zoned) => expect(parseInstant(text)).toEqual({ t_s, zoned }));
  test.each(["2027-01-01T06:00+25:00", "2027-01-01T06:00Z+02:00", "2027-01-01+02:00"])("%s is no instant", (text) => expect(parseInstant(text)).toBeUndefined());

  test("quarters subtract and print as they are read", () => {
    expect(parseQuarter("2028-Q1")! - parseQuarter("2027-Q3")!).toBe(2);
    expect(parseQuarter("2027Q3")).toBe(parseQuarter("2027-Q3"));
    expect(["2027-Q5", "2027-Q0", "27-Q1", "Q1 2027"].map(parseQuarter)).toEqual([undefined, undefined, undefined, undefined]);
    fc.assert(fc.property(fc.integer({ min: 8000, max: 9000 }), (q) => void expect(parseQuarter(formatQuarter(q))).toBe(q)));
    expect(formatUtc(quarterStart_s(parseQuarter("2027-Q3")!))).toBe("2027-07-01T00:00:00Z");
  });
});
