/** Orbits that are flown, granted or asked for: what an altitude is held against. */
import type { Figure } from "../catalog/index.ts";

interface KnownOrbit {
  readonly name: string;
  readonly altitude: Figure;
}

const km = (value: number, origin: Pick<Figure, "source" | "asOf" | "evidence"> & { readonly low?: number; readonly high?: number }): Figure => ({ value, unit: "km", low: null, high: null, ...origin });

export const KNOWN_ORBITS: readonly KnownOrbit[] = [
  { name: "International Space Station", altitude: km(428, { source: "NASA photograph of Starlink trails from the station, 2020-04: 231 nautical miles over the southern Indian Ocean (importantinnovations.com, 2020-04)", asOf: "2020-04", evidence: "demonstrated" }) },
  { name: "Starlink, first shells", altitude: km(550, { source: "FCC order of 2021-04-27: 2,824 satellites at 540-570 km (Ars Technica, 2021-04)", asOf: "2021-04", evidence: "demonstrated", low: 540, high: 570 }) },
  { name: "Suncatcher", altitude: km(650, { source: "Aguera y Arcas et al., arXiv 2511.19468v2: dawn-dusk at 650 km", asOf: "2025-11", evidence: "target" }) },
  { name: "SpaceX orbital compute, highest shell filed", altitude: km(1002, { source: "FCC SAT-LOA-20260108-00016, supplement of 2026-05-29, Schedule S: 967-1,002 km", asOf: "2026-05-29", evidence: "target", low: 967, high: 1002 }) },
];
