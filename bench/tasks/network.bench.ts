/**
 * CPU time of one step of routing: positions, links and the quickest routes from each of 100 stations to every node. Hypatia's Kuiper-630
 * (1,156 satellites by SGP4) and 10,000 satellites of a Walker pattern, each in a +grid; and the latter with each linked to its nearest four.
 *
 * Run: npx tsx bench/tasks/network.bench.ts
 */
import { planeTrajectory } from "../../src/ephemeris/index.ts";
import { gridPairs } from "../../src/events/index.ts";
import { routeTrees } from "../../src/kernel/index.ts";
import { graphOver, type Interlinks, type Network } from "../../src/network/index.ts";
import { circularOrbit, walkerDelta } from "../../src/physics/index.ts";
import { kuiper, START_S } from "../../test/network/kuiper.ts";
import { timed } from "../timed.ts";

const SIDE = 100;

const large = (stations: Network["stations"], interlinks: Interlinks): Network => ({
  satellites: walkerDelta({ altitude_km: 550, inclination_deg: 53, planes: SIDE, satellites: SIDE * SIDE, phasing: 1, raan_deg: 0 }).flatMap((plane, p) =>
    Array.from({ length: SIDE }, (_, s) => planeTrajectory({
      name: `${p}.${s}`, objectId: null, orbit: circularOrbit({ ...plane, argumentOfLatitude_deg: plane.phase_deg }), phase_rad: (2 * Math.PI * s) / SIDE, epoch_s: START_S, span: { start_s: 0, end_s: 86_400 },
    }))),
  stations, interlinks, fibre: [], hop_ms: 0, down: null,
});

const step_ms = async (network: Network, rounds: number): Promise<number> => {
  const graphAt = graphOver(network);
  const first = network.satellites.length;
  const nodes = first + network.stations.length;
  const sources = Uint32Array.from(network.stations, (_, k) => first + k);
  const out = { cost: new Float64Array(sources.length * nodes), before: new Int32Array(sources.length * nodes) };
  const steps = (): void => {
    for (let k = 0; k < rounds; k++) routeTrees(graphAt(START_S + 10 * k), sources, out);
  };
  steps();
  const { cpu_s } = await timed(async () => steps());
  return (cpu_s / rounds) * 1000;
};

const small = kuiper();
const limits = { altitudeMin_km: 80, rangeMax_km: null };
const grid: Interlinks = { kind: "pairs", pairs: gridPairs({ satellites: Array.from({ length: SIDE }, () => SIDE), closed: true }), ...limits };
console.log(JSON.stringify({
  task: "network",
  kuiper_ms: await step_ms(small, 15),
  tenThousand_ms: await step_ms(large(small.stations, grid), 3),
  nearest_ms: await step_ms(large(small.stations, { kind: "nearest", links: 4, altitudeMin_km: 80, rangeMax_km: 2000 }), 2),
}));
