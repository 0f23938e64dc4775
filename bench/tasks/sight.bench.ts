/**
 * Scans for events, plain and SIMD in turns: nanoseconds of CPU per row (and observer), and ratios; then the whole search with its roots,
 * of which the scan is a part: windows of 50 satellites over 50 stations and links of 200 pairs, for a day, by either build, rows sampled before.
 * Run: npx tsx bench/tasks/sight.bench.ts
 */
import { readFileSync } from "node:fs";
import { elementFleet, elementTrajectory, readTle } from "../../src/elements/index.ts";
import { inItrf } from "../../src/ephemeris/index.ts";
import type { Trajectory } from "../../src/ephemeris/index.ts";
import { almanacSun } from "../../src/events/index.ts";
import { manySightWindows, observerList, PAIR_SIZE, pairWindows, rowWords, sightReference, sightSimd, trackOf } from "../../src/kernel/index.ts";
import type { SightKernel, Track } from "../../src/kernel/index.ts";
import { stationEarthFixed_km, stationZenith } from "../../src/physics/index.ts";
import { EARTH_RADIUS_KM, SUN_RADIUS_KM } from "../../src/units/index.ts";

const simd = sightSimd();
if (simd === undefined) throw new Error("no WebAssembly SIMD here: nothing to compare");
const text = readFileSync(new URL("../../test/golden/astro/oneweb_tle.txt", import.meta.url), "utf8");
const start_s = Date.UTC(2024, 10, 18) / 1000;
const { fleet } = elementFleet(readTle(text).sets.slice(0, 50), { start_s, end_s: start_s + 86_400 });
const satellites = fleet.sets.map((_, i) => elementTrajectory(fleet, i));
const trackBy = ({ sample, epoch_s }: Trajectory, stepMax: number): Track => {
  const later_s = start_s - epoch_s;
  return trackOf((t, out, at) => sample(t + later_s, out, at), { start: 0, end: 86_400, stepMax });
};

const observers = Array.from({ length: 50 }, (_, k) => {
  const place = { latitude_deg: 60 * Math.sin(k), longitude_deg: 137 * k, height_km: 0 };
  return { position: stationEarthFixed_km(place), zenith: stationZenith(place), sinMask: Math.sin(Math.PI / 18) };
});
const minutes = trackBy(inItrf(satellites[0]!), 60);
const others = trackBy(inItrf(satellites[1]!), 60);
const { rows, states } = minutes;
const places = Float64Array.from({ length: 3 * rows }, (_, k) => states[6 * Math.floor(k / 3) + (k % 3)]!);
const suns = Float64Array.from(Array.from({ length: rows }, (_, k) => almanacSun(start_s + 60 * k)).flat());
const body = { earthRadius: EARTH_RADIUS_KM, flattening: 1 / 298.257223563, sunRadius: SUN_RADIUS_KM };
let sink = 0;

/** Scans by one build; 20 observers, as near as those of OneWeb's height over a mask of 10 deg. */
function scans(kernel: SightKernel) {
  const seen = observers.slice(0, 20);
  const list = observerList(seen, seen.map(() => EARTH_RADIUS_KM * Math.cos(0.5)));
  const words = new Uint32Array(seen.length * rowWords(rows));
  const levels = new Float64Array(2 * rows * seen.length);
  const pair = new Float64Array(PAIR_SIZE * rows);
  const margins = { umbra: new Float64Array(rows), penumbra: new Float64Array(rows) };
  return {
    levels: { units: rows * seen.length, work: () => { sink += kernel.sightLevels(states, rows, list, { near: words, levels }); } },
    seen: { units: rows * seen.length, work: () => { kernel.seenRows(places, rows, list, words); sink += words[0]!; } },
    pair: { units: rows, work: () => { kernel.pairLevels(states, others.states, rows, pair); sink += pair[0]!; } },
    sphere: { units: rows, work: () => { kernel.coneMargins({ ...body, flattening: 0 }, places, suns, rows, margins); sink += margins.umbra[0]!; } },
    ellipsoid: { units: rows, work: () => { kernel.coneMargins(body, places, suns, rows, margins); sink += margins.umbra[0]!; } },
  };
}

const cpu_ns = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return 1000 * (user + system);
};

const builds = { plain: scans(sightReference), simd: scans(simd) };
const NAMES = ["levels", "seen", "pair", "sphere", "ellipsoid"] as const;
const ns = Object.fromEntries(NAMES.flatMap((name) => [[`plain_${name}`, Infinity], [`simd_${name}`, Infinity]]));
for (let round = 0; round < 12; round++) {
  for (const name of NAMES) {
    for (const build of ["plain", "simd"] as const) {
      const { units, work } = builds[build][name];
      const repeats = Math.ceil(2e6 / units);
      const used = cpu_ns(() => { for (let i = 0; i < repeats; i++) work(); }) / (repeats * units);
      ns[`${build}_${name}`] = Math.min(ns[`${build}_${name}`]!, used);
    }
  }
}

const passTracks = satellites.map((one) => trackBy(inItrf(one), one.revolution_s / 20));
const linkTracks = satellites.map((one) => trackBy(one, satellites[0]!.revolution_s / 24));
const searches = {
  passes: (kernel: SightKernel): number => passTracks.reduce((sum, track) => sum + manySightWindows(track, observers, 5e-4, kernel).flat().length, 0),
  links: (kernel: SightKernel): number => {
    let found = 0;
    for (let k = 0; k < 200; k++) found += pairWindows(linkTracks[k % 50]!, linkTracks[(7 * k + 1) % 50]!, { grazing: EARTH_RADIUS_KM + 80, range: 5000 }, 1e-3, kernel).length;
    return found;
  },
};
const whole = { passes: { plain: Infinity, simd: Infinity, windows: 0 }, links: { plain: Infinity, simd: Infinity, windows: 0 } };
for (let round = 0; round < 5; round++) {
  for (const name of ["passes", "links"] as const) {
    for (const [build, kernel] of [["plain", sightReference], ["simd", simd]] as const) {
      whole[name][build] = Math.min(whole[name][build], cpu_ns(() => { whole[name].windows = searches[name](kernel); }));
    }
  }
}

console.log(JSON.stringify({
  task: "sight", node: process.version,
  ...Object.fromEntries(NAMES.flatMap((name) => [[`${name}_ns`, ns[`plain_${name}`]], [`${name}Simd_ns`, ns[`simd_${name}`]], [`${name}SimdOverPlain`, ns[`simd_${name}`]! / ns[`plain_${name}`]!]])),
  passes: whole.passes.windows, passesSearch_ms: whole.passes.simd / 1e6, passesSimdOverPlain: whole.passes.simd / whole.passes.plain,
  links: whole.links.windows, linksSearch_ms: whole.links.simd / 1e6, linksSimdOverPlain: whole.links.simd / whole.links.plain, consumed: sink !== 0,
}));
