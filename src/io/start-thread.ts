/** A thread of a file of this package: compiled as it stands; as TypeScript only where the package itself is developed, through its loader. */
import { Worker } from "node:worker_threads";

interface Started {
  /** The caller's import.meta.url. */
  readonly beside: string;
  /** The thread's file without its ending. */
  readonly name: string;
  readonly data: unknown;
  /** Room for what was just made; Node's own choice where left out. */
  readonly young_MB?: number;
}

export const startThread = ({ beside, name, data, young_MB }: Started): Worker => {
  const compiled = !beside.endsWith(".ts");
  const script = new URL(`./${name}.${compiled ? "js" : "ts"}`, beside);
  // What the process was started with is for its main thread; a loader would keep a thread of Node 20 from starting.
  const options = { execArgv: [], workerData: data, ...(young_MB === undefined ? {} : { resourceLimits: { maxYoungGenerationSizeMb: young_MB } }) };
  if (compiled) return new Worker(script, options);
  const loader = import.meta.resolve("tsx/esm/api");
  const boot = `import(${JSON.stringify(loader)}).then(({ register }) => { register(); return import(${JSON.stringify(script.href)}); });`;
  return new Worker(boot, { ...options, eval: true });
};
