/** Campaigns over a PostgreSQL and worker processes, each of which may be killed. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { startPostgres, type Postgres } from "../../support/postgres.ts";
import { runOnCluster } from "./built.ts";
import type { Engine } from "./contract.ts";

export const clusterEngine = (): Engine => {
  let postgres: Postgres;
  const workers: ChildProcess[] = [];
  const notes: string[] = [];
  const hire = (): ChildProcess => {
    const child = spawn(process.execPath, [new URL("./worker-process.mjs", import.meta.url).pathname, postgres.url], { stdio: ["ignore", "ignore", "pipe"] });
    child.stderr.setEncoding("utf8").on("data", (text: string) => notes.push(text));
    return child;
  };
  const end = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, "exit");
  };
  return {
    name: "machines with PostgreSQL between them",
    start: async () => void (postgres = await startPostgres()),
    stop: async () => {
      await Promise.all(workers.map((child) => end(child, "SIGKILL")));
      await postgres.stop();
    },
    run: async (campaign, { workers: count, ...asked }) => {
      while (workers.length < count) workers.push(hire());
      await Promise.all(workers.splice(count).map((child) => end(child, "SIGINT")));
      return runOnCluster(campaign, { url: postgres.url, lease_s: 10, ...asked });
    },
    kill: async (draw) => {
      if (draw() < 0.3) {
        const signal = draw() < 0.5 ? "SIGKILL" : "SIGQUIT";
        await postgres.killAndRestart(signal, 500 * draw());
        return `broker ${signal}`;
      }
      const at = Math.floor(draw() * workers.length);
      await end(workers[at]!, "SIGKILL");
      workers[at] = hire();
      return `worker ${at}`;
    },
  };
};
