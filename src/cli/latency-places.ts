/** Ends of a route as a command line names them: a place in degrees, a station, a site, a city or a satellite. */
import { CITIES, figureOf, find, type City } from "../catalog/index.ts";
import { UsageError } from "./failure.ts";
import type { TrajectorySource } from "./trajectories.ts";

export type LatencyEnd =
  | { readonly kind: "ground"; readonly name: string; readonly latitude_deg: number; readonly longitude_deg: number; readonly height_km: number }
  | { readonly kind: "satellite"; readonly name: string; readonly satellite: number };

/** What a text names, in the order above; throws UsageError for nothing, and for several cities. */
export const latencyEnd = (text: string, source: Pick<TrajectorySource, "stations" | "scenario" | "trajectories">): LatencyEnd => {
  const word = text.trim();
  if (/^[-+]?[\d.]+\s*[NS]?\s*,/i.test(word)) return placed(word);
  const found = stationOf(word, source) ?? siteOf(word, source) ?? cityOf(word) ?? satelliteOf(word, source);
  if (found !== null) return found;
  throw new UsageError(`there is no place "${text}"`, `a city among the ${CITIES.length} largest (London, New York, Hyderabad@PK), a station (dawndusk catalog stations), a site (dawndusk catalog sites), a satellite by its whole name, or degrees north and east: 47.6N,122.3W`);
};

const ground = (name: string, [latitude_deg, longitude_deg, height_km]: readonly [number, number, number]): LatencyEnd => ({ kind: "ground", name, latitude_deg, longitude_deg, height_km });

/** "47.6,-122.3", "47.6N,122.3W", "-33.9,18.4,120": degrees and metres. */
const placed = (text: string): LatencyEnd => {
  const match = /^([-+]?[\d.]+)\s*([NS]?)\s*,\s*([-+]?[\d.]+)\s*([EW]?)\s*(?:,\s*([-+]?[\d.]+))?$/i.exec(text);
  const [, north = "", ns = "", east = "", ew = "", height = "0"] = match ?? [];
  const latitude_deg = Number(north) * (ns.toUpperCase() === "S" ? -1 : 1);
  const longitude_deg = Number(east) * (ew.toUpperCase() === "W" ? -1 : 1);
  const height_m = Number(height);
  const good = match !== null && Math.abs(latitude_deg) <= 90 && Math.abs(longitude_deg) <= 360 && Math.abs(height_m) <= 100_000;
  if (!good) throw new UsageError(`"${text}" is no place`, "degrees north, degrees east and, if you like, metres above the ellipsoid: 78.2,15.4 or 33.9S,18.4E,120");
  return ground(text.replace(/\s/g, ""), [latitude_deg, longitude_deg, height_m / 1000]);
};

const stationOf = (id: string, { stations }: Pick<TrajectorySource, "stations">): LatencyEnd | null => {
  const own = stations.find((one) => one.id === id);
  return own === undefined ? catalogued("stations", id, id) : ground(id, [own.latitude_deg, own.longitude_deg, own.height_km]);
};

const siteOf = (id: string, { scenario }: Pick<TrajectorySource, "scenario">): LatencyEnd | null => catalogued("sites", scenario?.ground.sites.find((one) => one.id === id)?.site ?? id, id);

/** The catalogue gives no heights. */
const catalogued = (kind: "stations" | "sites", id: string, name: string): LatencyEnd | null => {
  const entry = find(kind, id);
  return entry === undefined ? null : ground(name, [figureOf(entry, "latitude").value, figureOf(entry, "longitude").value, 0]);
};

/** Without accents and case. */
const plainWord = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const COUNTRY = /^(.*\S)\s*@\s*([a-z]{2})$/i;
const MOST_NAMED = 8;

/** By whole name, else its beginning, else the beginning of one of its words; "@PK" behind it keeps to a country. */
const cityOf = (text: string): LatencyEnd | null => {
  const [, name = text, country] = COUNTRY.exec(text) ?? [];
  const word = plainWord(name);
  if (word.length < 3) return null;
  const cities = country === undefined ? CITIES : CITIES.filter((city) => city.country === country.toUpperCase());
  const by = (fits: (name: string) => boolean): readonly City[] => cities.filter((city) => fits(plainWord(city.name)));
  const found = [by((whole) => whole === word), by((whole) => whole.startsWith(word)), by((whole) => whole.split(/[\s(,-]+/).some((part) => part.startsWith(word)) || whole.includes(` ${word}`) || whole.includes(`(${word}`))].find(({ length }) => length > 0) ?? [];
  if (found.length > 1) throw new UsageError(`"${text}" names ${found.length} cities`, `one of ${found.slice(0, MOST_NAMED).map((city) => `${city.name}@${city.country}`).join("; ")}${found.length > MOST_NAMED ? ` and ${found.length - MOST_NAMED} more` : ""}`);
  const [city] = found;
  return city === undefined ? null : ground(city.name, [city.latitude_deg, city.longitude_deg, 0]);
};

const satelliteOf = (text: string, { trajectories }: Pick<TrajectorySource, "trajectories">): LatencyEnd | null => {
  const satellite = trajectories.findIndex(({ name, objectId }) => name === text || objectId === text);
  return satellite < 0 ? null : { kind: "satellite", name: trajectories[satellite]!.name, satellite };
};
