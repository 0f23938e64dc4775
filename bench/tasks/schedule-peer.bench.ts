/** M/M/64 at a load of 0.9 by the lean queue beside Debian's python3-simpy, in turns: µs of CPU a job. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { randomDoubles } from "../../src/kernel/index.ts";
import { serveStream } from "../../src/schedule/index.ts";
import { timed } from "../timed.ts";

const PYTHON = "/usr/bin/python3";
const PEER = fileURLToPath(new URL("../simpy-mm64.py", import.meta.url));
const [SERVERS, JOBS, PEER_JOBS, RUNS] = [64, 1_000_000, 50_000, 3];

const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
const exponential = (stream: number): (() => number) => {
  const random = randomDoubles({ seed: 64, stream, index: 0 });
  return () => -Math.log(1 - random());
};

const besideSimpy = async (): Promise<Readonly<Record<string, number>>> => {
  const [own, peer]: [number[], number[]] = [[], []];
  for (let run = 0; run < RUNS; run++) {
    const [gap, work] = [exponential(2 * run), exponential(2 * run + 1)];
    const { cpu_s, result } = await timed(() => Promise.resolve(serveStream({ gap_s: () => gap() / (0.9 * SERVERS), run_s: work, jobs: JOBS, nodes: SERVERS }, null)));
    const found = JSON.parse(spawnSync(PYTHON, [PEER, String(PEER_JOBS)], { encoding: "utf8" }).stdout) as { readonly cpu_s: number; readonly meanWait: number };
    // Erlang's C formula gives 0.0485 service times; few jobs are within a factor of two of it.
    if (!(result.meanWait_s > 0.03 && found.meanWait > 0.02 && found.meanWait < 0.1)) throw new Error(`mean waits ${result.meanWait_s} and ${found.meanWait}`);
    own.push((cpu_s / JOBS) * 1e6);
    peer.push((found.cpu_s / PEER_JOBS) * 1e6);
  }
  return { lean_us: middle(own), simpy_us: middle(peer), leanPerSimpy: middle(own) / middle(peer) };
};

const numbers = spawnSync(PYTHON, [PEER, "10"]).status === 0 ? await besideSimpy() : { note: "no python3-simpy: scripts/install-simpy.sh" };
console.log(JSON.stringify({ task: "schedule-peer", ...numbers }));
