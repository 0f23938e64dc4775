/**
 * Rain of the world: the rate exceeded 0.01 % of the year (ITU-R P.837-7) and the mean rain height (ITU-R P.839-4).
 *
 *   1. bilinear interpolation between the four nodes around a place (P.1144)
 *   2. mean rain height above the sea = height of the 0 degree isotherm + 0.36 km
 *
 * The height map is the ITU's own, 1.5 degrees, whole metres. The rate map was worked out from the monthly maps of P.837-7 and P.1510 on half
 * degrees and kept in steps of 0.1 mm/h; the ITU asks to interpolate the monthly maps first, hence it differs by up to 3.1 % at the eight
 * validation places (0 to 2 % at six of them). Heights: all eight within 1e-6.
 * The maps are coded in rain-maps-data.ts (200 kB of text), which is loaded when first asked for, and once.
 * The rate is of the ground as it is; above a mountain station the height of the station counts in the path, not here.
 */
import { unpackGrid } from "./packed-grid.ts";

export type RainMaps = {
  /** Rain rate exceeded 0.01 % of an average year. */
  readonly rain001_mm_per_h: (latitude_deg: number, longitude_deg: number) => number;
  /** Mean rain height above the sea. */
  readonly rainHeight_km: (latitude_deg: number, longitude_deg: number) => number;
};

/** P.839-4, equation 1. */
const RAIN_OVER_ISOTHERM_KM = 0.36;

let loaded: Promise<RainMaps> | undefined;

/** The two maps; fetches and decodes them at the first call. */
export function rainMaps(): Promise<RainMaps> {
  loaded ??= import("./rain-maps-data.ts").then(({ RAIN_001, ISOTHERM }) => {
    const rain: Grid = { ...RAIN_001, values: unpackGrid(RAIN_001) };
    const isotherm: Grid = { ...ISOTHERM, values: unpackGrid(ISOTHERM) };
    return {
      rain001_mm_per_h: (latitude_deg, longitude_deg) => interpolate(rain, latitude_deg, longitude_deg),
      rainHeight_km: (latitude_deg, longitude_deg) => interpolate(isotherm, latitude_deg, longitude_deg) + RAIN_OVER_ISOTHERM_KM,
    };
  });
  return loaded;
}

/** Rows from 90 N southwards, columns eastwards round the Earth (the first not repeated). */
type Grid = { readonly values: Int32Array; readonly rows: number; readonly columns: number; readonly spacing_deg: number; readonly firstLongitude_deg: number; readonly unitsPerStep: number };

function interpolate(grid: Grid, latitude_deg: number, longitude_deg: number): number {
  if (!(latitude_deg >= -90 && latitude_deg <= 90)) throw new RangeError(`latitude_deg ${latitude_deg} is outside -90 to 90`);
  if (!Number.isFinite(longitude_deg)) throw new RangeError(`longitude_deg is ${longitude_deg}`);
  const south = (90 - latitude_deg) / grid.spacing_deg;
  const east = eastOf(grid.firstLongitude_deg, longitude_deg) / grid.spacing_deg;
  const row = Math.min(Math.floor(south), grid.rows - 2);
  const column = Math.floor(east);
  const along = (r: number) => between(node(grid, r, column), node(grid, r, column + 1), east - column);
  return between(along(row), along(row + 1), south - row) / grid.unitsPerStep;
}

const eastOf = (first_deg: number, longitude_deg: number): number => (((longitude_deg - first_deg) % 360) + 360) % 360;
const between = (a: number, b: number, share: number): number => a + (b - a) * share;
const node = (grid: Grid, row: number, column: number): number => grid.values[row * grid.columns + (column % grid.columns)]!;
