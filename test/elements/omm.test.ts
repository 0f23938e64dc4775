import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { elementForm, readElements, readOmmCsv, readOmmJson, readOmmXml } from "../../src/elements/index.ts";
import { parseCsv } from "../../src/elements/csv-text.ts";
import { parseXml } from "../../src/elements/xml-text.ts";

const golden = (name: string): string => readFileSync(new URL(`../golden/astro/${name}`, import.meta.url), "utf8");
const json = (changes: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({ ...(JSON.parse(golden("sample_omm.json")) as readonly object[])[0], ...changes });

describe("CCSDS orbit mean-elements messages", () => {
  // Values read off the files by eye.
  test("JSON, XML and CSV of CelesTrak", () => {
    const [fromJson, fromXml, fromCsv] = ["json", "xml", "csv"].map((form) => readElements(golden(`sample_omm.${form}`)));
    for (const read of [fromJson, fromXml, fromCsv]) expect(read!.problems).toEqual([]);
    expect(fromJson!.sets[0]).toMatchObject({ catalogNumber: 5, name: "VANGUARD 1", designator: "1958-002B", meanMotion_rev_per_d: 10.85873516, eccentricity: 0.1841322, bstar_per_earthRadius: 0.00035436 });
    expect(fromJson!.sets[0]!.epoch_s).toBeCloseTo(Date.UTC(2025, 1, 14, 14, 36, 48) / 1000 + 0.662784, 6);
    const { place: xmlPlace, ...xml } = fromXml!.sets[0]!;
    const { place: csvPlace, ...csv } = fromCsv!.sets[0]!;
    expect(xml).toEqual(csv);
    expect([xmlPlace.line, csvPlace.line]).toEqual([3, 2]);
    expect(csv).toMatchObject({ inclination_deg: 34.2443, raan_deg: 225.5254, argumentOfPerigee_deg: 162.2516, meanAnomaly_deg: 205.2356, bstar_per_earthRadius: -0.22483e-4 });
    expect(csv.epoch_s).toBeCloseTo(Date.UTC(2020, 9, 13, 4, 52, 48) / 1000 + 0.47232, 6);
  });

  test("the form is known by its first characters", () => {
    expect(["sample_omm.json", "sample_omm.xml", "sample_omm.csv", "SGP4-VER.TLE", "oneweb_tle.txt"].map((name) => elementForm(golden(name)))).toEqual(["omm-json", "omm-xml", "omm-csv", "tle", "tle"]);
  });

  test("catalogue numbers of six to nine digits, numbers as text, days of the year", () => {
    const { sets, problems } = readOmmJson(json({ NORAD_CAT_ID: "799501234", EPOCH: "2025-045T14:36:48.662784", BSTAR: ".35436E-3" }));
    expect(problems).toEqual([]);
    expect(sets[0]).toMatchObject({ catalogNumber: 799_501_234, epoch_s: readOmmJson(json()).sets[0]!.epoch_s, bstar_per_earthRadius: 0.00035436 });
  });

  test.each([
    [{ EPOCH: "2025-02-30T00:00:00" }, /EPOCH cannot be read from "2025-02-30T00:00:00"/],
    [{ EPOCH: "2025-366T00:00:00" }, /EPOCH cannot be read/],
    [{ EPOCH: undefined }, /EPOCH is missing/],
    [{ EPOCH: "1900-01-01T00:00:00" }, /epoch is not in 1957/],
    [{ MEAN_MOTION: "fast" }, /MEAN_MOTION \(rev\/d\) cannot be read from "fast"/],
    [{ MEAN_MOTION: null }, /MEAN_MOTION is missing/],
    [{ ECCENTRICITY: 1.2 }, /eccentricity 1.2 is not in 0..1/],
    [{ EPHEMERIS_TYPE: 4 }, /EPHEMERIS_TYPE is "4"/],
    [{ CENTER_NAME: "MARS" }, /CENTER_NAME is "MARS"/],
    [{ REF_FRAME: "EME2000" }, /REF_FRAME/],
    [{ TIME_SYSTEM: "TAI" }, /TIME_SYSTEM/],
    [{ MEAN_ELEMENT_THEORY: "DSST" }, /MEAN_ELEMENT_THEORY/],
  ])("%j is refused with its reason", (change, message) => {
    const { sets, problems } = readOmmJson(json(change));
    expect(sets).toEqual([]);
    expect(problems.map((problem) => problem.message).join("; ")).toMatch(message);
    expect(problems[0]).toMatchObject({ object: "VANGUARD 1 (5)", used: false, place: { record: 1, line: null } });
  });

  test("a row of another length, and what is no message, are reported; the rest is read", () => {
    const csv = readOmmCsv(golden("sample_omm.csv").replace(/\n$/, "\nshort,row\n\n") + golden("sample_omm.csv").split("\n")[1]!);
    expect(csv.sets.map(({ place }) => place.line)).toEqual([2, 5]);
    expect(csv.problems).toMatchObject([{ place: { record: 2, line: 3 }, message: "has 2 cells under 17 names" }]);
    expect(readOmmJson(`[3, ${json()}]`)).toMatchObject({ sets: [{ catalogNumber: 5 }], problems: [{ object: "?", message: "is not an object with keywords" }] });
  });
});

describe("the CSV reader", () => {
  test("quotes, commas and line ends within them", () => {
    expect(parseCsv('a,"b, ""c""",\r\n"d\ne",f,g\n\nh')).toEqual([
      { line: 1, cells: ["a", 'b, "c"', ""] },
      { line: 2, cells: ["d\ne", "f", "g"] },
      { line: 5, cells: ["h"] },
    ]);
    expect(() => parseCsv('a\n"b')).toThrow(/line 2: a quote is not closed/);
  });

  test("what is written is read", () => {
    const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
        expect(parseCsv(rows.map((row) => row.map(quoted).join(",")).join("\n")).map(({ cells }) => cells)).toEqual(rows);
      }),
    );
  });
});

describe("the XML reader", () => {
  test("elements, attributes, text, characters, CDATA and comments", () => {
    const root = parseXml(`<?xml version="1.0"?>\n<!-- a <b> -->\n<n:a x="1 &lt; 2" y='"'>t&amp;&#65;&#x42;<b/><![CDATA[<&>]]></n:a>\n`);
    expect(root).toMatchObject({ name: "a", text: "t&AB<&>", line: 3, children: [{ name: "b", text: "" }] });
    expect([...root.attributes]).toEqual([["x", "1 < 2"], ["y", '"']]);
  });

  test("an escaped entity is not read twice", () => expect(parseXml("<a>&amp;lt;</a>").text).toBe("&lt;"));

  test.each([
    ["<a><b></a></b>", /line 1: <\/a> closes <b>|<\/a> closes/],
    ["<a>\n<b>", /line 2: <b> is not closed/],
    ["</a>", /closes nothing/],
    ["<a/><b/>", /one root element/],
    ["<a>&xxe;</a>", /&xxe; stands for no character/],
    ["<a>&#99999999;</a>", /stands for no character/],
    ['<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', /a declaration, which is not read/],
    ["<a x=1/>", /not well-formed/],
    ["<a".repeat(5), /not well-formed/],
    ["<a>".repeat(40), /deeper than 32/],
  ])("%s is refused", (text, message) => {
    expect(() => parseXml(text)).toThrow(message);
    expect(() => readOmmXml(text)).toThrow(SyntaxError);
  });

  // Text of half a million characters gets the answer of a short one: work that grew with the square of its length would not end.
  test.each([
    ["attributes without an end", (n: number) => `<a ${'x="1" '.repeat(n / 5)}`],
    ["a comment without an end", (n: number) => `<!--${"-".repeat(n)}`],
    ["characters without a name", (n: number) => `<a>${"&".repeat(n)}</a>`],
    ["a name without an end", (n: number) => `<${"a".repeat(n)}`],
  ])("%s: refused alike at any length", (_, textOf) => {
    const refusal = (n: number): unknown => {
      try {
        return parseXml(textOf(n));
      } catch (error) {
        return error;
      }
    };
    expect(refusal(10)).toBeInstanceOf(SyntaxError);
    expect(refusal(500_000)).toEqual(refusal(10));
  });

  test("any text is read or refused with a SyntaxError", () => {
    const piece = fc.constantFrom("<a>", "</a>", "<b/>", "&amp;", "&", "<", ">", "<!--", "-->", "<![CDATA[", "]]>", "<?p?>", "text", '<c d="e">', "</c>");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        try {
          expect(typeof parseXml(pieces.join("")).name).toBe("string");
        } catch (error) {
          expect(error).toBeInstanceOf(SyntaxError);
        }
      }),
    );
  });
});
