import { describe, expect, test } from "vitest";
import { eventCsv, eventRecords, utcMilliseconds, type EventRow } from "../../src/cli/event-text.ts";

const ROW: EventRow = { satellite: "A", kind: "umbra", partner: null, start_s: 1798761600.0004, end_s: 1798761660.25, openAtStart: false, openAtEnd: true, extra: { litMin_frac: 0 } };

describe("event rows", () => {
  // 1798761600 s is 2027-01-01T00:00:00Z (date -d @1798761600).
  test("times are UTC to the millisecond, the duration that of the times as written", () => {
    expect(eventRecords([ROW], ["litMin_frac"])).toEqual([
      { satellite: "A", kind: "umbra", partner: null, start_utc: "2027-01-01T00:00:00.000Z", end_utc: "2027-01-01T00:01:00.250Z", duration_s: 60.25, openAtStart: false, openAtEnd: true, litMin_frac: 0 },
    ]);
    expect(utcMilliseconds(1798761599.9996)).toBe("2027-01-01T00:00:00.000Z");
  });

  test("CSV has a header without rows, quotes what needs it, and leaves nulls empty", () => {
    expect(eventCsv([], ["litMin_frac"])).toBe("satellite,kind,partner,start_utc,end_utc,duration_s,openAtStart,openAtEnd,litMin_frac\n");
    const text = eventCsv([{ ...ROW, satellite: 'ONE, "WEB"\n2' }, { ...ROW, extra: {} }], ["litMin_frac"]);
    expect(text.split("\n").slice(1).join("|")).toBe('"ONE, ""WEB""|2",umbra,,2027-01-01T00:00:00.000Z,2027-01-01T00:01:00.250Z,60.25,false,true,0|A,umbra,,2027-01-01T00:00:00.000Z,2027-01-01T00:01:00.250Z,60.25,false,true,|');
  });

  test("a number that is none, and a cell without a column, are refused by name", () => {
    expect(() => eventCsv([{ ...ROW, extra: { litMin_frac: NaN } }], ["litMin_frac"])).toThrow("litMin_frac of an event is NaN");
    expect(() => eventCsv([ROW], [])).toThrow('"litMin_frac", which is no column');
    expect(() => eventCsv([{ ...ROW, start_s: NaN }], ["litMin_frac"])).toThrow("time of an event is NaN");
  });
});
