/**
 * Satellites with periods of 225 min and more: SGP4 with the Moon, the Sun and resonance, by satellite.js 7.1 (MIT).
 *
 * That package takes an epoch by its milliseconds from OMM, by 1e-8 of a day from two lines: a set whose digits fit goes in as two
 * lines, as all do that were ever a TLE; by milliseconds the verification run is met to 4 cm.
 * Accuracy: 1e-6 km of the published verification run (tcppver.out), test/elements.
 */
import { json2satrec, sgp4, twoline2satrec } from "satellite.js";
import type { SatRec } from "satellite.js";
import type { ElementSet } from "./element-set.ts";
import { tleLines } from "./tle-lines.ts";

/** What satellite.js keeps of a satellite; it changes with every call. */
export type DeepSpace = SatRec;

export function deepSpaceOf(set: ElementSet): DeepSpace {
  const lines = tleLines(set);
  return lines === undefined ? ofMessage(set) : twoline2satrec(...lines);
}

function ofMessage(set: ElementSet): DeepSpace {
  return json2satrec({
    OBJECT_NAME: set.name ?? "",
    OBJECT_ID: set.designator ?? "",
    EPOCH: new Date(Math.round(set.epoch_s * 1000)).toISOString(),
    MEAN_MOTION: set.meanMotion_rev_per_d,
    ECCENTRICITY: set.eccentricity,
    INCLINATION: set.inclination_deg,
    RA_OF_ASC_NODE: set.raan_deg,
    ARG_OF_PERICENTER: set.argumentOfPerigee_deg,
    MEAN_ANOMALY: set.meanAnomaly_deg,
    EPHEMERIS_TYPE: 0,
    CLASSIFICATION_TYPE: "U",
    NORAD_CAT_ID: set.catalogNumber,
    ELEMENT_SET_NO: 0,
    REV_AT_EPOCH: 0,
    BSTAR: set.bstar_per_earthRadius,
    MEAN_MOTION_DOT: 0,
    MEAN_MOTION_DDOT: 0,
  });
}

/** Writes x, y, z, vx, vy, vz (TEME, km and km/s) at minutes from the epoch to out[at..]; NaN there unless the answer, SGP4's error code, is 0. */
export function deepSpaceState(satellite: DeepSpace, minutes: number, out: Float64Array, at: number): number {
  const state = sgp4(satellite, minutes);
  const decayed = satellite.tempa <= 0;
  if (state === null || decayed || !Number.isFinite(state.position.x)) {
    out.fill(NaN, at, at + 6);
    return state === null && satellite.error !== 0 ? satellite.error : 6;
  }
  const { position: r, velocity: v } = state;
  out[at] = r.x;
  out[at + 1] = r.y;
  out[at + 2] = r.z;
  out[at + 3] = v.x;
  out[at + 4] = v.y;
  out[at + 5] = v.z;
  return 0;
}
