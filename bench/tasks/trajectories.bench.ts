/**
 * What commands ask of satellites from elements, by the product's path (many times at once, SIMD), by the same trajectories asked one time
 * after another, and by trajectories that satellite.js 7.1's `sgp4` flies, as today's tools do; all three by the same searches and writers, in
 * turns. 50 OneWeb satellites for 3 days: positions by the minute in TEME; passes over four stations; eclipses; OEM and CZML text by the
 * minute. `…PerSingly` and `…PerTheirs` are ours over the others. Run: npx tsx bench/tasks/trajectories.bench.ts
 */
import { readFileSync } from "node:fs";
import { sgp4, twoline2satrec } from "satellite.js";
import { elementFleet, elementTrajectory, readTle } from "../../src/elements/index.ts";
import { atEpoch, czmlText, inItrf, oemText, sampleMany } from "../../src/ephemeris/index.ts";
import type { Trajectory } from "../../src/ephemeris/index.ts";
import { eclipses, passes } from "../../src/events/index.ts";

const SATELLITES = 50;
const DAYS = 3;
const ROUNDS = 7;

const text = readFileSync(new URL("../../test/golden/astro/oneweb_tle.txt", import.meta.url), "utf8");
const lines = text.split("\n");
const start_s = Date.UTC(2024, 10, 19) / 1000;
const span = { start_s, end_s: start_s + DAYS * 86_400 };
const sets = readTle(text).sets.slice(0, SATELLITES);
const { fleet } = elementFleet(sets, span);
const ours = fleet.sets.map((_, i) => atEpoch(elementTrajectory(fleet, i), start_s));

const singly = (trajectory: Trajectory): Trajectory => {
  const { name, objectId, frame, epoch_s, span: flown, revolution_s, theory, sample } = trajectory;
  return { name, objectId, frame, epoch_s, span: flown, revolution_s, theory, sample };
};

const theirs = (trajectory: Trajectory, i: number): Trajectory => {
  const { place, epoch_s } = sets[i]!;
  const satrec = twoline2satrec(lines[place.line!]!, lines[place.line! + 1]!);
  const later_min = (start_s - epoch_s) / 60;
  return {
    ...singly(trajectory),
    sample: (t_s, out, at) => {
      const state = sgp4(satrec, later_min + t_s / 60);
      if (state === null) return false;
      const { position: r, velocity: v } = state;
      out[at] = r.x;
      out[at + 1] = r.y;
      out[at + 2] = r.z;
      out[at + 3] = v.x;
      out[at + 4] = v.y;
      out[at + 5] = v.z;
      return true;
    },
  };
};

const kinds = { ours, singly: ours.map(singly), theirs: ours.map(theirs) };
type Kind = keyof typeof kinds;

const stations = [[51.5, 0], [40, -74], [35, 139], [-33, 151]].map(([latitude_deg, longitude_deg], k) => ({ id: `s${k}`, latitude_deg: latitude_deg!, longitude_deg: longitude_deg!, height_km: 0, elevationMin_deg: 10 }));
const minutes_s = Float64Array.from({ length: DAYS * 1440 }, (_, k) => 60 * k);
const states = new Float64Array(6 * minutes_s.length);
const found = { passes: 0, eclipses: 0 };
let consumed = 0;
const size = (pieces: Iterable<string>): number => {
  let length = 0;
  for (const piece of pieces) length += piece.length;
  return length;
};
const tasks = {
  rows: (satellites: readonly Trajectory[]) => satellites.reduce((sum, one) => sum + sampleMany(one, minutes_s, states) + states[6]!, 0),
  passes: (satellites: readonly Trajectory[]) => (found.passes = passes(satellites, stations, span).passes.length),
  eclipses: (satellites: readonly Trajectory[]) => (found.eclipses = satellites.reduce((sum, one) => sum + eclipses(one, span).eclipses.length, 0)),
  oem: (satellites: readonly Trajectory[]) => satellites.reduce((sum, one) => sum + size(oemText(one, { step_s: 60, creationDate: "2026-11-22T05:00:00Z", originator: "BENCH" })), 0),
  czml: (satellites: readonly Trajectory[]) => size(czmlText(satellites.map((one) => ({ trajectory: inItrf(one), dark: null })), { ...span, name: "bench", step_s: 60, stations })),
};

const cpu_s = (work: () => number): number => {
  const before = process.cpuUsage();
  consumed += work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

const KINDS: readonly Kind[] = ["ours", "singly", "theirs"];
const result: Record<string, number> = { satellites: SATELLITES, days: DAYS };
for (const [name, task] of Object.entries(tasks)) {
  const times: Record<Kind, number[]> = { ours: [], singly: [], theirs: [] };
  // The first round compiles.
  for (let round = 0; round <= ROUNDS; round++) for (const kind of KINDS) times[kind].push(cpu_s(() => task(kinds[kind])));
  const [one, two, three] = KINDS.map((kind) => median(times[kind].slice(1))) as [number, number, number];
  result[`${name}_cpu_s`] = one;
  result[`${name}PerSingly`] = one / two;
  result[`${name}PerTheirs`] = one / three;
}
console.log(JSON.stringify({ task: "trajectories", ...result, passes: found.passes, eclipses: found.eclipses, finite: Number.isFinite(consumed) }));
