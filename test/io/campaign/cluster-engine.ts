/** Campaigns over a PostgreSQL and worker processes, each of which may be killed. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { Postgres } from "../../support/postgres.ts";
import { runOnCluster } from "./built.ts";
import type { Engine } from "./contract.ts";

/** `started`: the database, from the engine's start on; its stop leaves it. */
export const clusterEngine = (started: () => Postgres): Engine => {
  const workers: ChildProcess[] = [];
  const notes: string[] = [];
  const hire = (): ChildProcess => {
    const child = spawn(process.execPath, [new URL("./worker-process.mjs", import.meta.url).pathname, started().url], { stdio: ["ignore", "ignore", "pipe"] });
    child.stderr.setEncoding("utf8").on("data", (text: string) => notes.push(text));
    // Whom the broker's death meets at the start cannot begin, and ends by itself: another takes the place.
    child.once("exit", (code) => {
      const at = workers.indexOf(child);
      if (at !== -1 && code !== null && code !== 0) workers[at] = hire();
    });
    return child;
  };
  const end = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, "exit");
  };
  return {
    name: "machines with PostgreSQL between them",
    start: async () => {},
    stop: async () => void (await Promise.all(workers.splice(0).map((child) => end(child, "SIGKILL")))),
    run: async (campaign, { workers: count, ...asked }) => {
      while (workers.length < count) workers.push(hire());
      await Promise.all(workers.splice(count).map((child) => end(child, "SIGINT")));
      return runOnCluster(campaign, { url: started().url, lease_s: 120, ...asked });
    },
    kill: async (draw) => {
      if (draw() < 0.3) {
        const signal = draw() < 0.5 ? "SIGKILL" : "SIGQUIT";
        await started().killAndRestart(signal, sleep(500 * draw()));
        return `broker ${signal}`;
      }
      const at = Math.floor(draw() * workers.length);
      await end(workers[at]!, "SIGKILL");
      workers[at] = hire();
      return `worker ${at}`;
    },
  };
};
