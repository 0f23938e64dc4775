/** Hypatia's Kuiper-630 (test/golden/network): satellites, links, cities and round trips. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { elementFleet, elementTrajectory, readElements } from "../../src/elements/index.ts";
import type { Network, NetworkStation } from "../../src/network/index.ts";

const folder = new URL("../golden/network/", import.meta.url);
const plain = (name: string): string => readFileSync(new URL(name, folder), "utf8");
const packed = (name: string): string => gunzipSync(readFileSync(new URL(name, folder))).toString("utf8");
const rows = (text: string, mark: string): readonly (readonly string[])[] => text.trim().split("\n").map((line) => line.split(mark));

export const START_S = Date.UTC(2000, 0, 1) / 1000;
export const PERIOD_S = 200;

const stationOf = ([, id, latitude, longitude]: readonly string[]): NetworkStation => ({
  id: id!, latitude_deg: Number(latitude), longitude_deg: Number(longitude), height_km: 0, elevationMin_deg: null, rangeMax_km: 1260, satellitesMax: null, relays: false,
});

export const kuiperPairs = (): readonly (readonly [number, number])[] => rows(packed("kuiper_630_isls.txt.gz"), " ").map(([a, b]) => [Number(a), Number(b)] as const);

export const kuiper = (): Network => {
  const { fleet } = elementFleet(readElements(packed("kuiper_630_tles.txt.gz")).sets, { start_s: START_S, end_s: START_S + PERIOD_S });
  return {
    satellites: fleet.sets.map((_, i) => elementTrajectory(fleet, i)),
    stations: rows(plain("kuiper_630_gs.txt"), ",").map(stationOf),
    interlinks: { kind: "pairs", pairs: kuiperPairs(), altitudeMin_km: 80, rangeMax_km: null },
    fibre: [], hop_ms: 0, down: null,
  };
};

export interface GoldenTrip { readonly t_s: number; readonly from: number; readonly to: number; readonly roundTrip_ms: number; readonly way: string }

/** Infinite without a route. */
export const goldenTrips = (): readonly GoldenTrip[] =>
  rows(packed("kuiper_630_rtt.csv.gz"), ",").slice(1).map(([t, from, to, ms, way]) => ({ t_s: Number(t), from: Number(from), to: Number(to), roundTrip_ms: ms === "" ? Infinity : Number(ms), way: way! }));

/** Between cities 1173 and 1241, every 100 ms. */
export const goldenTenths = (): readonly { readonly t_s: number; readonly roundTrip_ms: number }[] =>
  rows(packed("kuiper_630_rtt_1173_1241.txt.gz"), ",").map(([ns, rtt]) => ({ t_s: Number(ns) / 1e9, roundTrip_ms: Number(rtt) / 1e6 }));

export const goldenWays = (): readonly { readonly t_s: number; readonly way: string }[] => rows(plain("kuiper_630_path_1173_1241.txt"), ",").map(([ns, way]) => ({ t_s: Number(ns) / 1e9, way: way! }));
