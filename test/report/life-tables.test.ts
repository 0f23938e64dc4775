import { describe, expect, test } from "vitest";
import { lifeTable } from "../../src/report/index.ts";
import type { LifeSizing } from "../../src/size/index.ts";
import { fixture } from "./fixture.ts";

const platform = fixture.sizing.platform!;
const rowsOf = (life: Partial<LifeSizing>): readonly string[] => lifeTable({ ...platform, life: { ...platform.life, ...life } }).rows.map((row) => row.join(" | "));
const noteOf = (life: Partial<LifeSizing>): string => lifeTable({ ...platform, life: { ...platform.life, ...life } }).note;

/** As hand-made as the fixture: a platform that burns into the geostationary ring, where there is no air. */
const RING: Partial<LifeSizing> = {
  f107_sfu: null, arrayRam_frac: null, radiatorRam_frac: null, ballistic_kg_per_m2: null, dragMakeup_m_per_s_per_yr: 0, worstDragMakeup_m_per_s_per_yr: 0, dragBound_m_per_s_per_yr: null,
  deltaV: { written_m_per_s: null, needed_m_per_s: 240, carried_m_per_s: 240, byPurpose: { insertion_m_per_s: 2576, stationKeeping_m_per_s: 229, avoidance_m_per_s: 0, formation_m_per_s: 0, disposal_m_per_s: 11 } },
  propellant_kg: { insertion: 780, stationKeeping: 66, avoidance: 0, formation: 0, disposal: 3 }, fallFromLaunch: null, fallFromEnd: null,
  disposal: { way: "graveyard", speed_m_per_s: 11, to_km: 36_086, within_yr: 5, passiveCeiling_km: null, passive: null, ruleMet: null },
};

describe("orbit and life as a table", () => {
  test("low: drag, the hardest launch, the doubt about the Sun; no insertion", () => {
    const rows = rowsOf({});
    expect(rows).toContain("speed over the life | 183 m/s | computed: station keeping 7, avoidance 6, disposal 170");
    expect(rows).toContain("hardest launch | 207 m/s | computed for 2032-10, the launch within the horizon with most drag");
    expect(rows.join()).not.toContain("insertion");
    expect(noteOf({})).toContain("forecast of the Sun");
  });

  test("without air: insertion beside the speed that is summed, no word of drag or of the Sun's forecast", () => {
    const rows = rowsOf(RING);
    expect(rows).toContain("insertion | 2,576 m/s | the platform's own burn into its orbit, beside the speed over the life");
    expect(rows).toContain("speed over the life | 240 m/s | computed: station keeping 229, disposal 11");
    expect(rows).toContain("propellant by purpose | 849 kg | insertion 780, station keeping 66, disposal 3");
    expect([...rows, noteOf(RING)].join()).not.toMatch(/drag |hardest|forecast/);
  });

  test("about the Sun nothing is held: no empty list of purposes", () => {
    const byPurpose = { insertion_m_per_s: 5815, stationKeeping_m_per_s: 0, avoidance_m_per_s: 0, formation_m_per_s: 0, disposal_m_per_s: 0 };
    const rows = rowsOf({ ...RING, deltaV: { written_m_per_s: null, needed_m_per_s: 0, carried_m_per_s: 0, byPurpose } });
    expect(rows).toContain("speed over the life | 0 m/s | computed: nothing holds it, nothing disposes of it");
  });

  test("above 1,000 km the bound on drag stays", () => {
    expect(rowsOf({ ...RING, dragBound_m_per_s_per_yr: 0.5 })).toContain("drag | not computed | above 1,000 km; there it would be 0.5 m/s a year");
  });
});
