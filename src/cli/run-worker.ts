/** What `worker` does: computes campaigns of other machines until it is told to end. */
import { availableParallelism } from "node:os";
import { EXIT, type ExitCode } from "./exit-code.ts";
import { UsageError } from "./failure.ts";
import { databaseUrl, secondsOf, withoutPassword, type WorkerCommandOptions } from "./risk-options.ts";
import { interruptible } from "./run-pipeline.ts";
import type { Terminal } from "./terminal.ts";

export const runWorker = async ({ cluster, workers = availableParallelism(), out, idle, quiet }: WorkerCommandOptions, { tell }: Terminal): Promise<ExitCode> => {
  databaseUrl(cluster);
  const idle_s = idle === undefined ? undefined : secondsOf("idle", idle);
  const [{ clusterWorker, isPassing, SCENARIO_MODULE }, { DAWNDUSK_VERSION, MODEL_VERSION }] = await Promise.all([import("../io/campaign/index.ts"), import("../run/index.ts")]);
  const say = (text: string): void => {
    if (quiet !== true) tell(`${text}\n`);
  };
  say(`worker of ${withoutPassword(cluster)}: ${workers} ${workers === 1 ? "thread" : "threads"}`);
  return interruptible(async (interrupt) => {
    const signal = AbortSignal.any([interrupt, terminated()]);
    signal.addEventListener("abort", () => say("ends after what is under way; once more ends it at once"), { once: true });
    try {
      const { finished, failed } = await clusterWorker({
        url: cluster, module: SCENARIO_MODULE, workers, dawndusk: DAWNDUSK_VERSION, modelVersion: MODEL_VERSION, signal, onNote: say, ...(out !== undefined && { out }), ...(idle_s !== undefined && { idle_s }),
      });
      say(`computed ${finished} ${finished === 1 ? "shard" : "shards"}${failed === 0 ? "" : `, and ${failed} attempts failed`}`);
      return interrupt.aborted ? EXIT.interrupted : EXIT.done;
    } catch (error) {
      if (isPassing(error)) throw new UsageError(`${withoutPassword(cluster)} cannot be reached: ${(error as Error).message}`, "start the PostgreSQL, or mend the address");
      throw error;
    }
  });
};

/** Machines that take a worker away ask it so first. */
const terminated = (): AbortSignal => {
  const controller = new AbortController();
  process.once("SIGTERM", () => controller.abort());
  return controller.signal;
};
