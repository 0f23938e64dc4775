/** Ground stations that a command line asks for. */
import { entries, figureOf, find } from "../catalog/index.ts";
import { table } from "../scenario/index.ts";
import { parseQuantity } from "../units/index.ts";
import { UsageError } from "./failure.ts";
import type { NamedStation } from "./trajectories.ts";

export interface StationOptions {
  /** Ids of the catalogue. */
  readonly station: readonly string[];
  /** "LAT,LON" or "LAT,LON,HEIGHT": degrees and metres. */
  readonly at: readonly string[];
  readonly elevation?: string;
}

/** The stations named in options, else those given; throws UsageError for one that is none. */
export const stationsAsked = ({ station, at, elevation }: StationOptions, given: readonly NamedStation[]): readonly NamedStation[] => {
  const wanted_deg = elevation === undefined ? undefined : elevationOf(elevation);
  const elevationMin_deg = wanted_deg ?? given[0]?.elevationMin_deg ?? usualElevation_deg();
  const named = [...station.map(catalogued), ...at.map(placed)].map((place) => ({ ...place, elevationMin_deg }));
  if (named.length > 0) return named;
  return wanted_deg === undefined ? given : given.map((one) => ({ ...one, elevationMin_deg: wanted_deg }));
};

/** The default of the field network.elevationMin. */
const usualElevation_deg = (): number => {
  const { fallback } = table.network.of.elevationMin;
  if (fallback == null || !("value" in fallback)) throw new Error("network.elevationMin has no default");
  return fallback.value;
};

const elevationOf = (text: string): number => {
  // Degrees are what everybody writes here.
  const read = parseQuantity(/^\s*[-+]?[\d.]+\s*$/.test(text) ? `${text} deg` : text, "deg", "10 deg");
  if (!read.ok) throw new UsageError(`--elevation is "${text}", where ${read.problem.expected} is wanted`, read.problem.hint);
  if (!(read.value >= -90 && read.value < 90)) throw new UsageError(`--elevation is "${text}"`, "an angle from -90 to below 90 deg");
  return read.value;
};

type Place = Omit<NamedStation, "elevationMin_deg">;

const catalogued = (id: string): Place => {
  const entry = find("stations", id);
  if (entry === undefined) throw new UsageError(`--station ${id}: the catalogue has no such station`, `one of ${entries("stations").map((one) => one.id).join(", ")}`);
  // The catalogue gives no heights.
  return { id, latitude_deg: figureOf(entry, "latitude").value, longitude_deg: figureOf(entry, "longitude").value, height_km: 0 };
};

const placed = (text: string): Place => {
  const parts = text.split(",").map((part) => (part.trim() === "" ? NaN : Number(part)));
  const [latitude_deg = NaN, longitude_deg = NaN, height_m = 0] = parts;
  const good = parts.length <= 3 && Math.abs(latitude_deg) <= 90 && Math.abs(longitude_deg) <= 360 && Math.abs(height_m) <= 100_000;
  if (!good) throw new UsageError(`--at is "${text}"`, "degrees north, degrees east and, if you like, metres above the ellipsoid: 78.2,15.4 or -33.9,18.4,120");
  return { id: text.replace(/\s/g, ""), latitude_deg, longitude_deg, height_km: height_m / 1000 };
};
