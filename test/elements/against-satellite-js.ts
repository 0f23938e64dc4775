/** Our near-earth SGP4 and satellite.js on the same element sets, 3 days from epoch by the minute: the largest differences. */
import { sgp4, twoline2satrec } from "satellite.js";
import { elementFleet, readTle, stateSinceEpoch } from "../../src/elements/index.ts";

export function worstAgainstSatelliteJs(text: string) {
  const lines = text.split("\n");
  const sets = readTle(text).sets;
  const epoch_s = sets[0]!.epoch_s;
  const { fleet } = elementFleet(sets, { start_s: epoch_s, end_s: epoch_s });
  const out = new Float64Array(6);
  let worst_km = 0;
  let worst_km_per_s = 0;
  fleet.sets.forEach(({ place }, i) => {
    const satrec = twoline2satrec(lines[place.line!]!, lines[place.line! + 1]!);
    for (let minutes = 0; minutes <= 3 * 1440; minutes++) {
      const { position: r, velocity: v } = sgp4(satrec, minutes)!;
      if (stateSinceEpoch(fleet, i, minutes, out, 0) !== 0) throw new Error(`no state of satellite ${i} at ${minutes} min`);
      worst_km = Math.max(worst_km, Math.hypot(out[0]! - r.x, out[1]! - r.y, out[2]! - r.z));
      worst_km_per_s = Math.max(worst_km_per_s, Math.hypot(out[3]! - v.x, out[4]! - v.y, out[5]! - v.z));
    }
  });
  return { worst_km, worst_km_per_s, satellites: fleet.sets.length };
}
