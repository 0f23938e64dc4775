/**
 * Python's peers beside ours, in turns: states by the minute of a day (`SatrecArray.sgp4` of python-sgp4), and passes of a day (Skyfield's
 * `find_events`, whose edges are late by up to 8 s; ours are right to a millisecond). Debian's python-sgp4 is not compiled: `compiled` says so.
 * Where they are not installed (apt-get install python3-sgp4 python3-skyfield) it says that and ends well.
 * Run: npx tsx bench/tasks/peers.bench.ts
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { elementFleet, elementTrajectory, readTle } from "../../src/elements/index.ts";
import { passes } from "../../src/events/index.ts";
import { sgp4Kernel } from "../../src/kernel/index.ts";

const SCRIPT = fileURLToPath(new URL("../peers.py", import.meta.url));
const ELEMENTS = fileURLToPath(new URL("../../test/golden/astro/oneweb_tle.txt", import.meta.url));
const ROUNDS = 3;
const STATES = 20;
const SEEN = 10;
const MINUTES = 1440;

type Peers = { readonly sgp4_s: number; readonly events_s: number; readonly rises: number; readonly consumed: number; readonly compiled: boolean; readonly skyfield: string };

/** Debian's own Python first, since another in the path does not see Debian's packages. */
const python = ["/usr/bin/python3", "python3"].find((command) => spawnSync(command, [SCRIPT], { stdio: "ignore" }).status === 0);

const theirs = (command: string): Peers => {
  const { status, stdout } = spawnSync(command, [SCRIPT, ELEMENTS, String(STATES), String(SEEN)], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  if (status !== 0) throw new Error(`${command} ${SCRIPT} ended with ${status}`);
  return JSON.parse(stdout) as Peers;
};

const start_s = Date.UTC(2024, 10, 18) / 1000;
const day = { start_s, end_s: start_s + 86_400 };
const { fleet } = elementFleet(readTle(readFileSync(ELEMENTS, "utf8")).sets.slice(0, STATES), day);
const stations = Array.from({ length: 9 }, (_, i) => ({ latitude_deg: -64 + 16 * i, longitude_deg: 40 * i - 160, height_km: 0, elevationMin_deg: 10 }));

let consumed = 0;
const cpu_s = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};

const minutes = new Float64Array(MINUTES);
const out = new Float64Array(6 * MINUTES);
const status = new Uint8Array(MINUTES);
/** Small beside Python's work: many times over, so that the clock can see it. */
const REPEATS = 50;
const oursStates = (): void => {
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    for (let i = 0; i < STATES; i++) {
      for (let k = 0; k < MINUTES; k++) minutes[k] = (start_s - fleet.epochs_s[i]!) / 60 + k;
      consumed += sgp4Kernel.times(fleet.near, i, minutes, out, status) + out[6]!;
    }
  }
};
let rises = 0;
const oursEvents = (): void => {
  rises = passes(fleet.sets.slice(0, SEEN).map((_, i) => elementTrajectory(fleet, i)), stations, day).passes.filter(({ openAtStart }) => !openAtStart).length;
};

function inTurns(command: string): Record<string, number | string | boolean> {
  const best = { states: Infinity, events: Infinity, theirStates: Infinity, theirEvents: Infinity };
  let last: Peers | undefined;
  for (let round = 0; round < ROUNDS; round++) {
    best.states = Math.min(best.states, cpu_s(oursStates) / REPEATS);
    best.events = Math.min(best.events, cpu_s(oursEvents));
    last = theirs(command);
    best.theirStates = Math.min(best.theirStates, last.sgp4_s);
    best.theirEvents = Math.min(best.theirEvents, last.events_s);
  }
  const ns = (seconds: number): number => (1e9 * seconds) / (STATES * MINUTES);
  const ms = (seconds: number): number => (1000 * seconds) / (SEEN * stations.length);
  return {
    simd_ns: ns(best.states), pythonSgp4_ns: ns(best.theirStates), compiled: last!.compiled, simdPerPythonSgp4: best.states / best.theirStates,
    passes_ms: ms(best.events), skyfield_ms: ms(best.theirEvents), skyfield: last!.skyfield, passesPerSkyfield: best.events / best.theirEvents, rises, theirRises: last!.rises,
  };
}

const result = python === undefined ? { note: "not installed: python3-sgp4 and python3-skyfield" } : inTurns(python);
console.log(JSON.stringify({ task: "peers", ...result, finite: Number.isFinite(consumed) }));
