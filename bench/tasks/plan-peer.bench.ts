/** The planner's solver port on two given models beside Debian's python3-scipy, to a gap of 1 %, in turns. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { highsSolver } from "../../src/solver/index.ts";
import { readMps } from "../read-mps.ts";
import { timed } from "../timed.ts";

const PYTHON = "/usr/bin/python3";
const PEER = fileURLToPath(new URL("../scipy-milp.py", import.meta.url));
const GAP = 0.01;
const RUNS = 3;

const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

const besideScipy = async (name: string): Promise<Readonly<Record<string, number>>> => {
  const file = fileURLToPath(new URL(`../plan/${name}.mps.gz`, import.meta.url));
  const model = readMps(gunzipSync(readFileSync(file)).toString());
  const solve = highsSolver({ gap_frac: GAP, nodes: 100_000 });
  const [own, peer]: [number[], number[]] = [[], []];
  for (let run = 0; run < RUNS; run++) {
    const { cpu_s, result } = await timed(() => solve(model));
    if (result.gap_frac > GAP) throw new Error(`${name} ended at a gap of ${result.gap_frac}`);
    const { stdout } = spawnSync(PYTHON, [PEER, file, String(GAP)], { encoding: "utf8" });
    const found = JSON.parse(stdout) as { readonly cpu_s: number; readonly objective: number };
    // Both within a gap of the best.
    if (Math.abs(found.objective - result.objective) > 2.1 * GAP * Math.abs(found.objective)) throw new Error(`${name}: ${result.objective} beside scipy's ${found.objective}`);
    own.push(cpu_s);
    peer.push(found.cpu_s);
  }
  return { [`${name}_cpu_s`]: middle(own), [`${name}_scipy_s`]: middle(peer), [`${name}_perScipy`]: middle(own) / middle(peer) };
};

const numbers = spawnSync(PYTHON, [PEER]).status === 0 ? { ...(await besideScipy("s_li")), ...(await besideScipy("s_base")) } : { note: "no python3-scipy: apt-get install python3-scipy" };
console.log(JSON.stringify({ task: "plan-peer", ...numbers }));
