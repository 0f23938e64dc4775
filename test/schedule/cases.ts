/** A small two-tier case with its journal. */
import { constantCurve, EASY, jobOf, journalEnd, journalHead, journalLines, prepareSupply, simulate, type State } from "../../src/schedule/index.ts";
import { flashes, hall } from "./pools.ts";

/** Four jobs on a hall and a pair of satellites, watched for `end_s`; the last waits. */
export const smallCase = async (end_s: number): Promise<{ readonly text: string; readonly state: State }> => {
  const lit = (phase_min: number) => flashes({ lit_min: 60, turn_min: 95, phase_min, turns: 30, power_W: 1000 });
  const supply = prepareSupply([
    hall(2, { power_W: constantCurve(1000) }),
    hall(2, { id: "east", tier: "orbit", domain: "pair", power_W: lit(0) }),
    hall(2, { id: "west", tier: "orbit", domain: "pair", power_W: lit(15) }),
  ]);
  const core = { nodes: 2, acceleratorsPerNode: 1, power_W: 700 };
  const jobs = [
    jobOf({ ...core, id: "train", submit_s: 0, estimate_s: 30_000 }, { tiers: ["ground"] }),
    jobOf({ ...core, id: "infer", submit_s: 60, estimate_s: 1800 }, { tiers: ["orbit"] }),
    jobOf({ ...core, id: "images", submit_s: 120, estimate_s: 9000 }, { tiers: ["orbit"], checkpoint: { interval_s: 600, write_s: 30, bytes: 0 }, restart_s: 60 }),
    jobOf({ ...core, id: "next", submit_s: 180, estimate_s: 600 }, { tiers: ["ground"] }),
  ];
  const lines = [journalHead(supply, EASY)];
  const state = simulate({ workload: { jobs, run_s: jobs.map(({ estimate_s }) => estimate_s) }, supply, policy: EASY, outages: [], end_s, watch: (event, step) => void lines.push(journalLines(event, step)) });
  return { text: [...lines, await journalEnd(state)].join(""), state };
};
