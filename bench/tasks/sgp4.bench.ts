/**
 * SGP4 by the minute for a day, and windows of 1,000 satellites over 10 stations for a day, ours and satellite.js 7.1 in turns; ratios
 * are ours over theirs. The windows of satellite.js are found as its users do: elevation by the minute, edges bisected to a millisecond;
 * passes between two minutes are lost to it. Run: npx tsx bench/tasks/sgp4.bench.ts
 */
import { readFileSync } from "node:fs";
import { BulkPropagator, createSingleThreadRuntime, degreesToRadians, EciBaseCalculator, ecfToLookAngles, eciToEcf, gstime, propagate, sgp4 as theirSgp4, twoline2satrec } from "satellite.js";
import type { SatRec } from "satellite.js";
import { elementFleet, elementTrajectory, readTle } from "../../src/elements/index.ts";
import type { ElementSet } from "../../src/elements/index.ts";
import { sgp4Kernel, sgp4Times } from "../../src/kernel/index.ts";
import { passes } from "../../src/events/index.ts";

const text = readFileSync(new URL("../../test/golden/astro/oneweb_tle.txt", import.meta.url), "utf8");
const lines = text.split("\n");
const real = readTle(text).sets;
const start_s = Date.UTC(2024, 10, 18) / 1000;
const day = { start_s, end_s: start_s + 86_400 };

/** 1,000 satellites of 651: those above turn up again half a revolution on. */
const sets: readonly ElementSet[] = Array.from({ length: 1000 }, (_, i) => {
  const set = real[i % real.length]!;
  return i < real.length ? set : { ...set, meanAnomaly_deg: (set.meanAnomaly_deg + 180) % 360 };
});
const { fleet } = elementFleet(sets, { start_s, end_s: start_s });
const satrecOf = (set: ElementSet): SatRec => {
  const two = lines[set.place.line! + 1]!;
  return twoline2satrec(lines[set.place.line!]!, `${two.slice(0, 43)}${set.meanAnomaly_deg.toFixed(4).padStart(8)}${two.slice(51)}`);
};
const satrecs = fleet.sets.map(satrecOf);

let consumed = 0;
const cpu_s = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const used = process.cpuUsage(before);
  return (used.user + used.system) / 1e6;
};

const SOME = 100;
const MINUTES = 1440;
const minutes = Float64Array.from({ length: MINUTES }, (_, k) => k);
const dates = Array.from(minutes, (k) => new Date((start_s + 60 * k) * 1000));
const out = new Float64Array(6 * MINUTES);
const status = new Uint8Array(MINUTES);
const statesBy = (times: typeof sgp4Times) => (): void => {
  for (let i = 0; i < SOME; i++) {
    for (let k = 0; k < MINUTES; k++) minutes[k] = (start_s - fleet.epochs_s[i]!) / 60 + k;
    consumed += times(fleet.near, i, minutes, out, status) + out[6]!;
  }
};
const sgp4States = (): void => {
  for (const satrec of satrecs.slice(0, SOME)) for (let k = 0; k < MINUTES; k++) consumed += theirSgp4(satrec, k)!.position.x;
};
const propagateStates = (): void => {
  for (const satrec of satrecs.slice(0, SOME)) for (const date of dates) consumed += propagate(satrec, date)!.position.x;
};
const bulk = new BulkPropagator({ runtime: await createSingleThreadRuntime(), calculators: [new EciBaseCalculator()], satRecsCount: SOME, datesCount: MINUTES });
bulk.setSatRecs(satrecs.slice(0, SOME));
bulk.setDates(dates);
const bulkStates = (): void => {
  bulk.run();
  consumed += bulk.getRawOutput().eci.position[0]!;
};

const places = Array.from({ length: 10 }, (_, i) => ({ latitude_deg: -63 + 14 * i, longitude_deg: 36 * i - 162 }));
const stations = places.map((place) => ({ ...place, height_km: 0, elevationMin_deg: 10 }));
const CHUNK = 100;
const fleets = Array.from({ length: 10 }, (_, i) => elementFleet(sets.slice(CHUNK * i, CHUNK * (i + 1)), day).fleet);
const oursPasses = (chunk: number): number => passes(fleets[chunk]!.sets.map((_, i) => elementTrajectory(fleets[chunk]!, i)), stations, day).passes.length;

const observers = places.map(({ latitude_deg, longitude_deg }) => ({ latitude: degreesToRadians(latitude_deg), longitude: degreesToRadians(longitude_deg), height: 0 }));
const sidereal = dates.map((date) => gstime(date));
const MASK = degreesToRadians(10);
const elevationAt = (satrec: SatRec, observer: (typeof observers)[number], time_ms: number): number => {
  const date = new Date(time_ms);
  return ecfToLookAngles(observer, eciToEcf(propagate(satrec, date)!.position, gstime(date))).elevation;
};
const bisected = (satrec: SatRec, observer: (typeof observers)[number], end_ms: number): number => {
  let [low, high] = [end_ms - 60_000, end_ms];
  const up = elevationAt(satrec, observer, high) >= MASK;
  while (high - low > 1) {
    const middle = (low + high) / 2;
    if (elevationAt(satrec, observer, middle) >= MASK === up) high = middle;
    else low = middle;
  }
  return high;
};
const theirPasses = (from: number, to: number): number => {
  let rises = 0;
  for (const satrec of satrecs.slice(from, to)) {
    const up = observers.map(() => false);
    dates.forEach((date, k) => {
      const ecf = eciToEcf(propagate(satrec, date)!.position, sidereal[k]!);
      observers.forEach((observer, j) => {
        const now = ecfToLookAngles(observer, ecf).elevation >= MASK;
        if (now === up[j]) return;
        if (k > 0) consumed += bisected(satrec, observer, date.getTime());
        if (now) rises++;
        up[j] = now;
      });
    });
  }
  return rises;
};

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
const contenders = { plain: statesBy(sgp4Times), simd: statesBy(sgp4Kernel.times), sgp4: sgp4States, propagate: propagateStates, bulk: bulkStates };
const times: Record<keyof typeof contenders, number[]> = { plain: [], simd: [], sgp4: [], propagate: [], bulk: [] };
for (let round = 0; round < 6; round++) {
  for (const name of Object.keys(contenders) as (keyof typeof contenders)[]) times[name].push(cpu_s(contenders[name]));
}
const state = Object.fromEntries(Object.entries(times).map(([name, values]) => [name, median(values.slice(1))])) as Record<keyof typeof contenders, number>;

const windows = { ours: 0, theirs: 0, ours_s: 0, theirs_s: 0 };
// Both have been compiled before they are timed.
oursPasses(0);
theirPasses(0, CHUNK);
fleets.forEach((_, chunk) => {
  windows.ours_s += cpu_s(() => { windows.ours += oursPasses(chunk); });
  windows.theirs_s += cpu_s(() => { windows.theirs += theirPasses(CHUNK * chunk, CHUNK * (chunk + 1)); });
});
const perState_ns = (seconds: number): number => (seconds / (SOME * MINUTES)) * 1e9;
console.log(JSON.stringify({
  task: "sgp4", node: process.version, states: SOME * MINUTES,
  plain_ns: perState_ns(state.plain), simd_ns: perState_ns(state.simd), sgp4_ns: perState_ns(state.sgp4), propagate_ns: perState_ns(state.propagate), bulk_ns: perState_ns(state.bulk),
  plainPerSgp4: state.plain / state.sgp4, simdPerSgp4: state.simd / state.sgp4, simdPerPropagate: state.simd / state.propagate, simdPerBulk: state.simd / state.bulk,
  passes: windows.ours, theirPasses: windows.theirs, passes_cpu_s: windows.ours_s, theirPasses_cpu_s: windows.theirs_s, perWindows: windows.ours_s / windows.theirs_s,
  consumed: Number.isFinite(consumed),
}));
