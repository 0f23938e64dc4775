/**
 * Shells of the million-satellite filing: SpaceX, FCC SAT-LOA-20260108-00016 and its supplement of 2026-05-29, Schedule S, as tabulated in
 * sdross0/orbital-datacenter-brightness, ASSUMPTIONS.md (MIT), read 2026-11. The rows sum to 1,198,120; the filing caps the fleet at
 * 1,000,000. Ranges are spread evenly over a row's shells; two planes are LTAN 6 and 18, others are spread round the equator. The cap is met
 * by thinning every plane alike (largest remainders first), since the filing does not say which satellites stay on the ground.
 */
import { evenPlanes } from "../../src/fly/index.ts";
import type { FleetPlane } from "../../src/fly/index.ts";
import { circularOrbit, raanFromLtan_deg } from "../../src/physics/index.ts";

type Range = readonly [number, number];
type Row = { readonly altitude_km: Range; readonly inclination_deg: Range; readonly shells: number; readonly planes: number; readonly satellites: number };

export const FILED_CAP = 1_000_000;
export const FILED_SHELLS: readonly Row[] = [
  { altitude_km: [550, 568], inclination_deg: [26, 32], shells: 10, planes: 30, satellites: 333 },
  { altitude_km: [565, 585], inclination_deg: [97.7, 97.7], shells: 10, planes: 2, satellites: 4999 },
  { altitude_km: [686, 718], inclination_deg: [30, 30], shells: 25, planes: 30, satellites: 333 },
  { altitude_km: [707, 744], inclination_deg: [97.2, 97.2], shells: 22, planes: 2, satellites: 5565 },
  { altitude_km: [946, 978], inclination_deg: [30, 30], shells: 25, planes: 30, satellites: 333 },
  { altitude_km: [967, 1002], inclination_deg: [99.4, 99.4], shells: 22, planes: 2, satellites: 5770 },
];

const between = ([low, high]: Range, i: number, count: number): number => low + ((high - low) * i) / (count - 1);

/** The filed planes at a Julian date, thinned to `cap` satellites. */
export function filedFleet({ cap, jd }: { readonly cap: number; readonly jd: number }): FleetPlane[] {
  const planes = FILED_SHELLS.flatMap((row) =>
    Array.from({ length: row.shells * row.planes }, (_, i) => {
      const shell = Math.floor(i / row.planes);
      const plane = i % row.planes;
      const raan_deg = row.planes === 2 ? raanFromLtan_deg({ ltan_h: plane === 0 ? 6 : 18, jd }) : (360 * (plane + shell / row.shells)) / row.planes;
      const [altitude_km, inclination_deg] = [between(row.altitude_km, shell, row.shells), between(row.inclination_deg, shell, row.shells)];
      return { orbit: circularOrbit({ altitude_km, inclination_deg, raan_deg, argumentOfLatitude_deg: (137.5 * i) % 360 }), satellites: row.satellites };
    }),
  );
  const filed = planes.reduce((sum, { satellites }) => sum + satellites, 0);
  const shares = thinned(planes.map(({ satellites }) => (satellites * Math.min(cap, filed)) / filed));
  return evenPlanes(planes.map(({ orbit }, i) => ({ orbit, satellites: shares[i]! })).filter(({ satellites }) => satellites > 0));
}

/** Whole numbers with the same sum, largest remainders first. */
function thinned(shares: readonly number[]): number[] {
  const whole = shares.map(Math.floor);
  const missing = Math.round(shares.reduce((sum, share) => sum + share, 0)) - whole.reduce((sum, share) => sum + share, 0);
  const order = shares.map((share, i) => ({ i, rest: share - whole[i]! })).toSorted((a, b) => b.rest - a.rest || a.i - b.i);
  for (const { i } of order.slice(0, missing)) whole[i]! += 1;
  return whole;
}
