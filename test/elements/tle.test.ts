import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alpha5, readElements, readTle } from "../../src/elements/index.ts";

// Vanguard 1, from the verification set of Vallado et al. 2006.
const ONE = "1 00005U 58002B   00179.78495062  .00000023  00000-0  28098-4 0  4753";
const TWO = "2 00005  34.2682 348.7242 1859667 331.7664  19.3264 10.82419157413667";
const file = (...lines: readonly string[]): string => lines.join("\n");
/** The line with columns from `from` replaced and its checksum made right. */
const edited = (line: string, from: number, text: string): string => {
  const body = (line.slice(0, from - 1) + text + line.slice(from - 1 + text.length)).slice(0, 68);
  const sum = [...body].reduce((total, c) => total + (c === "-" ? 1 : /\d/.test(c) ? Number(c) : 0), 0);
  return body + String(sum % 10);
};

describe("two-line elements", () => {
  // Values read off the columns by eye.
  test("the fields of a set, with and without a name", () => {
    const { sets, problems } = readTle(file(ONE, TWO, "", "# comment", "VANGUARD 1", ONE, TWO, "0 VANGUARD 1 ", ONE, `${TWO}     0.00      4320.0`));
    expect(problems).toEqual([]);
    expect(sets.map(({ name, place }) => [name, place.record, place.line])).toEqual([[null, 1, 1], ["VANGUARD 1", 2, 5], ["VANGUARD 1", 3, 8]]);
    expect(sets[0]).toMatchObject({
      catalogNumber: 5, designator: "58002B", meanMotion_rev_per_d: 10.82419157, eccentricity: 0.1859667, inclination_deg: 34.2682,
      raan_deg: 348.7242, argumentOfPerigee_deg: 331.7664, meanAnomaly_deg: 19.3264, bstar_per_earthRadius: 0.28098e-4,
    });
    // Day 179.78495062 of 2000 is 27 June, 18:50:19.733568.
    expect(sets[0]!.epoch_s).toBeCloseTo(Date.UTC(2000, 5, 27, 18, 50, 19) / 1000 + 0.733568, 6);
  });

  test("two digits of year mean 1957 to 2056", () => {
    const year = (text: string): number => new Date(readTle(file(edited(ONE, 19, text), TWO)).sets[0]!.epoch_s * 1000).getUTCFullYear();
    expect([year("57001"), year("99365"), year("00366"), year("56001")]).toEqual([1957, 1999, 2000, 2056]);
  });

  // space-track.org's page on Alpha-5: A0000 = 100000, E8493 = 148493, J2931 = 182931, P4018 = 234018, W1928 = 301928, Z9999 = 339999.
  test("Alpha-5", () => {
    expect(["A0000", "E8493", "J2931", "P4018", "W1928", "Z9999", "25544", "  005"].map(alpha5)).toEqual([100_000, 148_493, 182_931, 234_018, 301_928, 339_999, 25_544, 5]);
    expect(["I0000", "O1234", "A 123", "12A45", "", "a1234", "T123"].map(alpha5)).toEqual(Array.from({ length: 7 }));
    const { sets, problems } = readTle(file(edited(ONE, 3, "Z9999"), edited(TWO, 3, "Z9999")));
    expect(problems).toEqual([]);
    expect(sets[0]!.catalogNumber).toBe(339_999);
  });

  test("a wrong checksum names line and sum, and leaves the object out unless told otherwise", () => {
    const text = file("VANGUARD 1", ONE, `${TWO.slice(0, 68)}1`);
    const refused = readTle(text);
    expect(refused.sets).toEqual([]);
    expect(refused.problems).toEqual([{ place: { record: 1, line: 1 }, object: "VANGUARD 1 (5)", message: "line 3: checksum is 1, the digits give 7", used: false }]);
    const reported = readTle(text, { checksum: "report" });
    expect(reported.sets).toHaveLength(1);
    expect(reported.problems.map(({ used }) => used)).toEqual([true]);
    const none = readTle(file(ONE.slice(0, 68), TWO));
    expect(none.sets).toHaveLength(1);
    expect(none.problems.map(({ message }) => message)).toEqual(["line 1: no checksum in column 69; the digits give 3"]);
  });

  test.each([
    ["a bad epoch", file(edited(ONE, 19, "01366.5       "), TWO), /line 1, columns 19-32: epoch cannot be read/],
    ["day 0", file(edited(ONE, 19, "00000"), TWO), /epoch/],
    ["letters in a number", file(ONE, edited(TWO, 9, " 34.2X82")), /line 2, columns 9-16: inclination cannot be read from " 34.2X82"/],
    ["an inclination beyond 180", file(ONE, edited(TWO, 9, "234.2682")), /inclination_deg 234.2682 is not in 0..180/],
    ["no mean motion", file(ONE, edited(TWO, 53, " 0.00000000")), /meanMotion_rev_per_d 0 is not in/],
    ["two objects", file(ONE, edited(TWO, 3, "00006")), /lines 1 and 2 are of two objects, 5 and 6/],
    ["SGP4-XP", file(edited(ONE, 63, "4"), TWO), /SGP4-XP/],
    ["no line 2", file(ONE), /line 1: no line 2 follows/],
    ["no line 1", file("VANGUARD 1", TWO), /before this line 2/],
    ["a name alone", file("VANGUARD 1"), /no line 1 of an element set follows/],
  ])("%s is reported and the next object read", (_, text, message) => {
    const { sets, problems } = readTle(file(text, "NEXT", ONE, TWO));
    expect(problems.map((problem) => problem.message).join("; ")).toMatch(message);
    expect(problems.every(({ used }) => !used)).toBe(true);
    expect(sets.map(({ name }) => name)).toEqual(["NEXT"]);
  });

  test("every object of any text is a set or a problem, and nothing throws", () => {
    const line = fc.oneof(fc.constantFrom(ONE, TWO, "NAME", "0 NAME", "1 ", "2 ", ""), fc.string({ maxLength: 80 }));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = `NAME\n${lines.join("\n")}`;
        const { sets, problems } = readTle(text);
        const records = new Set([...sets, ...problems].map(({ place }) => place.record));
        expect([...records].toSorted((a, b) => a - b)).toEqual(Array.from(records, (_, i) => i + 1));
        expect(readElements(`#\n${text}`).sets.length + 1).toBeGreaterThan(0);
      }),
    );
  });
});
