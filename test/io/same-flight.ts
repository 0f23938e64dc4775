/** Fleets flown in place and over a crew, held together to the byte. */
import fc from "fast-check";
import { expect } from "vitest";
import { evenPlanes, FLEET_COLUMNS, fleetPlanes, flyFleet } from "../../src/fly/index.ts";
import type { FleetCrew, FleetDesign, FleetPlane, FleetPorts } from "../../src/fly/index.ts";
import { threadCrew } from "../../src/io/index.ts";
import { circularOrbit, walkerDelta } from "../../src/physics/index.ts";
import { parseUtc } from "../../src/units/index.ts";
import { sizingOf, type Rack } from "../fly/fixture.ts";

export const design = (planes: readonly FleetPlane[], { days = 0.1, step_s = 60, rack = {} }: { readonly days?: number; readonly step_s?: number; readonly rack?: Rack } = {}): FleetDesign => ({
  planes, sized: sizingOf(rack).platform!, age_yr: 2.5, simulate: { start_utc_s: parseUtc("2027-03-01")!, days, step_s },
});
export const walker = (planes: number, satellitesPerPlane: number) => fleetPlanes(walkerDelta({ altitude_km: 550, inclination_deg: 53, planes, satellites: planes * satellitesPerPlane, phasing: planes > 1 ? 1 : 0, raan_deg: 20 }));
export const uneven = (sizes: readonly number[]) =>
  evenPlanes(sizes.map((satellites, p) => ({ satellites, orbit: circularOrbit({ altitude_km: 500 + 31 * p, inclination_deg: 40 + 7 * p, raan_deg: 50 * p, argumentOfLatitude_deg: 0 }) })));

/** Record and series of a flight, as text and as bytes. */
export async function flown(fleet: FleetDesign, ports: FleetPorts = {}): Promise<{ readonly record: string; readonly series: Buffer }> {
  const blocks: Buffer[] = [];
  const sink = {
    write: (columns: readonly Float64Array[], rows: number): void => {
      expect(columns).toHaveLength(FLEET_COLUMNS.length);
      for (const column of columns) blocks.push(Buffer.copyBytesFrom(column, 0, rows));
    },
  };
  const record = JSON.stringify(await flyFleet(fleet, { ...ports, sink }));
  return { record, series: Buffer.concat(blocks) };
}

export async function sameFor(fleet: FleetDesign, crews: readonly FleetCrew[]): Promise<void> {
  const here = await flown(fleet);
  for (const crew of crews) {
    const there = await flown(fleet, { crew });
    expect(there.record).toBe(here.record);
    expect(there.series.equals(here.series)).toBe(true);
  }
}

export const PLANES_OF_UNLIKE_SIZE: readonly FleetPlane[] = uneven([2500, 3, 1, 1024, 700, 700, 1025, 40]);

const anyFleet = fc.record({
  sizes: fc.array(fc.integer({ min: 1, max: 1500 }), { minLength: 1, maxLength: 7 }), workers: fc.integer({ min: 2, max: 3 }), step_s: fc.constantFrom(60, 120),
  bol_W: fc.double({ min: 20_000, max: 400_000, noNaN: true }), eclipse: fc.constantFrom("shed", "ride-through"),
});

export const sameForAnyFleet = (numRuns: number): Promise<void> =>
  fc.assert(fc.asyncProperty(anyFleet, ({ sizes, workers, step_s, ...rack }) => sameFor(design(uneven(sizes), { days: 0.05, step_s, rack }), [threadCrew({ workers })])), { numRuns });
