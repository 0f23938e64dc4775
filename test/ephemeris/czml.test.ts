import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { elementFleet, elementTrajectory, readTle } from "../../src/elements/index.ts";
import { atEpoch, czmlText, inItrf, planeTrajectory } from "../../src/ephemeris/index.ts";
import type { CzmlSatellite, Trajectory } from "../../src/ephemeris/index.ts";
import { circularOrbit } from "../../src/physics/index.ts";
import { measure } from "../golden/measure.ts";

const start_s = Date.UTC(2024, 10, 18) / 1000;
const orbit = circularOrbit({ altitude_km: 650, inclination_deg: 97.99, raan_deg: 190, argumentOfLatitude_deg: 25 });
const plane = inItrf(planeTrajectory({ name: "shell-1 plane 3 satellite 12", objectId: null, orbit, phase_rad: 0, epoch_s: start_s, span: { start_s: 0, end_s: 21_600 } }));
const tle = readFileSync(new URL("../golden/astro/oneweb_tle.txt", import.meta.url), "utf8");
const oneweb = inItrf(atEpoch(elementTrajectory(elementFleet(readTle(tle).sets.slice(0, 1), { start_s, end_s: start_s + 21_600 }).fleet, 0), start_s));

const svalbard = { id: "svalbard", latitude_deg: 78.23, longitude_deg: 15.39, height_km: 0.5 };
const options = { name: "a fleet", start_s, end_s: start_s + 21_600, step_s: 60, stations: [svalbard] };

interface Packet {
  readonly [name: string]: unknown;
  readonly id: string;
  readonly position?: { readonly epoch: string; readonly referenceFrame: string; readonly interpolationAlgorithm: string; readonly interpolationDegree: number; readonly cartesian: readonly number[] };
  readonly point?: { readonly color: readonly { readonly interval: string; readonly rgba: readonly number[] }[] };
}
const documentOf = (satellites: readonly CzmlSatellite[], step_s = 60): readonly Packet[] => JSON.parse([...czmlText(satellites, { ...options, step_s })].join("")) as readonly Packet[];
const still = (trajectory: Trajectory): CzmlSatellite => ({ trajectory, dark: null });

/**
 * Properties of czml-writer's schema (AnalyticalGraphicsInc/czml-writer @994a304e, 2026-07-22, Schema/*.json, Apache-2.0), as far as we write
 * them: property to kind, or to the properties within. The documents were also held against the schema itself, with ajv, on 2026-11-22.
 */
type Kind = "string" | "number" | "numbers" | "instant" | "interval" | { readonly [name: string]: Kind };
const COLOUR: Kind = { interval: "interval", rgba: "numbers" };
const PACKET: { readonly [name: string]: Kind } = {
  id: "string", name: "string", version: "string", description: "string", availability: "interval",
  clock: { interval: "interval", currentTime: "instant", multiplier: "number", range: "string", step: "string" },
  position: { epoch: "instant", referenceFrame: "string", interpolationAlgorithm: "string", interpolationDegree: "number", cartesian: "numbers" },
  point: { pixelSize: "number", color: COLOUR },
  label: { text: "string", font: "string", horizontalOrigin: "string", pixelOffset: { cartesian2: "numbers" }, fillColor: COLOUR },
  path: { leadTime: "number", trailTime: "number", width: "number", resolution: "number", material: { solidColor: { color: COLOUR } } },
};
const WORDS: Readonly<Record<string, readonly string[]>> = {
  range: ["UNBOUNDED", "CLAMPED", "LOOP_STOP"], referenceFrame: ["FIXED", "INERTIAL"], interpolationAlgorithm: ["LINEAR", "LAGRANGE", "HERMITE"], horizontalOrigin: ["LEFT", "CENTER", "RIGHT"],
};
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3,6}Z$/;

const faults = (value: unknown, kind: Kind | undefined, path: string): readonly string[] => {
  if (kind === undefined) return [`${path} is not in the schema`];
  if (typeof kind === "object") {
    if (Array.isArray(value)) return value.flatMap((item, i) => faults(item, kind, `${path}[${i}]`));
    if (typeof value !== "object" || value === null) return [`${path} is no object`];
    return Object.entries(value).flatMap(([key, item]) => (WORDS[key] !== undefined && typeof item === "string" && !WORDS[key].includes(item) ? [`${path}.${key} is ${item}`] : faults(item, kind[key], `${path}.${key}`)));
  }
  const good = {
    string: () => typeof value === "string",
    number: () => Number.isFinite(value),
    numbers: () => Array.isArray(value) && value.every(Number.isFinite),
    instant: () => INSTANT.test(String(value)),
    interval: () => String(value).split("/").length === 2 && String(value).split("/").every((part) => INSTANT.test(part)),
  }[kind]();
  return good ? [] : [`${path} is ${JSON.stringify(value)?.slice(0, 80)}, where ${kind} is wanted`];
};

describe("a document", () => {
  const packets = documentOf([still(oneweb), { trajectory: plane, dark: [{ start_s: start_s + 600, end_s: start_s + 1200 }] }]);

  test("is an array of packets, the document first, each with what the schema has and nothing else", () => {
    expect(packets.map(({ id }) => id)).toEqual(["document", "station/svalbard", "satellite/ONEWEB-0012 (44057)", "satellite/shell-1 plane 3 satellite 12"]);
    expect(packets.flatMap((packet, i) => faults(packet, PACKET, `packet ${i}`))).toEqual([]);
    expect(packets[0]).toMatchObject({ version: "1.0", name: "a fleet", clock: { interval: "2024-11-18T00:00:00.000Z/2024-11-18T06:00:00.000Z", currentTime: "2024-11-18T00:00:00.000Z" } });
  });

  test("satellites move in FIXED, in metres, five numbers a degree and more", () => {
    for (const [k, trajectory] of [oneweb, plane].entries()) {
      const { position } = packets[2 + k]!;
      expect(position).toMatchObject({ epoch: "2024-11-18T00:00:00.000Z", referenceFrame: "FIXED", interpolationAlgorithm: "LAGRANGE", interpolationDegree: 5 });
      expect(position!.cartesian).toHaveLength(4 * 361);
      const state = new Float64Array(6);
      for (let row = 0; row <= 360; row++) {
        const [t, x, y, z] = position!.cartesian.slice(4 * row, 4 * row + 4) as [number, number, number, number];
        expect(t).toBe(60 * row);
        trajectory.sample(t, state, 0);
        expect(Math.hypot(x / 1000 - state[0]!, y / 1000 - state[1]!, z / 1000 - state[2]!)).toBeLessThan(1e-6);
      }
    }
  });

  test("a station stands on the ellipsoid", () => {
    // Closed form on WGS 84, prime vertical radius 6378.137 / sqrt(1 - 0.00669437999 sin^2 lat).
    const [lat, lon] = [(78.23 * Math.PI) / 180, (15.39 * Math.PI) / 180];
    const n = 6378.137 / Math.sqrt(1 - 0.00669437999014 * Math.sin(lat) ** 2);
    const wanted = [(n + 0.5) * Math.cos(lat) * Math.cos(lon), (n + 0.5) * Math.cos(lat) * Math.sin(lon), (n * (1 - 0.00669437999014) + 0.5) * Math.sin(lat)];
    (packets[1]!.position!.cartesian).forEach((metres, axis) => expect(Math.abs(metres / 1000 - wanted[axis]!)).toBeLessThan(1e-6));
  });

  test("colours meet and cover the whole, dark where it is dark", () => {
    const colours = packets[3]!.point!.color;
    expect(colours.map(({ interval }) => interval)).toEqual([
      "2024-11-18T00:00:00.000Z/2024-11-18T00:10:00.000Z", "2024-11-18T00:10:00.000Z/2024-11-18T00:20:00.000Z", "2024-11-18T00:20:00.000Z/2024-11-18T06:00:00.000Z",
    ]);
    expect(colours[0]!.rgba).toEqual(colours[2]!.rgba);
    expect(colours[1]!.rgba).not.toEqual(colours[0]!.rgba);
    const whole = documentOf([{ trajectory: plane, dark: [{ start_s: start_s - 100, end_s: start_s + 1e5 }] }])[2]!.point!.color;
    expect(whole.map(({ interval }) => interval)).toEqual(["2024-11-18T00:00:00.000Z/2024-11-18T06:00:00.000Z"]);
  });

  test("a short span has a lower degree; names that need it are escaped; equal names are two packets", () => {
    const short = documentOf([still({ ...plane, span: { start_s: 0, end_s: 90 } })])[2]!.position!;
    expect([short.interpolationDegree, short.cartesian.length]).toEqual([2, 12]);
    const odd = documentOf([still({ ...plane, name: 'a "b"\n</script>' }), still({ ...plane, name: 'a "b"\n</script>' })]);
    expect(odd.slice(2).map(({ id }) => id)).toEqual(['satellite/a "b"\n</script>', 'satellite/a "b"\n</script> #2']);
  });

  test("another frame is refused by name: INERTIAL is the ICRF, TEME is not", () => {
    expect(() => documentOf([still({ ...plane, frame: "TEME" })])).toThrow(/"shell-1 plane 3 satellite 12" is given in TEME, where ITRF is wanted: inItrf/);
    expect(() => [...czmlText([], { ...options, end_s: start_s })]).toThrow(RangeError);
  });

  test("comes piece by piece", () => {
    const sizes = [...czmlText([still(plane)], { ...options, step_s: 1 })].map(({ length }) => length);
    expect(sizes.length).toBeGreaterThan(40);
    expect(Math.max(...sizes)).toBeLessThan(65_536);
  });
});

describe("what Cesium's interpolation adds", () => {
  /** Lagrange through the degree + 1 rows about a time, as many before as after where there are, as Cesium's SampledProperty takes them. */
  const lagrangeAt = ({ interpolationDegree, cartesian }: NonNullable<Packet["position"]>, t: number): number[] => {
    const rows = cartesian.length / 4;
    const points = interpolationDegree + 1;
    let after = 0;
    while (after < rows && cartesian[4 * after]! <= t) after++;
    const first = Math.min(rows - points, Math.max(0, after - points / 2));
    const used = Array.from({ length: points }, (_, k) => cartesian.slice(4 * (first + k), 4 * (first + k) + 4));
    return [1, 2, 3].map((axis) => used.reduce((sum, row) => sum + used.reduce((product, other) => (other === row ? product : (product * (t - other[0]!)) / (row[0]! - other[0]!)), row[axis]!), 0));
  };
  const worst_m = (trajectory: Trajectory, step_s: number): number => {
    const position = documentOf([still(trajectory)], step_s)[2]!.position!;
    const state = new Float64Array(6);
    let worst = 0;
    for (let t = 0.37 * step_s; t < 21_600; t += step_s / 2) {
      trajectory.sample(t, state, 0);
      worst = Math.max(worst, Math.hypot(...lagrangeAt(position, t).map((metres, axis) => metres - 1000 * state[axis]!)));
    }
    return worst;
  };
  const rows: readonly (readonly [string, Trajectory, number, number])[] = [["OneWeb, SGP4, 60 s", oneweb, 60, 0.05], ["650 km, J2, 60 s", plane, 60, 0.05], ["650 km, J2, 120 s", plane, 120, 3]];
  test.each(rows)("%s", (name, trajectory, step_s, abs) => {
    measure("ephemeris czml", { case: `interpolation of a document, ${name}`, got: worst_m(trajectory, step_s), expected: 0, abs, unit: "m", source: "the trajectory itself, by a Lagrange interpolation of the tests' own" });
  });
});
