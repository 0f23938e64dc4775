/** Fibre between stations, as long as the great circle times a stretch (physics/link, eq. 5). */
import { greatCircle_km } from "../physics/index.ts";
import type { FibreLink, NetworkStation } from "./network.ts";

/** Between each of the named stations and each other one of them. */
export function fibreBetween(stations: readonly NetworkStation[], which: readonly number[], stretch: number): readonly FibreLink[] {
  if (!(stretch >= 1)) throw new RangeError(`stretch is ${stretch}`);
  return which.flatMap((a, i) => which.slice(i + 1).map((b): FibreLink => ({ a, b, length_km: stretch * greatCircle_km(stations[a]!, stations[b]!) })));
}
