/** A thread of a file of this package: compiled as it stands; as TypeScript only where the package itself is developed, through its loader. */
import { Worker } from "node:worker_threads";

/** `beside` is the caller's import.meta.url, `name` the thread's file without its ending. */
export const startThread = ({ beside, name, data }: { readonly beside: string; readonly name: string; readonly data: unknown }): Worker => {
  const compiled = !beside.endsWith(".ts");
  const script = new URL(`./${name}.${compiled ? "js" : "ts"}`, beside);
  // What the process was started with is for its main thread; a loader would keep a thread of Node 20 from starting.
  const options = { execArgv: [], workerData: data };
  if (compiled) return new Worker(script, options);
  const loader = import.meta.resolve("tsx/esm/api");
  const boot = `import(${JSON.stringify(loader)}).then(({ register }) => { register(); return import(${JSON.stringify(script.href)}); });`;
  return new Worker(boot, { ...options, eval: true });
};
