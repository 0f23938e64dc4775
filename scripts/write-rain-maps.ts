/**
 * Writes src/physics/rain-maps-data.ts from two files of little-endian 32-bit floats, north to south:
 * `tsx scripts/write-rain-maps.ts R001.bin H0.bin`; R001 is 361 x 720 from 180 W (mm/h), H0 121 x 241 from 0 E (km, the last column repeats the first).
 */
import { readFileSync, writeFileSync } from "node:fs";
import { packGrid } from "../src/physics/packed-grid.ts";

const floats = (path: string): Float32Array => new Float32Array(Uint8Array.from(readFileSync(path)).buffer);

const stepsOf = (values: Float32Array, { width, columns, unitsPerStep }: { readonly width: number; readonly columns: number; readonly unitsPerStep: number }): Int32Array =>
  Int32Array.from([...values].filter((_, i) => i % width < columns), (value) => Math.round(value * unitsPerStep));

const [rainPath, isothermPath] = process.argv.slice(2);
if (rainPath === undefined || isothermPath === undefined) throw new Error("tsx scripts/write-rain-maps.ts R001.bin H0.bin");

const rain = { ...packGrid(stepsOf(floats(rainPath), { width: 720, columns: 720, unitsPerStep: 10 }), 720), spacing_deg: 0.5, firstLongitude_deg: -180, unitsPerStep: 10 };
const isotherm = { ...packGrid(stepsOf(floats(isothermPath), { width: 241, columns: 240, unitsPerStep: 1000 }), 240), spacing_deg: 1.5, firstLongitude_deg: 0, unitsPerStep: 1000 };

const text = `/**
 * Maps of ITU-R P.837-7 (2017; with P.1510) and P.839-4 (2013), digital products of the International Telecommunication Union, packed
 * (packed-grid.ts); \`tsx scripts/write-rain-maps.ts\` writes this file.
 */

/** Rain rate exceeded 0.01 % of the year, in tenths of mm/h. */
export const RAIN_001 = ${JSON.stringify(rain)};

/** Mean height of the 0 degree isotherm, in metres. */
export const ISOTHERM = ${JSON.stringify(isotherm)};
`;
writeFileSync(new URL("../src/physics/rain-maps-data.ts", import.meta.url), text);
